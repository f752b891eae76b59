package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.PlanChangeFacts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts changes of plan, in one statement over all of them. One that is planned for later does not exist yet. */
final class PlanChangeStatements {

    private final Inquiry inquiry;
    private final Source changes;
    private final AsOf at;
    private @Nullable PlanChangeFacts facts;

    PlanChangeStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.changes = inquiry.schema().source("planChanges", "f");
        this.at = inquiry.at();
    }

    PlanChangeFacts ask() throws SQLException {
        Sql noTime = Sql.of(changes.column("changedAt"), " IS NULL");
        Sql rows = Sql.template(
                "SELECT {} AS u, {} AS rf, {} AS rt, CASE WHEN {} THEN 1 WHEN {} THEN 2 ELSE 0 END AS w FROM {} WHERE"
                        + " {} OR {}",
                changes.column("userId"),
                rank("fromPlan"),
                rank("toPlan"),
                noTime,
                changes.within("changedAt", at.range(ROLLING_30D)),
                changes.from(),
                noTime,
                changes.before("changedAt", at.instant()));
        String clean = "u IS NOT NULL AND rf >= 0 AND rt >= 0 AND w = 2";
        SelectList select = new SelectList();
        int up = select.add("COUNT(CASE WHEN " + clean + " AND rt > rf THEN 1 END)");
        int down = select.add("COUNT(CASE WHEN " + clean + " AND rt < rf THEN 1 END)");
        int upgraded = select.add("COUNT(DISTINCT CASE WHEN " + clean + " AND rt > rf THEN u END)");
        int noUsers = select.add("COUNT(CASE WHEN u IS NULL THEN 1 END)");
        int noPlans = select.add("COUNT(CASE WHEN u IS NOT NULL AND (rf < 0 OR rt < 0) THEN 1 END)");
        int noTimes = select.add("COUNT(CASE WHEN u IS NOT NULL AND rf >= 0 AND rt >= 0 AND w = 1 THEN 1 END)");
        inquiry.query(Sql.template("SELECT {} FROM ({}) d", select.sql(), rows), row -> {
            facts = new PlanChangeFacts(row.getLong(up), row.getLong(down), row.getLong(upgraded));
            inquiry.addIssues(DataCheck.PLAN_CHANGES_USER, row.getLong(noUsers));
            inquiry.addIssues(DataCheck.PLAN_CHANGES_PLAN, row.getLong(noPlans));
            inquiry.addIssues(DataCheck.PLAN_CHANGES_AT, row.getLong(noTimes));
        });
        return facts == null ? new PlanChangeFacts(0, 0, 0) : facts;
    }

    /** The plan's place in the order, -1 outside of it. */
    private Sql rank(String role) {
        List<Sql> arms = new ArrayList<>();
        List<String> plans = inquiry.schema().spec().plans().plans();
        for (int rank = 0; rank < plans.size(); rank++) {
            arms.add(Sql.of(" WHEN ", changes.equal(role, plans.get(rank)), " THEN " + rank));
        }
        return Sql.template("CASE{} ELSE -1 END", Sql.join("", arms));
    }
}
