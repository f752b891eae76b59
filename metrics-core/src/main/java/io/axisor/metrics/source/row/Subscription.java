package io.axisor.metrics.source.row;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.SubscriptionStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscription.
 *
 * @param userId whose; a subscription without is dirty
 * @param plan its plan, null for none
 * @param amount what is paid each time, in major units; a subscription without, or below 0, is dirty
 * @param currency the currency's code; an unknown one is dirty
 * @param interval the interval, null for one that is mapped to nothing, which is dirty
 * @param intervalCount how many intervals lie between payments; below 1 is dirty
 * @param startedAt when it began or will begin; a subscription without is dirty
 * @param endedAt when it ended or will end, the first instant that is not paid for; null for never
 * @param status its state now, null for one that is mapped to nothing, which is dirty
 * @param trialEndsAt when its trial ended or will end, null for none: it is paid for from then on
 * @param pausedAt when it was paused, null for never; looked at where the status is paused
 * @param cancelledAt when it was cancelled, null for never; looked at where the status is cancelled and there is no
 *     {@code endedAt}
 */
public record Subscription(
        @Nullable String userId,
        @Nullable String plan,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable BillingInterval interval,
        int intervalCount,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable SubscriptionStatus status,
        @Nullable Instant trialEndsAt,
        @Nullable Instant pausedAt,
        @Nullable Instant cancelledAt) {

    /**
     * A subscription without a trial that was neither paused nor cancelled.
     *
     * @param userId whose
     * @param plan its plan, null for none
     * @param amount what is paid each time, in major units
     * @param currency the currency's code
     * @param interval the interval
     * @param intervalCount how many intervals lie between payments
     * @param startedAt when it began or will begin
     * @param endedAt when it ended or will end, null for never
     * @param status its state now
     */
    public Subscription(
            @Nullable String userId,
            @Nullable String plan,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable BillingInterval interval,
            int intervalCount,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable SubscriptionStatus status) {
        this(userId, plan, amount, currency, interval, intervalCount, startedAt, endedAt, status, null, null, null);
    }

    /**
     * The subscription with a trial.
     *
     * @param until when the trial ended or will end
     * @return a copy
     */
    public Subscription onTrial(@Nullable Instant until) {
        return dated(until, pausedAt, cancelledAt);
    }

    /**
     * The subscription with the date of its pause.
     *
     * @param at when it was paused
     * @return a copy
     */
    public Subscription paused(@Nullable Instant at) {
        return dated(trialEndsAt, at, cancelledAt);
    }

    /**
     * The subscription with the date of its cancelling.
     *
     * @param at when it was cancelled
     * @return a copy
     */
    public Subscription cancelled(@Nullable Instant at) {
        return dated(trialEndsAt, pausedAt, at);
    }

    private Subscription dated(@Nullable Instant trial, @Nullable Instant pause, @Nullable Instant cancelling) {
        return new Subscription(
                userId,
                plan,
                amount,
                currency,
                interval,
                intervalCount,
                startedAt,
                endedAt,
                status,
                trial,
                pause,
                cancelling);
    }
}
