package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One domain asked about one instant: where to ask, and what was left out on the way.
 *
 * @param schema the mapping as found
 * @param session the connection
 * @param at the instant
 * @param issues rows left out, by the check they fail; filled while asking
 * @param leftOut their shares; filled while asking
 */
public record Inquiry(
        ResolvedSchema schema, Session session, AsOf at, Map<DataCheck, Long> issues, LeftOutTally leftOut) {

    public static Inquiry of(ResolvedSchema schema, Session session, AsOf at) {
        return new Inquiry(schema, session, at, new EnumMap<>(DataCheck.class), new LeftOutTally());
    }

    public void query(Sql sql, Session.RowHandler handler) throws SQLException {
        session.query(sql, handler);
    }

    /** What is asked from now on may see later rows. */
    public void nextSnapshot() throws SQLException {
        session.nextSnapshot();
    }

    /** What speaks against the facts: the rows of these checks, their shares, and that they are of no one snapshot. */
    public DataIssues dataIssues(Set<DataCheck> checks) throws SQLException {
        List<LeftOutRows> shares = leftOut.counted(new StoredCauses(schema, session, at));
        DataIssues found = DataCheck.issues(checks, issues).plus(DataIssues.ofShares(shares));
        return session.isOneSnapshot() ? found : found.plus(DataIssues.NOT_ONE_SNAPSHOT);
    }

    public void addIssues(DataCheck check, long rows) {
        issues.merge(check, rows, Long::sum);
    }
}
