package io.axisor.metrics.system;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.util.Map;

/**
 * What the process knows of itself at one instant.
 *
 * @param requests its HTTP requests, for each window of {@code platform.requests}, each with why they are not known
 */
public record SystemFacts(Map<Window, Finding<HttpRequestFacts>> requests) {

    /**
     * Copies the map.
     *
     * @param requests its HTTP requests, for each window of {@code platform.requests}, each with why they are not known
     */
    public SystemFacts {
        requests = Map.copyOf(requests);
    }
}
