package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.revenue.RevenueDefinitions.SUBSCRIPTIONS_BEGUN;
import static io.axisor.metrics.revenue.RevenueDefinitions.SUBSCRIPTIONS_OPEN;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;

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
        String sums = "SELECT cu, pl, iv, ct, k, SUM(a) AS m0, COUNT(CASE WHEN x = 1 THEN 1 END) AS m1,"
                + " COUNT(CASE WHEN w = 2 THEN 1 END) AS m2, COUNT(CASE WHEN w > 0 THEN 1 END) AS m3,"
                + " COUNT(CASE WHEN o = 1 THEN 1 END) AS m4 FROM (";
        count(0, 0, 0, 0, Optional.empty());
        inquiry.query(Sql.template("{}{}) d GROUP BY cu, pl, iv, ct, k", sums, rows()), row -> {
            int code = row.getInt(5);
            Optional<CurrencyUnit> currency = money.currency(row, 1);
            Optional<DataCheck> failed = DirtyCode.isDirty(code)
                    ? Optional.of(DirtyCode.check(code))
                    : currency.isPresent() ? Optional.empty() : Optional.of(DataCheck.SUBSCRIPTIONS_CURRENCY);
            count(row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), failed);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(7));
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

    private void count(long ofAllTime, long ofDay, long ofMonth, long open, Optional<DataCheck> failed) {
        inquiry.leftOut().add(SUBSCRIPTIONS_BEGUN, ROLLING_24H, ofDay, failed);
        inquiry.leftOut().add(SUBSCRIPTIONS_BEGUN, ROLLING_30D, ofMonth, failed);
        inquiry.leftOut().add(SUBSCRIPTIONS_BEGUN, LIFETIME, ofAllTime, failed);
        inquiry.leftOut().add(SUBSCRIPTIONS_OPEN, LIFETIME, open, failed);
    }

    private Sql rows() {
        SubscriptionConditions conditions = new SubscriptionConditions(subscriptions, inquiry.at());
        String count =
                subscriptions.has("intervalCount") ? "COALESCE(" + subscriptions.column("intervalCount") + ", 1)" : "1";
        return Sql.template(
                "SELECT {} AS cu, {} AS pl, {} AS iv, {} AS ct, {} AS k, CASE WHEN {} THEN 1 ELSE 0 END AS x, {} AS w,"
                        + " CASE WHEN {} THEN 1 ELSE 0 END AS o, {} AS a FROM {}{}",
                money.currency(),
                plan.column(),
                interval(),
                count,
                conditions.code(),
                conditions.exists(),
                begun(),
                conditions.isOpen(inquiry.at().instant()),
                subscriptions.summable("amount"),
                subscriptions.from(),
                plan.join());
    }

    /** 2 for the last 24 hours, 1 for the rest of the last 30 days. */
    private Sql begun() {
        return Sql.template(
                "CASE WHEN {} THEN 2 WHEN {} THEN 1 ELSE 0 END",
                subscriptions.within("startedAt", inquiry.at().range(ROLLING_24H)),
                subscriptions.within("startedAt", inquiry.at().range(ROLLING_30D)));
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
