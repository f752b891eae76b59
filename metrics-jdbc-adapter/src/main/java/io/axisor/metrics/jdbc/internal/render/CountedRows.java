package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.definition.RowSpan;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.CountedSpans;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Counts the rows of one axis, and those of them that were left out, in a statement that reads these rows anyhow: by a column
 * that it groups by, or by columns that count for each window.
 */
public final class CountedRows {

    private final Inquiry inquiry;
    private final AsOf at;
    private final Set<RowSpan> spans;
    private final TimeBuckets buckets;
    private final Map<RowSpan, Integer> columns = new LinkedHashMap<>();

    public CountedRows(Inquiry inquiry, RowAxis axis) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.spans = CountedSpans.of(axis);
        this.buckets = TimeBuckets.of(spans.stream()
                .filter(RowSpan::isBounded)
                .map(span -> span.range(at))
                .toList());
        inquiry.leftOut().know(spans);
    }

    /** All bounded windows together. */
    public TimeRange whole() {
        return buckets.whole();
    }

    /** The number of the bucket of a time; beyond all of them for what is missing or lies at or after their end. */
    public Sql bucket(Source source, String role) {
        return Sql.template(
                "CASE WHEN {} THEN {} ELSE " + buckets.size() + " END",
                source.before(role, buckets.whole().endExclusive()),
                buckets.number(source, role));
    }

    /** The same, by another time where one is missing. */
    public Sql bucket(Source source, String role, String otherwise) {
        return role.equals(otherwise)
                ? bucket(source, role)
                : Sql.template(
                        "CASE WHEN {} IS NULL THEN {} ELSE {} END",
                        source.column(role),
                        bucket(source, otherwise),
                        bucket(source, role));
    }

    /** Whether a bucket lies within the range of a window that rows are counted in. */
    public boolean isWithin(int bucket, TimeRange range) {
        return bucket < buckets.size() && buckets.isWithin(bucket, range);
    }

    /** Adds rows to the windows that hold their bucket. */
    public void add(int bucket, long rows, Optional<DataCheck> failed) {
        for (RowSpan span : spans) {
            if (span.isBounded() && isWithin(bucket, span.range(at))) {
                inquiry.leftOut().add(span, rows, failed);
            }
        }
    }

    /** Adds rows to the windows whose ranges they fall into, all time among them. */
    public void add(Predicate<TimeRange> within, long rows, Optional<DataCheck> failed) {
        for (RowSpan span : spans) {
            if (within.test(span.range(at))) {
                inquiry.leftOut().add(span, rows, failed);
            }
        }
    }

    /** Adds rows that every window holds, as of an axis that has but one. */
    public void addAll(long rows, Optional<DataCheck> failed) {
        add(range -> true, rows, failed);
    }

    /** Adds rows of all time, or those that are open at the instant. */
    public void addUnbounded(long rows, Optional<DataCheck> failed) {
        for (RowSpan span : spans) {
            if (!span.isBounded()) {
                inquiry.leftOut().add(span, rows, failed);
            }
        }
    }

    /** Adds a column for each bounded window, which counts rows by the column of their bucket. */
    public void addTo(SelectList select, String bucketColumn) {
        for (RowSpan span : spans) {
            if (span.isBounded()) {
                columns.put(span, select.add("COUNT(CASE WHEN ", isWithin(span, bucketColumn), " THEN 1 END)"));
            }
        }
    }

    /** Adds a column for each bounded window, which counts rows on a condition. */
    public void addTo(SelectList select, Source source, String role, Sql condition) {
        for (RowSpan span : spans) {
            if (span.isBounded()) {
                columns.put(span, select.add(Sql.countWhen(condition, " AND ", source.within(role, span.range(at)))));
            }
        }
    }

    /** The counts of {@link #numbers} added up. */
    public void addSumsTo(SelectList select) {
        for (RowSpan span : spans) {
            if (span.isBounded()) {
                columns.put(span, select.add("SUM(", alias(columns.size()), ")"));
            }
        }
    }

    /** Counts for each bounded window, to be added up, by the column of their bucket. */
    public Sql numbers(String bucketColumn) {
        return numbers(span -> isWithin(span, bucketColumn));
    }

    /** The same by a column of days before the instant, the last of which holds all that is older: the window before. */
    public Sql numbersOfDays(String dayColumn, int days) {
        return numbers(span -> span.isBefore()
                ? dayColumn + " = " + days
                : dayColumn + " < " + span.window().length().orElseThrow().toDays());
    }

    private Sql numbers(Function<RowSpan, String> condition) {
        List<Sql> numbers = new ArrayList<>();
        for (RowSpan span : spans) {
            if (span.isBounded()) {
                numbers.add(Sql.of(
                        ", COUNT(CASE WHEN " + condition.apply(span) + " THEN 1 END) AS " + alias(numbers.size())));
            }
        }
        return Sql.join("", numbers);
    }

    private static String alias(int number) {
        return "r" + number;
    }

    /** The condition that a bucket lies within a window, whose buckets are neighbours. */
    private String isWithin(RowSpan span, String bucketColumn) {
        List<Integer> within = new ArrayList<>();
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            if (buckets.isWithin(bucket, span.range(at))) {
                within.add(bucket);
            }
        }
        return within.isEmpty()
                ? bucketColumn + " < 0"
                : bucketColumn + " >= " + within.get(0) + " AND " + bucketColumn + " <= "
                        + within.get(within.size() - 1);
    }

    /** Adds what the columns of {@link #addTo} counted. */
    public void read(ResultSet row, Optional<DataCheck> failed) throws SQLException {
        for (Map.Entry<RowSpan, Integer> column : columns.entrySet()) {
            inquiry.leftOut().add(column.getKey(), row.getLong(column.getValue()), failed);
        }
    }
}
