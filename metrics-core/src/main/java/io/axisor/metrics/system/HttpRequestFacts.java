package io.axisor.metrics.system;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;

/**
 * The HTTP requests that this process answered in a window.
 *
 * @param requests their number
 * @param serverErrors how many of them were answered with a status of 500 to 599; unavailable where it is not told how all
 *     of them were answered
 * @param sumInSeconds the time all of them took
 * @param longestInSeconds the time the longest took, as far as it was seen; no data where there was none
 * @param p95InSeconds the 95th percentile of the time; unavailable where the host's registry keeps no distribution
 */
public record HttpRequestFacts(
        long requests,
        Finding<Long> serverErrors,
        BigDecimal sumInSeconds,
        Finding<BigDecimal> longestInSeconds,
        Finding<BigDecimal> p95InSeconds) {}
