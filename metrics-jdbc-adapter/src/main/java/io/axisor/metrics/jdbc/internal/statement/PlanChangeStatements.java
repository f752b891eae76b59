package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.PlanChangeFacts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts changes of plan, in one statement over all of them. One that is planned for later does not exist yet. */
final class PlanChangeStatements {

    /** The codes of clean changes; those between equal plans have 0, dirty ones a {@link DirtyCode}. */
    private static final int UP = 1;

    private static final int DOWN = 2;

    private final Inquiry inquiry;
    private final Source changes;
    private final AsOf at;
    private final CountedRows counted;
    private long upgrades;
    private long downgrades;
    private long upgraded;

    PlanChangeStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.changes = inquiry.schema().source("planChanges", "f");
        this.at = inquiry.at();
        this.counted = new CountedRows(inquiry, RowAxis.PLAN_CHANGES);
    }

    PlanChangeFacts ask() throws SQLException {
        SelectList select = new SelectList();
        int codeColumn = select.add("k");
        int all = select.add("COUNT(*)");
        int inWindow = select.add("COUNT(CASE WHEN w = 1 THEN 1 END)");
        int people = select.add("COUNT(DISTINCT CASE WHEN w = 1 THEN u END)");
        counted.addTo(select, "b");
        inquiry.query(Sql.template("SELECT {} FROM ({}) d GROUP BY k", select.sql(), rows()), row -> {
            int code = row.getInt(codeColumn);
            Optional<DataCheck> failed = DirtyCode.failed(code);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(all));
            }
            counted.read(row, failed);
            counted.addUnbounded(row.getLong(all), failed);
            if (code == UP) {
                upgrades = row.getLong(inWindow);
                upgraded = row.getLong(people);
            } else if (code == DOWN) {
                downgrades = row.getLong(inWindow);
            }
        });
        return new PlanChangeFacts(upgrades, downgrades, upgraded);
    }

    private Sql rows() {
        Sql noTime = Sql.of(changes.column("changedAt"), " IS NULL");
        Sql ranks = Sql.template(
                "SELECT {} AS u, {} AS rf, {} AS rt, CASE WHEN {} THEN 1 ELSE 0 END AS n,"
                        + " CASE WHEN {} THEN 1 ELSE 0 END AS w, {} AS b FROM {} WHERE {} OR {}",
                changes.column("userId"),
                rank("fromPlan"),
                rank("toPlan"),
                noTime,
                changes.within("changedAt", at.range(ROLLING_30D)),
                counted.bucket(changes, "changedAt"),
                changes.from(),
                noTime,
                changes.before("changedAt", at.instant()));
        return Sql.template(
                "SELECT u, w, b, CASE{}{}{} WHEN rt > rf THEN " + UP + " WHEN rt < rf THEN " + DOWN
                        + " ELSE 0 END AS k FROM ({}) c",
                DirtyCode.arm(DataCheck.PLAN_CHANGES_USER, "u IS NULL"),
                DirtyCode.arm(DataCheck.PLAN_CHANGES_PLAN, "rf < 0 OR rt < 0"),
                DirtyCode.arm(DataCheck.PLAN_CHANGES_AT, "n = 1"),
                ranks);
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
