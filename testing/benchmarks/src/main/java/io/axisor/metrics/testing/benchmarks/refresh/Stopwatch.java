package io.axisor.metrics.testing.benchmarks.refresh;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times of the same work, over and over. */
final class Stopwatch {

    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    /** Something that takes time. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    Duration time(String name, Work work) throws SQLException {
        long begun = System.nanoTime();
        work.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        add(name, took);
        return took;
    }

    void add(String name, Duration took) {
        times.computeIfAbsent(name, key -> new ArrayList<>()).add(took);
    }

    /** The median of each, of an even number the lower one of the two in the middle. */
    Map<String, Duration> medians() {
        Map<String, Duration> medians = new LinkedHashMap<>();
        times.forEach((name, durations) ->
                medians.put(name, durations.stream().sorted().toList().get((durations.size() - 1) / 2)));
        return medians;
    }
}
