package io.axisor.metrics.source;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.DataIssues;
import io.axisor.metrics.value.LeftOutRows;
import io.axisor.metrics.value.RowAxis;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the rows of one table that fall into windows, and those of them that were left out. */
final class InMemoryLeftOut<R> {

    private final Collection<R> rows;
    private final Function<R, @Nullable DataCheck> check;
    private final List<LeftOutRows> counted = new ArrayList<>();

    InMemoryLeftOut(Collection<R> rows, Function<R, @Nullable DataCheck> check) {
        this.rows = rows;
        this.check = check;
    }

    void count(RowAxis axis, Window window, Predicate<R> isWithin) {
        long number = 0;
        SortedMap<String, Long> leftOut = new TreeMap<>();
        for (R row : rows) {
            if (isWithin.test(row)) {
                number++;
                DataCheck failed = check.apply(row);
                if (failed != null) {
                    leftOut.merge(failed.key(), 1L, Long::sum);
                }
            }
        }
        counted.add(new LeftOutRows(axis, window, number, leftOut));
    }

    DataIssues shares() {
        return DataIssues.ofShares(counted);
    }
}
