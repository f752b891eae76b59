package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.CaseTree;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.value.DurationHistogram;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long something took, as SQL: microseconds, and the buckets of a {@link DurationHistogram} that hold them. */
public final class DurationColumn {

    private static final int MICRO_DIGITS = 6;

    /** Seconds or milliseconds that nothing takes: a million million. */
    private static final String LONGEST = "1000000000000";

    private static final List<String> BOUNDS = DurationHistogram.lowerBoundsInMicros().stream()
            .skip(1)
            .map(String::valueOf)
            .toList();

    private DurationColumn() {}

    /**
     * The microseconds between two instants of a row; null where it lacks one of them, negative where they are the wrong way
     * round.
     *
     * @param source the fact
     * @param from the role of the earlier one
     * @param to the role of the later one
     * @return the expression; empty where the columns store instants differently, or in a way whose difference this database
     *     is not known to tell
     */
    public static Optional<String> micros(Source source, String from, String to) {
        return source.encoding(from).equals(source.encoding(to))
                ? source.dialect()
                        .micros(
                                source.column(from),
                                source.column(to),
                                source.encoding(from).form())
                : Optional.empty();
    }

    /**
     * The microseconds of a column that counts seconds; null where it is null, negative where it is below 0 or beyond all
     * reason.
     */
    public static String microsOfSeconds(Source source, String role) {
        return micros(source, role, 1_000_000);
    }

    /** The same of a column that counts milliseconds. */
    public static String microsOfMillis(Source source, String role) {
        return micros(source, role, 1_000);
    }

    /** What lies within the limits is a finite number whose product cannot overflow. */
    private static String micros(Source source, String role, int factor) {
        String column = source.asStored(role);
        return "CASE WHEN " + column + " >= 0 AND " + column + " < " + LONGEST + " THEN CAST(" + column
                + " AS DECIMAL(21, 6)) * " + factor + " WHEN " + source.isEmpty(role) + " THEN NULL ELSE -1 END";
    }

    /**
     * Counts durations into buckets, by a group.
     *
     * @param dialect the database's dialect
     * @param rows a derived table with a column {@code b}, the group, and a column {@code d}, microseconds of 0 or more
     * @return a statement whose rows {@link #read} reads: group, bucket, number, sum, longest
     */
    public static Sql histograms(Dialect dialect, Sql rows) {
        return Sql.template(
                "SELECT b, h, COUNT(*) AS m0, {} AS m1, MAX(d) AS m2 FROM (SELECT b, d, {} AS h FROM ({}) e) g GROUP"
                        + " BY b, h",
                dialect.sum("d"),
                CaseTree.reached("d", BOUNDS),
                rows);
    }

    /** The durations of a group in one bucket. */
    public static DurationHistogram read(Dialect dialect, ResultSet row) throws SQLException {
        return new DurationHistogram(
                new TreeMap<>(Map.of(row.getInt(2), row.getLong(3))),
                seconds(dialect.readSum(row, 4)),
                seconds(row.getBigDecimal(5)));
    }

    private static BigDecimal seconds(@Nullable BigDecimal micros) {
        return micros == null
                ? BigDecimal.ZERO
                : micros.setScale(0, RoundingMode.HALF_EVEN).movePointLeft(MICRO_DIGITS);
    }
}
