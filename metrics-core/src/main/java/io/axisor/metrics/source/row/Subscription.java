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
 * @param endedAt when it ended or will end, null for never
 * @param status its state now, null for one that is mapped to nothing, which is dirty
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
        @Nullable SubscriptionStatus status) {}
