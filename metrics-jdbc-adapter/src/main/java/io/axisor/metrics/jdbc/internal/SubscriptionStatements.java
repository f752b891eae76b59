package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.SubscriptionFacts;
import io.axisor.metrics.revenue.SubscriptionGroup;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sums up subscriptions, in one statement over all of them. */
final class SubscriptionStatements {

    private static final List<BillingInterval> INTERVALS = List.of(BillingInterval.values());

    private final Inquiry inquiry;
    private final Source subscriptions;
    private final MoneyColumns money;
    private final PlanColumn plan;

    SubscriptionStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.subscriptions = inquiry.schema().source("subscriptions", "f");
        this.money = new MoneyColumns(subscriptions);
        this.plan = PlanColumn.of(subscriptions, inquiry.schema());
    }

    SubscriptionFacts ask() throws SQLException {
        List<SubscriptionGroup> groups = new ArrayList<>();
        String sums = "SELECT cu, pl, iv, ct, k, SUM(a) AS m0, COUNT(CASE WHEN x = 1 THEN 1 END) AS m1 FROM (";
        inquiry.query(Sql.template("{}{}) d GROUP BY cu, pl, iv, ct, k", sums, rows()), row -> {
            int code = row.getInt(5);
            Optional<CurrencyUnit> currency = money.currency(row, 1);
            if (DirtyCode.isDirty(code)) {
                inquiry.addIssues(DirtyCode.check(code), row.getLong(7));
            } else if (currency.isEmpty()) {
                inquiry.addIssues(DataCheck.SUBSCRIPTIONS_CURRENCY, row.getLong(7));
            } else if (code == SubscriptionConditions.PAYING) {
                groups.add(new SubscriptionGroup(
                        currency.get(),
                        plan.isKnown() ? row.getString(2) : null,
                        INTERVALS.get(row.getInt(3)),
                        row.getInt(4),
                        Objects.requireNonNullElse(money.sum(row, 6, currency.get()), BigDecimal.ZERO)));
            }
        });
        SchemaSpec spec = inquiry.schema().spec();
        return SubscriptionFacts.of(groups, spec.knownCurrencies(subscriptions.money()), spec.plans());
    }

    private Sql rows() {
        SubscriptionConditions conditions = new SubscriptionConditions(subscriptions, inquiry.at());
        String count =
                subscriptions.has("intervalCount") ? "COALESCE(" + subscriptions.column("intervalCount") + ", 1)" : "1";
        return Sql.template(
                "SELECT {} AS cu, {} AS pl, {} AS iv, {} AS ct, {} AS k, CASE WHEN {} THEN 1 ELSE 0 END AS x, {} AS a FROM {}{}",
                money.currency(),
                plan.column(),
                interval(),
                count,
                conditions.code(),
                conditions.exists(),
                subscriptions.summable("amount"),
                subscriptions.from(),
                plan.join());
    }

    private Sql interval() {
        Optional<BillingInterval> fixed = inquiry.schema().spec().fixedInterval();
        if (fixed.isPresent()) {
            return Sql.of(String.valueOf(INTERVALS.indexOf(fixed.get())));
        }
        return Sql.of(
                "CASE",
                arm("daily", BillingInterval.DAY),
                arm("weekly", BillingInterval.WEEK),
                arm("monthly", BillingInterval.MONTH),
                " ELSE " + INTERVALS.indexOf(BillingInterval.YEAR) + " END");
    }

    private Sql arm(String meaning, BillingInterval interval) {
        return Sql.of(" WHEN ", subscriptions.means("interval", meaning), " THEN " + INTERVALS.indexOf(interval));
    }
}
