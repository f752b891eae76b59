package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.CaseTree;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The pieces that overlapping ranges cut time into, numbered from the latest, so that a row is put into one piece once and
 * ranges are folded from pieces here.
 */
public final class TimeBuckets {

    /** All bounds, the latest first: bucket {@code i} is {@code [bounds[i + 1], bounds[i])}. */
    private final List<Instant> bounds;

    private TimeBuckets(Collection<Instant> bounds) {
        this.bounds = List.copyOf(bounds);
    }

    public static TimeBuckets of(Collection<TimeRange> ranges) {
        TreeSet<Instant> bounds = new TreeSet<>(Comparator.reverseOrder());
        for (TimeRange range : ranges) {
            bounds.add(range.from());
            bounds.add(range.endExclusive());
        }
        return new TimeBuckets(bounds);
    }

    /** So many times 24 hours before an instant. */
    public static TimeBuckets days(Instant end, int days) {
        List<Instant> bounds = new ArrayList<>();
        for (int day = 0; day <= days; day++) {
            bounds.add(end.minus(Duration.ofDays(day)));
        }
        return new TimeBuckets(bounds);
    }

    /** What lies between bounds. */
    static TimeBuckets between(List<Instant> latestFirst) {
        return new TimeBuckets(latestFirst);
    }

    public int size() {
        return bounds.size() - 1;
    }

    /** All buckets together. */
    public TimeRange whole() {
        return new TimeRange(bounds.get(size()), bounds.get(0));
    }

    /** The number of the bucket of a column, for rows before the end; those before all buckets get {@link #size()}. */
    public Sql number(Source source, String role) {
        return number(source.time(role).ordered(), source.encoding(role));
    }

    /** The same of a column that is named here, for derived tables. */
    public Sql number(String column, TimeEncoding encoding) {
        List<Param> ascending = new ArrayList<>();
        for (int i = size(); i > 0; i--) {
            ascending.add(encoding.from(bounds.get(i)));
        }
        return Sql.of(size() + " - ", CaseTree.reached(column, ascending));
    }

    /**
     * Whether a bucket lies within a range that the buckets were cut for.
     *
     * @throws IllegalArgumentException if they were not, so that some bucket may lie within it in part
     */
    public boolean isWithin(int bucket, TimeRange range) {
        if (!bounds.contains(range.from()) || !bounds.contains(range.endExclusive())) {
            throw new IllegalArgumentException("time is not cut at the bounds of " + range + ", but at " + bounds);
        }
        return !bounds.get(bucket).isAfter(range.endExclusive())
                && !bounds.get(bucket + 1).isBefore(range.from());
    }
}
