package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.automation.AutomationCounts;
import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One statement over all automations, grouped by type, plan and how many active automations their owner has. The last tells
 * owners: of somebody with 3 active automations each is a third, so 6 of them are 2 people.
 */
final class AutomationTotals {

    private static final int NOT_YET = 0;
    private static final int ACTIVE = 1;
    private static final int INACTIVE = 2;

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source automations;
    private final Optional<Source> users;
    private final boolean hasPlans;
    private final Map<String, BigDecimal> active = new HashMap<>();
    private final Map<String, BigDecimal> inactive = new HashMap<>();
    private final Map<String, BigDecimal> activeByPlan = new HashMap<>();
    private final Map<String, BigDecimal> ownersByPlan = new HashMap<>();
    private final CountedRows counted;
    private BigDecimal adopters = BigDecimal.ZERO;

    AutomationTotals(Inquiry inquiry) {
        ResolvedSchema schema = inquiry.schema();
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.automations = schema.source("automations", "f");
        this.users = schema.has("users") ? Optional.of(schema.accounts("a")) : Optional.empty();
        this.counted = new CountedRows(inquiry, RowAxis.AUTOMATIONS);
        this.hasPlans = schema.has("users", "plan");
    }

    void ask(AutomationFacts.Builder facts) throws SQLException {
        Sql sql = Sql.template(
                "SELECT ty, pl, k, n, ex, w, COUNT(*) AS m0 FROM ({}) d GROUP BY ty, pl, k, n, ex, w", rows());
        inquiry.query(sql, this::count);
        ownersByPlan.replaceAll((plan, owners) -> whole(owners));
        Breakdown types = Breakdown.of(inquiry.schema().spec().automationTypes().known());
        Breakdown plans = Breakdown.of(inquiry.schema().spec().plans().plans());
        facts.automations(Finding.ok(new AutomationCounts(
                types.plusAll(active),
                types.plusAll(inactive),
                plans.plusAll(activeByPlan),
                plans.plusAll(ownersByPlan))));
        facts.adopters(
                users.isPresent()
                        ? Finding.ok(whole(adopters).longValueExact())
                        : Finding.unavailable("users are not mapped"));
    }

    /** What thirds and the like add up to. */
    private static BigDecimal whole(BigDecimal owners) {
        return owners.setScale(0, RoundingMode.HALF_UP);
    }

    private void count(ResultSet row) throws SQLException {
        String type = Breakdown.valueOrUnspecified(automations.has("type") ? row.getString(1) : null);
        String plan = Breakdown.valueOrUnspecified(hasPlans ? row.getString(2) : null);
        int code = row.getInt(3);
        BigDecimal number = BigDecimal.valueOf(row.getLong(7));
        if (code != NOT_YET) {
            Optional<DataCheck> failed = DirtyCode.failed(code);
            counted.add(row.getInt(6), row.getLong(7), failed);
            counted.addUnbounded(row.getLong(7), failed);
        }
        if (DirtyCode.isDirty(code)) {
            inquiry.addIssues(DirtyCode.check(code), row.getLong(7));
        } else if (code == ACTIVE) {
            active.merge(type, number, BigDecimal::add);
            activeByPlan.merge(plan, number, BigDecimal::add);
            countOwners(plan, number.divide(BigDecimal.valueOf(row.getLong(4)), MathContext.DECIMAL64), row.getInt(5));
        } else if (code == INACTIVE) {
            inactive.merge(type, number, BigDecimal::add);
        }
    }

    private void countOwners(String plan, BigDecimal owners, int exist) {
        ownersByPlan.merge(plan, owners, BigDecimal::add);
        adopters = adopters.add(owners.multiply(BigDecimal.valueOf(exist)));
    }

    private Sql rows() {
        Source all = inquiry.schema().source("automations", "g");
        return Sql.template(
                """
                SELECT {} AS ty, {} AS pl, {} AS k, CASE WHEN {} THEN o.n ELSE 0 END AS n, {} AS ex, {} AS w
                FROM {}{} LEFT JOIN (SELECT {} AS u, COUNT(*) AS n FROM {} WHERE {} GROUP BY {}) o ON o.u = {}
                """,
                automations.has("type") ? automations.text("type") : "0",
                hasPlans ? users.orElseThrow().text("plan") : "0",
                code(),
                isActive(automations),
                users.map(this::exists).orElse(Sql.of("0")),
                counted.bucket(automations, "createdAt"),
                automations.from(),
                users.map(accounts -> accounts.leftJoin("id", automations.column("userId")))
                        .orElse(Sql.EMPTY),
                all.column("userId"),
                all.from(),
                isActive(all),
                all.column("userId"),
                automations.column("userId"));
    }

    private Sql exists(Source accounts) {
        return Sql.of("CASE WHEN ", AccountStatements.existedAt(accounts, at.instant()), " THEN 1 ELSE 0 END");
    }

    /** Whether a row is clean, created before the instant, and active. */
    private Sql isActive(Source source) {
        return Sql.and(
                source.before("createdAt", at.instant()),
                Sql.of(source.column("userId"), " IS NOT NULL"),
                source.means("active", "active"));
    }

    private Sql code() {
        Sql future = automations.after("createdAt", at.latestCredible());
        return Sql.of(
                "CASE WHEN ",
                isActive(automations),
                " THEN " + ACTIVE + " WHEN ",
                Sql.template("{} AND NOT ({})", automations.notBefore("createdAt", at.instant()), future),
                " THEN " + NOT_YET,
                DirtyCode.arm(DataCheck.AUTOMATIONS_USER, automations.column("userId"), " IS NULL"),
                DirtyCode.arm(DataCheck.AUTOMATIONS_CREATED_AT, automations.column("createdAt"), " IS NULL"),
                DirtyCode.arm(DataCheck.AUTOMATIONS_FUTURE, future),
                " ELSE " + INACTIVE + " END");
    }
}
