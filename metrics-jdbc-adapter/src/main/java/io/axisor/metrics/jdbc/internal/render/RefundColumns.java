package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a payment row says of money given back, as pieces of SQL; for rows that are clean and before the instant. */
public final class RefundColumns {

    private final Source payments;
    private final RefundShape shape;
    private final AsOf at;
    private final String paidAt;
    private final Sql isRefunded;

    public RefundColumns(Source payments, RefundShape shape, AsOf at) {
        this.payments = payments;
        this.shape = shape;
        this.at = at;
        this.paidAt = PaymentConditions.paidAt(payments);
        this.isRefunded = payments.means("status", "refunded");
    }

    /** How much was given back before the instant, without its sign; null for nothing. */
    public Sql amount() {
        String amount = payments.summable("amount");
        return switch (shape) {
            case OWN_TABLE -> Sql.of("0");
            case OWN_ROWS ->
                Sql.template(
                        "CASE WHEN {} AND {} < 0 THEN -{} WHEN {} THEN {} END",
                        isRefunded,
                        amount,
                        amount,
                        isRefunded,
                        amount);
            case ON_PAYMENT -> onPayment(amount);
        };
    }

    private Sql onPayment(String amount) {
        List<Object> parts = new ArrayList<>(List.of("CASE"));
        if (payments.has("refundedAt")) {
            parts.add(Sql.template(" WHEN {} THEN NULL", payments.notBefore("refundedAt", at.instant())));
        }
        if (payments.has("refundedAmount")) {
            String part = payments.summable("refundedAmount");
            parts.add(Sql.template(" WHEN {} THEN COALESCE({}, {}) ELSE {}", isRefunded, part, amount, part));
        } else {
            parts.add(Sql.template(" WHEN {} THEN {}", isRefunded, amount));
        }
        parts.add(" END");
        return Sql.of(parts.toArray());
    }

    /** 1 where the money was given back in the last 30 days, else 0; empty where that is when it was paid. */
    public Optional<Sql> isOfMonth() {
        if (!payments.has("refundedAt")) {
            return Optional.empty();
        }
        Instant monthStart = at.minusDays(30);
        return Optional.of(Sql.template(
                "CASE WHEN {} OR {} IS NULL AND {} THEN 1 ELSE 0 END",
                payments.notBefore("refundedAt", monthStart),
                payments.column("refundedAt"),
                payments.notBefore(paidAt, monthStart)));
    }

    /**
     * 2 where the refund counts among those of the last 30 days, 1 among those before; empty where it counts with the
     * payment, by when that was created.
     */
    public Optional<Sql> countedIn() {
        Instant monthStart = at.minusDays(30);
        if (shape == RefundShape.OWN_ROWS) {
            return Optional.of(Sql.template("CASE WHEN {} THEN 2 ELSE 1 END", payments.notBefore(paidAt, monthStart)));
        }
        if (!payments.has("refundedAt")) {
            return Optional.empty();
        }
        return Optional.of(Sql.template(
                "CASE WHEN {} THEN 2 WHEN {} IS NOT NULL THEN 1 WHEN {} THEN 0 WHEN {} THEN 2 ELSE 1 END",
                payments.notBefore("refundedAt", monthStart),
                payments.column("refundedAt"),
                payments.notBefore("createdAt", at.instant()),
                payments.notBefore("createdAt", monthStart)));
    }

    /** The bucket that the refund's money belongs to. */
    public Sql bucket(TimeBuckets buckets) {
        Sql byPayment = buckets.number(payments, paidAt);
        return payments.has("refundedAt")
                ? Sql.template(
                        "CASE WHEN {} IS NULL THEN {} ELSE {} END",
                        payments.column("refundedAt"),
                        byPayment,
                        buckets.number(payments, "refundedAt"))
                : byPayment;
    }
}
