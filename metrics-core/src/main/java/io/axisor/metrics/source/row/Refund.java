package io.axisor.metrics.source.row;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refund with a table of its own.
 *
 * @param paymentId which payment it gives back; a refund of none is dirty
 * @param amount how much, in major units; a refund without, or below 0, is dirty
 * @param refundedAt when; a refund without is dirty
 */
public record Refund(
        @Nullable String paymentId,
        @Nullable BigDecimal amount,
        @Nullable Instant refundedAt) {}
