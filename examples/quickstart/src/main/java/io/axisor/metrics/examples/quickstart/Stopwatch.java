package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.refresh.RefreshOutcome;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each domain took to measure. */
final class Stopwatch implements RefreshListener {

    private final Map<String, Duration> durations = new LinkedHashMap<>();

    @Override
    public void shown(MetricsSnapshot snapshot) {
        // only the time counts here
    }

    @Override
    public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
        durations.put(domain, duration);
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        Duration all = durations.values().stream().reduce(Duration.ZERO, Duration::plus);
        return seconds(all)
                + durations.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + seconds(entry.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
