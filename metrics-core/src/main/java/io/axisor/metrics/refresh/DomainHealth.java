package io.axisor.metrics.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the refreshing of a domain fares.
 *
 * @param domain the domain
 * @param up whether the last attempt did not fail; false before the first one ended
 * @param standby whether another replica holds the lease
 * @param lastSuccess when values were last computed; empty if never
 * @param age how long ago that is, by a clock that never steps; empty if never, and on standby
 * @param lastFailure what the last failed attempt said, kept until one succeeds; empty if none failed
 */
public record DomainHealth(
        String domain,
        boolean up,
        boolean standby,
        Optional<Instant> lastSuccess,
        Optional<Duration> age,
        Optional<String> lastFailure) {}
