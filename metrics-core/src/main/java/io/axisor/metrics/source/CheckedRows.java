package io.axisor.metrics.source;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one kind that passed every check, and how many failed which. */
record CheckedRows<R>(List<R> clean, DataIssues issues) {

    /**
     * Checks rows.
     *
     * @param timestamp when the row came to be: one at or after {@code t}, but not of the future, is not counted as an
     *     issue
     * @param check the first check that the row fails, null for none
     */
    static <R> CheckedRows<R> of(
            Iterable<R> rows,
            AsOf at,
            Set<DataCheck> made,
            Function<R, @Nullable Instant> timestamp,
            Function<R, @Nullable DataCheck> check) {
        List<R> clean = new ArrayList<>();
        Map<DataCheck, Long> failed = new EnumMap<>(DataCheck.class);
        for (R row : rows) {
            DataCheck first = check.apply(row);
            if (first == null) {
                clean.add(row);
            } else if (exists(timestamp.apply(row), at)) {
                failed.merge(first, 1L, Long::sum);
            }
        }
        return new CheckedRows<>(clean, DataCheck.issues(made, failed));
    }

    static boolean exists(@Nullable Instant timestamp, AsOf at) {
        return timestamp == null || timestamp.isBefore(at.instant()) || isFuture(timestamp, at);
    }

    /** For rows that may be planned: one that begins later, however much later, is not dirty, it does not exist yet. */
    static @Nullable Instant planned(@Nullable Instant begin, AsOf at) {
        return isFuture(begin, at) ? at.instant() : begin;
    }

    static boolean isFuture(@Nullable Instant timestamp, AsOf at) {
        return timestamp != null && timestamp.isAfter(at.latestCredible());
    }
}
