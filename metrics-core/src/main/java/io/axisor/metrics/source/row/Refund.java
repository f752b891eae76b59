package io.axisor.metrics.source.row;

import io.axisor.metrics.revenue.RefundStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund with a table of its own.
 *
 * @param paymentId which payment it gives back; a refund of none is dirty, one of an ignored payment is left out
 * @param amount how much, in major units; a refund without, or below 0, is dirty
 * @param refundedAt when; a refund without is dirty
 * @param status what became of it, null for a status that is mapped to nothing, which is dirty; only those that succeeded
 *     count and are checked
 */
public record Refund(
        @Nullable String paymentId,
        @Nullable BigDecimal amount,
        @Nullable Instant refundedAt,
        @Nullable RefundStatus status) {

    /**
     * A refund that succeeded.
     *
     * @param paymentId which payment it gives back
     * @param amount how much, in major units
     * @param refundedAt when
     */
    public Refund(@Nullable String paymentId, @Nullable BigDecimal amount, @Nullable Instant refundedAt) {
        this(paymentId, amount, refundedAt, RefundStatus.SUCCEEDED);
    }
}
