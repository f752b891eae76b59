package io.axisor.metrics.platform;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.time.Instant;
import java.util.Map;

/**
 * What the process knows of itself at one instant.
 *
 * @param startedAt when it started
 * @param requests its HTTP requests, for each window of {@code platform.requests}, each with why they are not known
 */
public record SystemFacts(Instant startedAt, Map<Window, Finding<HttpRequestFacts>> requests) {

    /**
     * Copies the map.
     *
     * @param startedAt when it started
     * @param requests its HTTP requests, for each window of {@code platform.requests}, each with why they are not known
     */
    public SystemFacts {
        requests = Map.copyOf(requests);
    }
}
