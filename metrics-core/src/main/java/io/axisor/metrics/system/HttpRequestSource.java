package io.axisor.metrics.system;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.util.EnumMap;
import java.util.Map;

/**
 * Tells which HTTP requests this process answered. The binder reads them from the host's own registry. Safe for calls from
 * several threads at once; answers at once and never throws.
 */
@FunctionalInterface
public interface HttpRequestSource {

    /** Knows of no requests. */
    HttpRequestSource NONE = at -> {
        Map<Window, Finding<HttpRequestFacts>> nothing = new EnumMap<>(Window.class);
        SystemDefinitions.REQUESTS
                .windows()
                .forEach(window -> nothing.put(
                        window,
                        Finding.unavailable("the host's HTTP requests are not mapped; give BusinessMetrics a source of"
                                + " them with httpRequests(...)")));
        return nothing;
    };

    /**
     * The requests of each window of {@code platform.requests}.
     *
     * @param at the instant, the present one if requests are to be known
     * @return the requests by window, or why they are not known
     */
    Map<Window, Finding<HttpRequestFacts>> requests(AsOf at);
}
