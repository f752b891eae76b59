package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.DueConditions;
import io.axisor.metrics.jdbc.internal.render.DueTally;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.platform.ComplianceFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.value.Breakdown;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts people's requests about their data, in one statement over all of them. */
final class ComplianceStatement {

    private final Inquiry inquiry;
    private final DueConditions conditions;
    private final Source requests;
    private final CountedRows made;
    private final CountedRows lasting;
    private final DueTally due = new DueTally();
    private final Map<String, BigDecimal> open = new HashMap<>();
    private final Map<String, BigDecimal> overdue = new HashMap<>();
    private final Map<String, BigDecimal> completed = new HashMap<>();

    ComplianceStatement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.conditions = new DueConditions(inquiry, "complianceRequests", "requestedAt", "completedAt");
        this.requests = conditions.source();
        this.made = new CountedRows(inquiry, RowAxis.REQUESTS_MADE);
        this.lasting = new CountedRows(inquiry, RowAxis.REQUESTS_OPEN);
    }

    /** The checks that are made. */
    Set<DataCheck> checks() {
        return EnumSet.range(
                DataCheck.COMPLIANCE_REQUESTED_AT,
                conditions.isOrderChecked() ? DataCheck.COMPLIANCE_ORDER : DataCheck.COMPLIANCE_FUTURE);
    }

    ComplianceFacts ask() throws SQLException {
        Sql rows = Sql.template(
                "SELECT {} AS r, {} AS k, {} AS q, {} AS b, {} AS o FROM {} WHERE {}",
                requests.has("kind") ? requests.text("kind") : "0",
                conditions.state(
                        DataCheck.COMPLIANCE_REQUESTED_AT, DataCheck.COMPLIANCE_FUTURE, DataCheck.COMPLIANCE_ORDER),
                conditions.due(),
                made.bucket(requests, "requestedAt"),
                conditions.isOpen(),
                requests.from(),
                conditions.exists());
        inquiry.query(
                Sql.template("SELECT r, k, q, b, o, COUNT(*) AS m0 FROM ({}) d GROUP BY r, k, q, b, o", rows), row -> {
                    String kind = Breakdown.valueOrUnspecified(requests.has("kind") ? row.getString(1) : null);
                    int state = row.getInt(2);
                    long number = row.getLong(6);
                    Optional<DataCheck> failed = DirtyCode.failed(state);
                    made.add(row.getInt(4), number, failed);
                    made.addUnbounded(number, failed);
                    lasting.addAll(row.getInt(5) == 1 ? number : 0, failed);
                    if (failed.isPresent()) {
                        inquiry.addIssues(failed.get(), number);
                    } else {
                        add(kind, state, row.getInt(3), number);
                    }
                });
        return new ComplianceFacts(
                Breakdown.NONE.plusAll(open),
                Breakdown.NONE.plusAll(overdue),
                Breakdown.NONE.plusAll(completed),
                conditions.dueCounts(due));
    }

    private void add(String kind, int state, int dueCode, long number) {
        due.add(dueCode, number);
        BigDecimal rows = BigDecimal.valueOf(number);
        if (state == DueConditions.DONE) {
            completed.merge(kind, rows, BigDecimal::add);
        } else if (state == DueConditions.TO_DO && dueCode == DueTally.OVERDUE) {
            overdue.merge(kind, rows, BigDecimal::add);
        } else if (state == DueConditions.TO_DO) {
            open.merge(kind, rows, BigDecimal::add);
        }
    }
}
