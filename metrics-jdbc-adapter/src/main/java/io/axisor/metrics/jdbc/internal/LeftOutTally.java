package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.LeftOutRows;
import io.axisor.metrics.value.RowAxis;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up how many rows fall into windows, and how many of them were left out. */
final class LeftOutTally {

    private final Map<Place, Count> counts = new LinkedHashMap<>();

    private record Place(RowAxis axis, Window window) {}

    private static final class Count {
        private final SortedMap<String, Long> leftOut = new TreeMap<>();
        private long rows;
    }

    /** Counts also where no row falls into a window. */
    void know(RowAxis axis, Collection<Window> windows) {
        windows.forEach(window -> add(axis, window, 0, Optional.empty()));
    }

    /** Adds rows, and the check that they failed. */
    void add(RowAxis axis, Window window, long rows, Optional<DataCheck> failed) {
        Count count = counts.computeIfAbsent(new Place(axis, window), place -> new Count());
        count.rows += rows;
        if (rows > 0) {
            failed.ifPresent(check -> count.leftOut.merge(check.key(), rows, Long::sum));
        }
    }

    List<LeftOutRows> counted() {
        return counts.entrySet().stream()
                .map(entry -> new LeftOutRows(
                        entry.getKey().axis(),
                        entry.getKey().window(),
                        entry.getValue().rows,
                        entry.getValue().leftOut))
                .toList();
    }
}
