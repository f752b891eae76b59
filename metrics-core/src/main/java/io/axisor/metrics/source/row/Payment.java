package io.axisor.metrics.source.row;

import io.axisor.metrics.revenue.PaymentStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment, or a refund that is a row of its own among payments.
 *
 * @param id its id
 * @param userId who pays, null or blank for a guest
 * @param amount how much, in major units; a payment without, or below 0, is dirty
 * @param currency the currency's code; a payment of an unknown one is dirty
 * @param status what became of it, null for a status that is mapped to nothing, which is dirty
 * @param createdAt when it was created; a payment without is dirty
 * @param paidAt when the money came or went; one that succeeded without is dirty
 * @param plan the plan that was paid for, null for none
 * @param refundedAmount what was given back of it, null for all or nothing as the status says
 * @param refundedAt when it was given back, null for the instant it was paid at
 */
public record Payment(
        String id,
        @Nullable String userId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable PaymentStatus status,
        @Nullable Instant createdAt,
        @Nullable Instant paidAt,
        @Nullable String plan,
        @Nullable BigDecimal refundedAmount,
        @Nullable Instant refundedAt) {

    /**
     * A payment that was paid when it was created.
     *
     * @param id its id
     * @param userId who pays, null or blank for a guest
     * @param amount how much, in major units
     * @param currency the currency's code
     * @param status what became of it
     * @param at when
     * @return the payment, of no plan
     */
    public static Payment of(
            String id, @Nullable String userId, BigDecimal amount, String currency, PaymentStatus status, Instant at) {
        return new Payment(id, userId, amount, currency, status, at, at, null, null, null);
    }

    /**
     * The payment, paid at another instant.
     *
     * @param at when
     * @return a copy
     */
    public Payment paid(@Nullable Instant at) {
        return new Payment(id, userId, amount, currency, status, createdAt, at, plan, refundedAmount, refundedAt);
    }

    /**
     * The payment for a plan.
     *
     * @param newPlan the plan
     * @return a copy
     */
    public Payment forPlan(String newPlan) {
        return new Payment(
                id, userId, amount, currency, status, createdAt, paidAt, newPlan, refundedAmount, refundedAt);
    }

    /**
     * The payment with what was given back of it, where payment and refund share a row.
     *
     * @param newRefundedAmount how much, null for all
     * @param at when, null for the instant it was paid at
     * @return a copy
     */
    public Payment refunded(@Nullable BigDecimal newRefundedAmount, @Nullable Instant at) {
        return new Payment(id, userId, amount, currency, status, createdAt, paidAt, plan, newRefundedAmount, at);
    }
}
