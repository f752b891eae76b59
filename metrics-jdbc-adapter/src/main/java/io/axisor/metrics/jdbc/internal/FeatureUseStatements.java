package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.value.Breakdown;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the users of features: for each table one statement over the last 30 days, through an index on the time where there
 * is one, and one for use that says something impossible.
 */
final class FeatureUseStatements {

    static final EventChecks CHECKS =
            new EventChecks("usedAt", DataCheck.FEATURES_USER, DataCheck.FEATURES_USED_AT, DataCheck.FEATURES_FUTURE);

    private final Inquiry inquiry;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, BigDecimal> users = new HashMap<>();

    FeatureUseStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    Breakdown ask() throws SQLException {
        for (String table : inquiry.schema().spec().featureUse()) {
            Source uses = inquiry.schema().source(table, "f");
            CHECKS.ask(uses, inquiry);
            askUsers(uses);
        }
        return Breakdown.of(known).plusAll(users);
    }

    /** Who used a feature in two tables cannot be told: the larger number stands for both. */
    private void askUsers(Source uses) throws SQLException {
        Optional<String> fixed = uses.constant("feature").map(Breakdown::valueOrUnspecified);
        fixed.ifPresent(known::add);
        Sql rows = Sql.template(
                "SELECT {} AS e, {} AS u FROM {} WHERE {} AND {} IS NOT NULL",
                fixed.isPresent() ? "0" : uses.textOrNull("feature"),
                uses.column("userId"),
                uses.from(),
                uses.within("usedAt", inquiry.at().range(ROLLING_30D)),
                uses.column("userId"));
        String distinct = "SELECT e, COUNT(*) AS m0 FROM (SELECT e, u FROM ({}) d GROUP BY e, u) p GROUP BY e";
        inquiry.query(Sql.template(distinct, rows), row -> {
            String feature = fixed.isPresent() ? fixed.get() : Breakdown.valueOrUnspecified(row.getString(1));
            users.merge(feature, BigDecimal.valueOf(row.getLong(2)), BigDecimal::max);
        });
    }
}
