package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * One domain asked about one instant: where to ask, and what was left out on the way.
 *
 * @param schema the mapping as found
 * @param session the connection
 * @param at the instant
 * @param issues rows left out, by the check they fail; filled while asking
 */
record Inquiry(ResolvedSchema schema, Session session, AsOf at, Map<DataCheck, Long> issues) {

    static Inquiry of(ResolvedSchema schema, Session session, AsOf at) {
        return new Inquiry(schema, session, at, new EnumMap<>(DataCheck.class));
    }

    void query(Sql sql, Session.RowHandler handler) throws SQLException {
        session.query(sql, handler);
    }

    void addIssues(DataCheck check, long rows) {
        issues.merge(check, rows, Long::sum);
    }
}
