package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.RowSpan;
import io.axisor.metrics.source.DataCheck;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up how many rows fall into windows, and how many of them were left out. */
final class LeftOutTally {

    private final Map<RowSpan, Count> counts = new LinkedHashMap<>();

    private static final class Count {
        private final Map<DataCheck, Long> failed = new EnumMap<>(DataCheck.class);
        private long rows;
    }

    /** Counts also where no row falls into a window. */
    void know(Collection<RowSpan> spans) {
        spans.forEach(span -> counts.computeIfAbsent(span, key -> new Count()));
    }

    /** Adds rows, and the check that they failed. */
    void add(RowSpan span, long rows, Optional<DataCheck> failed) {
        Count count = counts.computeIfAbsent(span, key -> new Count());
        count.rows += rows;
        if (rows > 0) {
            failed.ifPresent(check -> count.failed.merge(check, rows, Long::sum));
        }
    }

    List<LeftOutRows> counted(StoredCauses causes) throws SQLException {
        List<LeftOutRows> counted = new ArrayList<>();
        for (Map.Entry<RowSpan, Count> entry : counts.entrySet()) {
            Count count = entry.getValue();
            long leftOut =
                    count.failed.values().stream().mapToLong(Long::longValue).sum();
            Optional<DataCheck> leading = DataCheck.leading(count.failed);
            String cause = leading.isPresent()
                    ? causes.words(entry.getKey(), leading.get(), (double) leftOut / count.rows)
                    : "";
            counted.add(DataCheck.leftOut(entry.getKey(), count.rows, count.failed, cause));
        }
        return counted;
    }
}
