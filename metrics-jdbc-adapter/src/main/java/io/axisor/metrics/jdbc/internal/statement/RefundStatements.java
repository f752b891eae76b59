package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.PayerColumn;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.render.PlanColumn;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.revenue.RevenueRanges;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refunds with a table of their own: one statement over all of them, one over those of the last months. */
final class RefundStatements {

    /** How many payments were refunded, where there is no such table. */
    static final Map<Window, Long> NONE = Map.of(ROLLING_30D, 0L, LIFETIME, 0L);

    private static final int LEFT_OUT = 1;

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source refunds;
    private final Source payments;
    private final MoneyColumns money;
    private final Sql paymentCode;
    private final Sql joined;
    private final Sql isOfIgnored;
    private final Map<Window, Long> counts = new EnumMap<>(NONE);

    RefundStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.refunds = inquiry.schema().source("refunds", "r");
        this.payments = inquiry.schema().source("payments", "f");
        this.money = new MoneyColumns(payments);
        this.paymentCode =
                new PaymentConditions(payments, inquiry.schema().spec().refundShape(), at).code();
        this.joined = Sql.of(refunds.from(), payments.leftJoinOfAll("id", refunds.column("paymentId")));
        this.isOfIgnored = payments.has("status") ? payments.means("status", "ignored") : Sql.of("1 = 0");
    }

    /** Counts all refunds and returns how many payments were refunded, ever and in the last 30 days. */
    Map<Window, Long> askTotals(MoneyTally tally) throws SQLException {
        tally.countsRefunded();
        PlanColumn plan = PlanColumn.of(payments, inquiry.schema());
        SelectList select = new SelectList();
        int currency = select.add("cu");
        int planName = select.add("pl");
        int code = select.add("k");
        int guest = select.add("h");
        int issues = select.add("COUNT(CASE WHEN w > 0 THEN 1 END)");
        int ever = select.add(refunds.dialect().sum("CASE WHEN w > 0 THEN a END"));
        int month = select.add(refunds.dialect().sum("CASE WHEN w = 2 THEN a END"));
        int paymentsEver = select.add("COUNT(DISTINCT CASE WHEN w > 0 THEN i END)");
        int paymentsMonth = select.add("COUNT(DISTINCT CASE WHEN w = 2 THEN i END)");
        CountedRows made = new CountedRows(inquiry, RowAxis.REFUNDS);
        made.addTo(select, "b");
        Sql sql = Sql.template("SELECT {} FROM ({}) d GROUP BY cu, pl, k, h", select.sql(), rows(plan, made));
        inquiry.query(sql, row -> {
            int what = row.getInt(code);
            Optional<CurrencyUnit> unit = money.currency(row, currency);
            if (what == LEFT_OUT) {
                return;
            }
            Optional<DataCheck> failed =
                    unit.isEmpty() ? Optional.of(DataCheck.REFUNDS_PAYMENT) : DirtyCode.failed(what);
            made.read(row, failed);
            made.addUnbounded(row.getLong(issues), failed);
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), row.getLong(issues));
            } else {
                tally.addRefunded(
                        unit.get(),
                        plan.isKnown() ? row.getString(planName) : null,
                        money.sum(row, ever, unit.get()),
                        money.sum(row, month, unit.get()));
                if (row.getInt(guest) == 1) {
                    tally.addUnattributedRefunded(
                            unit.get(), money.sum(row, ever, unit.get()), money.sum(row, month, unit.get()));
                }
                counts.merge(LIFETIME, row.getLong(paymentsEver), Long::sum);
                counts.merge(ROLLING_30D, row.getLong(paymentsMonth), Long::sum);
            }
        });
        return counts;
    }

    private Sql rows(PlanColumn plan, CountedRows made) {
        Sql noTime = Sql.of(refunds.column("refundedAt"), " IS NULL");
        Sql future = refunds.after("refundedAt", at.latestCredible());
        Sql code = Sql.template(
                "CASE{}{}{}{}{}{} ELSE 0 END",
                leftOut(),
                DirtyCode.arm(DataCheck.REFUNDS_PAYMENT, paymentCode, " >= " + DirtyCode.LOWEST),
                DirtyCode.arm(
                        DataCheck.REFUNDS_AMOUNT,
                        refunds.column("amount"),
                        " IS NULL OR ",
                        refunds.column("amount"),
                        " < 0"),
                refunds.has("status")
                        ? DirtyCode.arm(
                                DataCheck.REFUNDS_STATUS,
                                refunds.column("status"),
                                " IS NULL OR NOT ",
                                refunds.means("status", "succeeded"))
                        : Sql.EMPTY,
                DirtyCode.arm(DataCheck.REFUNDS_AT, noTime),
                DirtyCode.arm(DataCheck.REFUNDS_FUTURE, future));
        Sql existence = Sql.template(
                "CASE WHEN {} OR {} THEN 3 WHEN {} THEN 0 WHEN {} THEN 2 ELSE 1 END",
                noTime,
                future,
                refunds.notBefore("refundedAt", at.instant()),
                refunds.notBefore("refundedAt", at.minusDays(30)));
        return Sql.template(
                "SELECT {} AS cu, {} AS pl, {} AS k, {} AS h, {} AS w, {} AS b, {} AS a, {} AS i FROM {}{}",
                money.currency(),
                plan.column(),
                code,
                new PayerColumn(payments).isGuest(),
                existence,
                made.bucket(refunds, "refundedAt"),
                refunds.summable("amount"),
                refunds.column("paymentId"),
                joined,
                plan.join());
    }

    /** A refund that did not succeed, and one of an ignored payment, count nowhere and are no issue. */
    private Sql leftOut() {
        Sql unsuccessful =
                refunds.has("status") ? Sql.of(" OR ", refunds.means("status", "pending", "failed")) : Sql.EMPTY;
        return Sql.template(" WHEN {}{} THEN " + LEFT_OUT, isOfIgnored, unsuccessful);
    }

    void askWindows(MoneyTally tally) throws SQLException {
        List<TimeRange> ranges = RevenueRanges.bounded(at);
        tally.countsRefunded(ranges);
        TimeBuckets buckets = TimeBuckets.of(ranges);
        Sql rows = Sql.of(
                "SELECT ",
                money.currency(),
                " AS cu, ",
                buckets.number(refunds, "refundedAt"),
                " AS b, ",
                refunds.summable("amount"),
                " AS a FROM ",
                joined,
                " WHERE ",
                refunds.within("refundedAt", buckets.whole()),
                " AND ",
                refunds.column("amount"),
                " >= 0 AND ",
                refunds.has("status") ? Sql.of(refunds.means("status", "succeeded"), " AND ") : Sql.EMPTY,
                paymentCode,
                " < " + DirtyCode.LOWEST,
                " AND CASE WHEN ",
                isOfIgnored,
                " THEN 1 ELSE 0 END = 0");
        inquiry.query(
                Sql.template(
                        "SELECT cu, b, {} AS m0 FROM ({}) d GROUP BY cu, b",
                        refunds.dialect().sum("a"),
                        rows),
                row -> {
                    Optional<CurrencyUnit> unit = money.currency(row, 1);
                    int bucket = row.getInt(2);
                    if (unit.isPresent()) {
                        List<TimeRange> holding = ranges.stream()
                                .filter(range -> buckets.isWithin(bucket, range))
                                .toList();
                        tally.addRefunded(unit.get(), holding, money.sum(row, 3, unit.get()));
                    }
                });
    }
}
