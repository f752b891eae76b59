package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the rows of a column by whether the mapping gives their value a meaning; of a large table a part. */
public final class StatusCounts {

    /** The most rows that are read: a table of more is judged by so many of them. */
    private static final int MOST_ROWS = 200_000;

    private static final int MOST_SHOWN = 20;

    private static final int UNMAPPED = 0;
    private static final int MAPPED = 1;
    private static final int RESTED_ON = 2;

    private final Source source;
    private final Session session;
    private final String role;
    private final Sql code;

    /**
     * What rows mean.
     *
     * @param rows all that were read
     * @param unmapped those whose value has no meaning
     * @param restedOn those whose meaning is one that metrics rest on
     */
    record Counted(long rows, long unmapped, long restedOn) {

        static final Counted NONE = new Counted(0, 0, 0);

        private Counted with(int code, long more) {
            return new Counted(
                    rows + more, unmapped + (code == UNMAPPED ? more : 0), restedOn + (code == RESTED_ON ? more : 0));
        }

        String share() {
            return String.format(
                    Locale.ROOT, "%d of %d rows (%.1f %%)", unmapped, rows, 100.0 * unmapped / Math.max(1, rows));
        }
    }

    public StatusCounts(Source source, String role, List<String> meanings, List<String> restingOn, Session session) {
        this.source = source;
        this.role = role;
        this.session = session;
        this.code = Sql.template(
                "CASE WHEN {} THEN " + RESTED_ON + " WHEN {} THEN " + MAPPED + " ELSE " + UNMAPPED + " END",
                source.means(role, restingOn.toArray(String[]::new)),
                source.means(role, meanings.toArray(String[]::new)));
    }

    /** Counts the rows since an instant, or, with null, of any time. */
    Counted since(@Nullable String time, Instant since) throws SQLException {
        Sql sql = Sql.template("SELECT k, COUNT(*) AS m0 FROM ({}) d GROUP BY k", rows(time, since));
        Counted[] counted = {Counted.NONE};
        session.query(sql, row -> counted[0] = counted[0].with(row.getInt(1), row.getLong(2)));
        return counted[0];
    }

    /** The values that have no meaning, the most frequent first, with how many rows have each. */
    public Map<@Nullable String, Long> unmappedSince(@Nullable String time, Instant since) throws SQLException {
        Sql sql = Sql.template(
                "SELECT " + source.dialect().limitAtStart(MOST_SHOWN)
                        + "v, COUNT(*) AS m0 FROM ({}) d WHERE k = " + UNMAPPED
                        + " GROUP BY v ORDER BY m0 DESC, v" + source.dialect().limitAtEnd(MOST_SHOWN),
                rows(time, since));
        Map<@Nullable String, Long> values = new LinkedHashMap<>();
        session.query(sql, row -> values.put(row.getString(1), row.getLong(2)));
        return values;
    }

    private Sql rows(@Nullable String time, Instant since) {
        Sql when = time == null ? Sql.EMPTY : Sql.of(" WHERE ", source.notBefore(time, since));
        return Sql.template(
                "SELECT " + source.dialect().limitAtStart(MOST_ROWS) + "{} AS v, {} AS k FROM {}{}"
                        + source.dialect().limitAtEnd(MOST_ROWS),
                source.text(role),
                code,
                source.from(),
                when);
    }
}
