package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.PlanColumn;
import io.axisor.metrics.jdbc.internal.render.SubscriptionConditions;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
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
    private final CountedRows begun;
    private final CountedRows open;

    SubscriptionStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.subscriptions = inquiry.schema().source("subscriptions", "f");
        this.money = new MoneyColumns(subscriptions);
        this.plan = PlanColumn.of(subscriptions, inquiry.schema());
        this.begun = new CountedRows(inquiry, RowAxis.SUBSCRIPTIONS_BEGUN);
        this.open = new CountedRows(inquiry, RowAxis.SUBSCRIPTIONS_OPEN);
    }

    SubscriptionFacts ask() throws SQLException {
        List<SubscriptionGroup> groups = new ArrayList<>();
        SelectList select = new SelectList();
        int currencyColumn = select.add("cu");
        int planColumn = select.add("pl");
        int interval = select.add("iv");
        int count = select.add("ct");
        int codeColumn = select.add("k");
        int sum = select.add(subscriptions.dialect().sum("a"));
        int existing = select.add("COUNT(CASE WHEN x = 1 THEN 1 END)");
        int lasting = select.add("COUNT(CASE WHEN o = 1 THEN 1 END)");
        begun.addTo(select, "w");
        inquiry.query(Sql.template("SELECT {} FROM ({}) d GROUP BY cu, pl, iv, ct, k", select.sql(), rows()), row -> {
            int code = row.getInt(codeColumn);
            Optional<CurrencyUnit> currency = money.currency(row, currencyColumn);
            Optional<DataCheck> failed = DirtyCode.isDirty(code)
                    ? Optional.of(DirtyCode.check(code))
                    : currency.isPresent() ? Optional.empty() : Optional.of(DataCheck.SUBSCRIPTIONS_CURRENCY);
            begun.read(row, failed);
            begun.addUnbounded(row.getLong(existing), failed);
            open.addUnbounded(row.getLong(lasting), failed);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(existing));
            } else if (code == SubscriptionConditions.PAYING) {
                groups.add(new SubscriptionGroup(
                        currency.get(),
                        plan.isKnown() ? row.getString(planColumn) : null,
                        INTERVALS.get(row.getInt(interval)),
                        row.getInt(count),
                        Objects.requireNonNullElse(money.sum(row, sum, currency.get()), BigDecimal.ZERO)));
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
                "SELECT {} AS cu, {} AS pl, {} AS iv, {} AS ct, {} AS k, CASE WHEN {} THEN 1 ELSE 0 END AS x, {} AS w,"
                        + " CASE WHEN {} THEN 1 ELSE 0 END AS o, {} AS a FROM {}{}",
                money.currency(),
                plan.column(),
                interval(),
                count,
                conditions.code(),
                conditions.exists(),
                begun.bucket(subscriptions, "startedAt"),
                conditions.isOpen(inquiry.at().instant()),
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
