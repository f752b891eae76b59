package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.PayerColumn;
import io.axisor.metrics.jdbc.internal.render.PaymentConditions;
import io.axisor.metrics.jdbc.internal.render.RefundColumns;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RevenueRanges;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One statement over the payments of the last months, through an index on the time of payment where there is one. */
final class PaymentWindows {

    private final Inquiry inquiry;
    private final AsOf at;
    private final RefundShape shape;
    private final Source payments;
    private final String paidAt;
    private final MoneyColumns money;
    private final PayerColumn payer;
    private final List<TimeRange> ranges;
    private final TimeBuckets buckets;

    PaymentWindows(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.shape = inquiry.schema().spec().refundShape();
        this.payments = inquiry.schema().source("payments", "f");
        this.paidAt = PaymentConditions.paidAt(payments);
        this.money = new MoneyColumns(payments);
        this.payer = new PayerColumn(payments);
        this.ranges = RevenueRanges.bounded(at);
        this.buckets = TimeBuckets.of(ranges);
    }

    void ask(MoneyTally tally) throws SQLException {
        tally.countsPaid(ranges);
        if (shape != RefundShape.OWN_TABLE) {
            tally.countsRefunded(ranges);
        }
        long monthBuckets = IntStream.range(0, buckets.size())
                .filter(bucket -> buckets.isWithin(bucket, at.range(ROLLING_30D)))
                .count();
        SelectList select = new SelectList();
        int currency = select.add("cu");
        int payers = payer.isMapped()
                ? select.add("COUNT(DISTINCT CASE WHEN b < " + monthBuckets + " AND g IS NOT NULL THEN u END)")
                : 0;
        int[] gross = new int[buckets.size()];
        int[] refunded = new int[buckets.size()];
        int[] orders = new int[buckets.size()];
        for (int i = 0; i < buckets.size(); i++) {
            gross[i] = select.add(sum("CASE WHEN b = " + i + " THEN g END"));
            refunded[i] = select.add(sum("CASE WHEN c = " + i + " THEN r END"));
            orders[i] = select.add("COUNT(CASE WHEN b = " + i + " THEN g END)");
        }
        inquiry.query(Sql.template("SELECT {} FROM ({}) d GROUP BY cu", select.sql(), rows()), row -> {
            Optional<CurrencyUnit> unit = money.currency(row, currency);
            if (unit.isPresent()) {
                tally.addPayers(unit.get(), payers == 0 ? 0 : row.getLong(payers));
                for (int i = 0; i < buckets.size(); i++) {
                    List<TimeRange> holding = holding(i);
                    tally.addGross(unit.get(), holding, money.sum(row, gross[i], unit.get()));
                    tally.addRefunded(unit.get(), holding, money.sum(row, refunded[i], unit.get()));
                    tally.addOrders(unit.get(), holding, row.getLong(orders[i]));
                }
            }
        });
    }

    private String sum(String summable) {
        return payments.dialect().sum(summable);
    }

    private List<TimeRange> holding(int bucket) {
        return ranges.stream().filter(range -> buckets.isWithin(bucket, range)).toList();
    }

    private Sql rows() {
        PaymentConditions conditions = new PaymentConditions(payments, shape, at);
        RefundColumns refunds = new RefundColumns(payments, shape, at);
        Instant earliest = buckets.whole().from();
        Sql inTime = payments.has("refundedAt")
                ? Sql.template(
                        "({} OR {})", payments.notBefore(paidAt, earliest), payments.notBefore("refundedAt", earliest))
                : payments.notBefore(paidAt, earliest);
        Sql moved = shape == RefundShape.OWN_ROWS
                ? Sql.template("({} OR {})", conditions.succeeded(), conditions.refundRow())
                : conditions.succeeded();
        Sql gross = shape == RefundShape.OWN_ROWS
                ? Sql.template(
                        "CASE WHEN {} THEN {} END", payments.means("status", "succeeded"), payments.summable("amount"))
                : Sql.of(payments.summable("amount"));
        return Sql.template(
                "SELECT {} AS cu, {} AS u, {} AS b, {} AS g, {} AS c, {} AS r FROM {} WHERE {} AND {}",
                money.currency(),
                payer.isMapped() ? payer.orNull() : "0",
                buckets.number(payments, paidAt),
                gross,
                refunds.bucket(buckets),
                refunds.amount(),
                payments.from(),
                inTime,
                moved);
    }
}
