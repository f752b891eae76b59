package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;

import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.CurrencyUnit;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a payment row says at an instant. */
record InMemoryPayments(RefundShape shape, AsOf at) {

    /** The checks of payments that do not need the currency. */
    static final Set<DataCheck> CHECKS = EnumSet.range(DataCheck.PAYMENTS_AMOUNT, DataCheck.PAYMENTS_FUTURE);

    @Nullable
    DataCheck check(Payment payment) {
        boolean refundRow = shape == RefundShape.OWN_ROWS && payment.status() == PaymentStatus.REFUNDED;
        if (payment.amount() == null || (payment.amount().signum() < 0 && !refundRow)) {
            return DataCheck.PAYMENTS_AMOUNT;
        }
        if (payment.createdAt() == null) {
            return DataCheck.PAYMENTS_CREATED_AT;
        }
        if (payment.status() == null) {
            return DataCheck.PAYMENTS_STATUS;
        }
        boolean moneyMoved = payment.status() == PaymentStatus.SUCCEEDED || payment.status() == PaymentStatus.REFUNDED;
        if (moneyMoved && payment.paidAt() == null) {
            return DataCheck.PAYMENTS_PAID_AT;
        }
        if (payment.refundedAmount() != null && payment.refundedAmount().signum() < 0) {
            return DataCheck.PAYMENTS_REFUNDED_AMOUNT;
        }
        boolean future = isFuture(payment.createdAt(), at)
                || isFuture(payment.paidAt(), at)
                || isFuture(payment.refundedAt(), at);
        return future ? DataCheck.PAYMENTS_FUTURE : null;
    }

    @Nullable
    DataCheck checkWithCurrency(Payment payment) {
        DataCheck first = check(payment);
        return first == null && currency(payment.currency()) == null ? DataCheck.PAYMENTS_CURRENCY : first;
    }

    /** Who paid; null for a guest. */
    static @Nullable String payer(Payment payment) {
        String user = payment.userId();
        return user == null || user.isBlank() ? null : user;
    }

    static @Nullable CurrencyUnit currency(@Nullable String code) {
        return code == null ? null : CurrencyUnit.find(code).orElse(null);
    }

    /** When the payment brought money, refunded since or not; null if it did not before {@code t}. */
    @Nullable
    Instant succeededAt(Payment payment) {
        boolean succeeded = payment.status() == PaymentStatus.SUCCEEDED
                || (payment.status() == PaymentStatus.REFUNDED && shape != RefundShape.OWN_ROWS);
        Instant paidAt = payment.paidAt();
        return succeeded && paidAt != null && paidAt.isBefore(at.instant()) ? paidAt : null;
    }

    /** The status at {@code t}: what was paid, or given back, at or after it had not been so yet. */
    PaymentStatus statusAt(Payment payment) {
        PaymentStatus now = payment.status();
        if (now == null) {
            throw new IllegalStateException("a payment without a status is dirty and has none at " + at.instant());
        }
        boolean moneyMoved = now == PaymentStatus.SUCCEEDED || now == PaymentStatus.REFUNDED;
        Instant paidAt = payment.paidAt();
        if (moneyMoved && paidAt != null && !paidAt.isBefore(at.instant())) {
            return PaymentStatus.PENDING;
        }
        Instant refundedAt = payment.refundedAt();
        boolean refundedLater = shape == RefundShape.ON_PAYMENT
                && now == PaymentStatus.REFUNDED
                && refundedAt != null
                && !refundedAt.isBefore(at.instant());
        return refundedLater ? PaymentStatus.SUCCEEDED : now;
    }
}
