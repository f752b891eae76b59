package io.axisor.metrics.examples.quickstart;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.Stream;

/** Times the requests that this process answers, under the name and tags that web frameworks give their timers. */
final class RequestTimers {

    /** The bounds of the histogram that percentiles are read from. */
    private static final Duration[] BOUNDS = Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    /** With the timer of {@code /metrics} there from the start: no request yet is 0, not unknown. */
    RequestTimers(MeterRegistry registry) {
        this.registry = registry;
        var unused = timer(MetricsEndpoint.PATH, 200);
    }

    void answered(String path, int status, Duration took) {
        timer(path, status).record(took);
    }

    private Timer timer(String path, int status) {
        boolean isKnown = path.equals(MetricsEndpoint.PATH);
        return Timer.builder("http.server.requests")
                .tag("uri", isKnown ? path : "NOT_FOUND")
                .tag("status", String.valueOf(status))
                .tag("outcome", status < 400 ? "SUCCESS" : status < 500 ? "CLIENT_ERROR" : "SERVER_ERROR")
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
