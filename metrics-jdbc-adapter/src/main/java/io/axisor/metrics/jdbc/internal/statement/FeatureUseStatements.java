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
import io.axisor.metrics.value.Breakdown;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Counts the users of features: one statement for each table, over the last 30 days, through an index on the time where there
 * is one. It also finds use that says something impossible, and looks only for what columns that may be null can lack.
 */
final class FeatureUseStatements {

    static final Set<DataCheck> CHECKS = EnumSet.range(DataCheck.FEATURES_USER, DataCheck.FEATURES_FUTURE);

    /** The code of use in the window. Dirty rows have a {@link DirtyCode}; what is neither has not happened yet. */
    private static final int IN_WINDOW = 1;

    private static final int NOT_YET = 0;

    private final Inquiry inquiry;
    private final AsOf at;
    private final Set<String> known = new TreeSet<>();
    private final Map<String, BigDecimal> users = new HashMap<>();

    FeatureUseStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
    }

    Breakdown ask() throws SQLException {
        for (String table : inquiry.schema().spec().featureUse()) {
            ask(inquiry.schema().source(table, "f"));
        }
        return Breakdown.of(known).plusAll(users);
    }

    /** Who used a feature in two tables cannot be told: the larger number stands for both. */
    private void ask(Source uses) throws SQLException {
        Optional<String> fixed = uses.constant("feature").map(Breakdown::valueOrUnspecified);
        fixed.ifPresent(known::add);
        CountedRows counted = new CountedRows(inquiry, RowAxis.FEATURES);
        SelectList select = new SelectList();
        select.add("e");
        select.add("k");
        select.add("COUNT(*)");
        select.add("SUM(n)");
        counted.addSumsTo(select);
        Sql sql = Sql.template(
                """
                SELECT {}
                FROM (SELECT e, k, u, COUNT(*) AS n{} FROM (SELECT {} AS e, {} AS k, {} AS u, {} AS b FROM {} WHERE {}{}) d
                      GROUP BY e, k, u) p
                GROUP BY e, k
                """,
                select.sql(),
                counted.numbers("b"),
                fixed.isPresent() ? "0" : uses.textOrNull("feature"),
                code(uses),
                uses.column("userId"),
                counted.bucket(uses, "usedAt"),
                uses.from(),
                recentOrLacking(uses),
                uses.dialect().computedOnceInOneThread());
        inquiry.query(sql, row -> {
            int code = row.getInt(2);
            Optional<DataCheck> failed = DirtyCode.failed(code);
            counted.read(row, failed);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(4));
            } else if (code == IN_WINDOW) {
                String feature = fixed.isPresent() ? fixed.get() : Breakdown.valueOrUnspecified(row.getString(1));
                users.merge(feature, BigDecimal.valueOf(row.getLong(3)), BigDecimal::max);
            }
        });
    }

    private static Sql isNull(Source uses, String role) {
        return Sql.of(uses.column(role), " IS NULL");
    }

    private Sql code(Source uses) {
        Sql future = uses.after("usedAt", at.latestCredible());
        return Sql.of(
                "CASE WHEN ",
                uses.notBefore("usedAt", at.instant()),
                " AND NOT (",
                future,
                ") THEN " + NOT_YET,
                DirtyCode.arm(DataCheck.FEATURES_USER, isNull(uses, "userId")),
                DirtyCode.arm(DataCheck.FEATURES_USED_AT, isNull(uses, "usedAt")),
                DirtyCode.arm(DataCheck.FEATURES_FUTURE, future),
                " ELSE " + IN_WINDOW + " END");
    }

    private Sql recentOrLacking(Source uses) {
        Instant from = at.range(ROLLING_30D).from();
        List<Sql> conditions = new ArrayList<>(List.of(uses.notBefore("usedAt", from)));
        for (String role : List.of("userId", "usedAt")) {
            if (uses.isNullable(role)) {
                conditions.add(isNull(uses, role));
            }
        }
        return Sql.join(" OR ", conditions);
    }
}
