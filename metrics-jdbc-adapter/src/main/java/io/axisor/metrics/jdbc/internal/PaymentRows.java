package io.axisor.metrics.jdbc.internal;

import static io.axisor.metrics.revenue.RevenueDefinitions.PAYMENTS_CREATED;
import static io.axisor.metrics.revenue.RevenueDefinitions.PAYMENTS_PAID;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.RowAxis;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many payments of the last months fall into each window, by when they were created and by when they were paid, and how
 * many of them were left out: one statement, through indexes on these times where there are any.
 */
final class PaymentRows {

    private static final Map<RowAxis, List<Window>> WINDOWS = Map.of(
            PAYMENTS_CREATED, List.of(ROLLING_24H, ROLLING_30D),
            PAYMENTS_PAID, RevenueDefinitions.COLLECTED.windows());

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source payments;
    private final String paidAt;
    private final MoneyColumns money;
    private final TimeBuckets buckets;

    PaymentRows(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.payments = inquiry.schema().source("payments", "f");
        this.paidAt = PaymentConditions.paidAt(payments);
        this.money = new MoneyColumns(payments);
        List<TimeRange> ranges = new ArrayList<>();
        WINDOWS.values().forEach(windows -> windows.forEach(window -> ranges.add(at.range(window))));
        this.buckets = TimeBuckets.of(ranges);
    }

    /** Counts payments of all time, which another statement reads. */
    static void addOfAllTime(Inquiry inquiry, long rows, Optional<DataCheck> failed) {
        WINDOWS.keySet().forEach(axis -> inquiry.leftOut().add(axis, LIFETIME, rows, failed));
    }

    void ask() throws SQLException {
        WINDOWS.forEach(inquiry.leftOut()::know);
        addOfAllTime(inquiry, 0, Optional.empty());
        Sql sql = Sql.template("SELECT cu, k, b, h, COUNT(*) AS m0 FROM ({}) d GROUP BY cu, k, b, h", rows());
        inquiry.query(sql, row -> {
            int code = row.getInt(2);
            Optional<DataCheck> failed = DirtyCode.isDirty(code)
                    ? Optional.of(DirtyCode.check(code))
                    : money.currency(row, 1).isPresent() ? Optional.empty() : Optional.of(DataCheck.PAYMENTS_CURRENCY);
            add(PAYMENTS_CREATED, row.getInt(3), row.getLong(5), failed);
            add(PAYMENTS_PAID, row.getInt(4), row.getLong(5), failed);
        });
    }

    private void add(RowAxis axis, int bucket, long rows, Optional<DataCheck> failed) {
        for (Window window : WINDOWS.getOrDefault(axis, List.of())) {
            if (bucket < buckets.size() && buckets.isWithin(bucket, at.range(window))) {
                inquiry.leftOut().add(axis, window, rows, failed);
            }
        }
    }

    private Sql rows() {
        Instant earliest = buckets.whole().from();
        Sql created = bucket("createdAt");
        boolean isDatedApart = !paidAt.equals("createdAt");
        Sql paid = isDatedApart
                ? Sql.template(
                        "CASE WHEN {} IS NULL THEN {} ELSE {} END", payments.column(paidAt), created, bucket(paidAt))
                : created;
        Sql recent = isDatedApart
                ? Sql.template(
                        "{} OR {}", payments.notBefore("createdAt", earliest), payments.notBefore(paidAt, earliest))
                : payments.notBefore("createdAt", earliest);
        return Sql.template(
                "SELECT {} AS cu, {} AS k, {} AS b, {} AS h FROM {} WHERE {}",
                money.currency(),
                new PaymentConditions(payments, inquiry.schema().spec().refundShape(), at).code(),
                created,
                paid,
                payments.from(),
                recent);
    }

    /** The bucket of a time; none for what is missing or lies at or after the instant. */
    private Sql bucket(String role) {
        return Sql.template(
                "CASE WHEN {} THEN {} ELSE " + buckets.size() + " END",
                payments.before(role, buckets.whole().endExclusive()),
                buckets.number(payments, role));
    }
}
