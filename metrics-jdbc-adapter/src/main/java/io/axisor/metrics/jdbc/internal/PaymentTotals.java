package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.jdbc.internal.PaymentConditions.FAILED;
import static io.axisor.metrics.jdbc.internal.PaymentConditions.PENDING;
import static io.axisor.metrics.jdbc.internal.PaymentConditions.REFUNDED;
import static io.axisor.metrics.jdbc.internal.PaymentConditions.REFUND_TO_COME;
import static io.axisor.metrics.jdbc.internal.PaymentConditions.SUCCEEDED;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.revenue.PaymentCounts;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One pass over all payments, grouped by currency, plan and what became of them. */
final class PaymentTotals {

    private final Inquiry inquiry;
    private final AsOf at;
    private final RefundShape shape;
    private final Source payments;
    private final PaymentConditions conditions;
    private final RefundColumns refunds;
    private final MoneyColumns money;
    private final PlanColumn plan;
    private final Map<PaymentStatus, Long> byStatus = new EnumMap<>(PaymentStatus.class);
    private final Map<Window, long[]> counts = new EnumMap<>(Map.of(ROLLING_30D, new long[4], LIFETIME, new long[4]));

    PaymentTotals(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.shape = inquiry.schema().spec().refundShape();
        this.payments = inquiry.schema().source("payments", "f");
        this.conditions = new PaymentConditions(payments, shape, at);
        this.refunds = new RefundColumns(payments, shape, at);
        this.money = new MoneyColumns(payments);
        this.plan = PlanColumn.of(payments, inquiry.schema());
    }

    void ask(MoneyTally tally) throws SQLException {
        SelectList select = new SelectList();
        int currency = select.add("cu");
        int planName = select.add("pl");
        int code = select.add("k");
        int ever = select.add("COUNT(CASE WHEN w = 1 OR w = 2 THEN 1 END)");
        int month = select.add("COUNT(CASE WHEN w = 2 THEN 1 END)");
        int issues = select.add("COUNT(CASE WHEN w > 0 THEN 1 END)");
        String counted = refunds.countedIn().isPresent() ? "q" : "w";
        int refundsEver = select.add("COUNT(CASE WHEN " + counted + " > 0 THEN 1 END)");
        int refundsMonth = select.add("COUNT(CASE WHEN " + counted + " = 2 THEN 1 END)");
        int paid = select.add("SUM(a)");
        int paidMonth = select.add("SUM(CASE WHEN p = 1 THEN a END)");
        int back = select.add("SUM(r)");
        String ofMonth = refunds.isOfMonth().isPresent() ? "z" : "p";
        int backMonth = select.add("SUM(CASE WHEN " + ofMonth + " = 1 THEN r END)");
        Sql sql = Sql.template("SELECT {} FROM ({}) d GROUP BY cu, pl, k", select.sql(), rows());
        inquiry.query(sql, row -> {
            int what = row.getInt(code);
            Optional<CurrencyUnit> unit = money.currency(row, currency);
            if (DirtyCode.isDirty(what)) {
                inquiry.addIssues(DirtyCode.check(what), row.getLong(issues));
                return;
            }
            if (unit.isEmpty()) {
                inquiry.addIssues(DataCheck.PAYMENTS_CURRENCY, row.getLong(issues));
                return;
            }
            count(what, row.getLong(ever), row.getLong(month), row.getLong(refundsEver), row.getLong(refundsMonth));
            String name = plan.isKnown() ? row.getString(planName) : null;
            if (succeeded(what)) {
                tally.addGross(
                        unit.get(), name, money.sum(row, paid, unit.get()), money.sum(row, paidMonth, unit.get()));
            }
            if (what == SUCCEEDED || what == REFUNDED) {
                tally.addRefunded(
                        unit.get(), name, money.sum(row, back, unit.get()), money.sum(row, backMonth, unit.get()));
            }
        });
    }

    private Sql rows() {
        Instant monthStart = at.minusDays(30);
        Sql existence = Sql.template(
                "CASE WHEN {} THEN 1 WHEN {} THEN 2 WHEN NOT ({}) THEN 0 ELSE 3 END",
                payments.before("createdAt", monthStart),
                payments.before("createdAt", at.instant()),
                payments.after("createdAt", at.latestCredible()));
        return Sql.template(
                "SELECT {} AS cu, {} AS pl, {} AS k, {} AS w, {} AS a, CASE WHEN {} THEN 1 ELSE 0 END AS p, {} AS r{}{} FROM {}{}",
                money.currency(),
                plan.column(),
                conditions.code(),
                existence,
                payments.summable("amount"),
                payments.notBefore(PaymentConditions.paidAt(payments), monthStart),
                refunds.amount(),
                column(refunds.isOfMonth(), " AS z"),
                column(refunds.countedIn(), " AS q"),
                payments.from(),
                plan.join());
    }

    private static Sql column(Optional<Sql> column, String alias) {
        return column.map(sql -> Sql.template(", {}{}", sql, alias)).orElse(Sql.EMPTY);
    }

    private boolean succeeded(int code) {
        return code == SUCCEEDED || (code == REFUNDED && shape != RefundShape.OWN_ROWS);
    }

    private void count(int code, long ever, long month, long refundsEver, long refundsMonth) {
        PaymentStatus status = switch (code) {
            case SUCCEEDED -> PaymentStatus.SUCCEEDED;
            case REFUNDED -> PaymentStatus.REFUNDED;
            case FAILED -> PaymentStatus.FAILED;
            case PENDING, REFUND_TO_COME -> PaymentStatus.PENDING;
            default -> throw new IllegalStateException("no such code: " + code);
        };
        byStatus.merge(status, ever, Long::sum);
        boolean isRefundRow = code == REFUND_TO_COME || (code == REFUNDED && shape == RefundShape.OWN_ROWS);
        count(LIFETIME, code, isRefundRow ? 0 : ever, refundsEver);
        count(ROLLING_30D, code, isRefundRow ? 0 : month, refundsMonth);
    }

    private void count(Window window, int code, long created, long refunded) {
        long[] sums = counts.getOrDefault(window, new long[4]);
        sums[0] += created;
        sums[1] += succeeded(code) ? created : 0;
        sums[2] += code == FAILED ? created : 0;
        sums[3] += code == REFUNDED && shape != RefundShape.OWN_TABLE ? refunded : 0;
    }

    Map<PaymentStatus, Long> byStatus() {
        return byStatus;
    }

    /** The counts, with the refunds of a table of their own where there is one. */
    Map<Window, PaymentCounts> counts(Map<Window, Long> refundsOfOwnTable) {
        Map<Window, PaymentCounts> result = new EnumMap<>(Window.class);
        counts.forEach((window, sums) -> result.put(
                window,
                new PaymentCounts(sums[0], sums[1], sums[2], sums[3] + refundsOfOwnTable.getOrDefault(window, 0L))));
        return result;
    }
}
