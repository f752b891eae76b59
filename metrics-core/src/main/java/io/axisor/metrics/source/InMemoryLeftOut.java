package io.axisor.metrics.source;

import static io.axisor.metrics.source.InMemoryUsers.within;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.definition.RowSpan;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one table that fall into windows, and those of them that were left out. */
final class InMemoryLeftOut<R> {

    private final Collection<R> rows;
    private final AsOf at;
    private final Function<R, @Nullable Instant> birth;
    private final Function<R, @Nullable DataCheck> check;
    private final List<LeftOutRows> counted = new ArrayList<>();

    /**
     * Prepares to count.
     *
     * @param birth when a row came to be; one that is to come does not exist yet
     * @param check the first check that a row fails, null for none
     */
    InMemoryLeftOut(
            Collection<R> rows, AsOf at, Function<R, @Nullable Instant> birth, Function<R, @Nullable DataCheck> check) {
        this.rows = rows;
        this.at = at;
        this.birth = birth;
        this.check = check;
    }

    /** Counts rows by when they came to be. */
    InMemoryLeftOut<R> byBirth(RowAxis axis) {
        return by(axis, birth);
    }

    /** Counts rows by another of their times, or, where it is missing, by when they came to be; of all time those that exist. */
    InMemoryLeftOut<R> by(RowAxis axis, Function<R, @Nullable Instant> time) {
        for (RowSpan span : CountedSpans.of(axis)) {
            if (span.isBounded()) {
                TimeRange range = span.range(at);
                count(span, row -> {
                    Instant happened = time.apply(row);
                    return within(range, happened == null ? birth.apply(row) : happened);
                });
            } else {
                count(span, row -> CheckedRows.exists(birth.apply(row), at));
            }
        }
        return this;
    }

    /** Counts rows that last at {@code t}, or at some time of a window, which begins at the given instant. */
    InMemoryLeftOut<R> whileOpen(RowAxis axis, Function<Instant, Predicate<R>> isOpenAfter) {
        for (RowSpan span : CountedSpans.of(axis)) {
            Instant from = span.isBounded() ? span.range(at).from() : at.instant();
            count(span, isOpenAfter.apply(from));
        }
        return this;
    }

    private void count(RowSpan span, Predicate<R> isWithin) {
        long number = 0;
        Map<DataCheck, Long> failed = new EnumMap<>(DataCheck.class);
        for (R row : rows) {
            if (isWithin.test(row)) {
                number++;
                DataCheck first = check.apply(row);
                if (first != null) {
                    failed.merge(first, 1L, Long::sum);
                }
            }
        }
        String cause = DataCheck.leading(failed).map(DataCheck::words).orElse("");
        counted.add(DataCheck.leftOut(span, number, failed, cause));
    }

    DataIssues shares() {
        return DataIssues.ofShares(counted);
    }
}
