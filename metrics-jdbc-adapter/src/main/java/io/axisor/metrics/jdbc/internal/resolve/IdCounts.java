package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many rows a table has, with an id and with different ones.
 *
 * @param rows all of them
 * @param withId those that have an id
 * @param different how many ids they have
 */
record IdCounts(long rows, long withId, long different) {

    /** Counts, in one statement over all rows. */
    static IdCounts of(Source source, Session session) throws SQLException {
        String id = source.column("id");
        Sql sql = Sql.template(
                "SELECT COUNT(*) AS m0, COUNT({}) AS m1, COUNT(DISTINCT {}) AS m2 FROM {}", id, id, source.from());
        List<IdCounts> counted = new ArrayList<>();
        session.query(sql, row -> counted.add(new IdCounts(row.getLong(1), row.getLong(2), row.getLong(3))));
        return counted.get(0);
    }

    long withoutId() {
        return rows - withId;
    }

    /** Those that have the id of another. */
    long duplicates() {
        return withId - different;
    }

    /** What may be relied on while nothing changes. */
    Ids ids() {
        return duplicates() > 0 ? Ids.ANY : withoutId() > 0 ? Ids.UNIQUE_OR_NULL : Ids.UNIQUE;
    }
}
