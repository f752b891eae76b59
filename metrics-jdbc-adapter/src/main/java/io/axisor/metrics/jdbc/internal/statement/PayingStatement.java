package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.PayerColumn;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.render.SubscriptionConditions;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.value.Breakdown;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the accounts that exist and have a paying subscription or, without subscriptions, a payment in the last 30 days.
 */
final class PayingStatement {

    private final Inquiry inquiry;
    private final ResolvedSchema schema;

    PayingStatement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.schema = inquiry.schema();
    }

    Breakdown ask() throws SQLException {
        Source users = schema.accounts("a");
        boolean hasPlan = users.has("plan");
        Map<String, BigDecimal> paying = new HashMap<>();
        inquiry.query(payingAccounts(users, hasPlan), row -> {
            long accounts = row.getLong(2);
            if (accounts > 0) {
                String plan = Breakdown.valueOrUnspecified(hasPlan ? row.getString(1) : null);
                paying.merge(plan, BigDecimal.valueOf(accounts), BigDecimal::add);
            }
        });
        return Breakdown.of(schema.spec().plans().plans()).plusAll(paying);
    }

    private Sql payingAccounts(Source users, boolean hasPlan) {
        return Sql.template(
                "SELECT {} AS d0, COUNT(*) AS m0 FROM {}, ({}) p WHERE {} = p.u AND {}{}",
                hasPlan ? users.text("plan") : "0",
                users.from(),
                schema.has("subscriptions") ? subscribers() : payers(),
                users.column("id"),
                AccountStatements.existedAt(users, inquiry.at().instant()),
                hasPlan ? Sql.of(" GROUP BY ", users.text("plan")) : Sql.EMPTY);
    }

    private Sql subscribers() {
        Source subscriptions = schema.source("subscriptions", "f");
        return Sql.template(
                "SELECT DISTINCT u FROM (SELECT {} AS u, {} AS k FROM {}) d WHERE k = " + SubscriptionConditions.PAYING,
                subscriptions.column("userId"),
                new SubscriptionConditions(subscriptions, inquiry.at()).code(),
                subscriptions.from());
    }

    private Sql payers() {
        Source payments = schema.source("payments", "f");
        Sql succeeded = new PaymentConditions(payments, schema.spec().refundShape(), inquiry.at())
                .succeededSince(inquiry.at().minusDays(30));
        return Sql.template(
                "SELECT DISTINCT {} AS u FROM {} WHERE {}",
                payments.column("userId"),
                payments.from(),
                new PayerColumn(payments)
                        .isKnown()
                        .map(known -> Sql.and(succeeded, known))
                        .orElse(succeeded));
    }
}
