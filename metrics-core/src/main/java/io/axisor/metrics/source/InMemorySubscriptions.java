package io.axisor.metrics.source;

import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.time.AsOf;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a subscription row says at an instant. */
record InMemorySubscriptions(AsOf at) {

    /** The checks of subscriptions, the currency among them. */
    static final Set<DataCheck> CHECKS = EnumSet.range(DataCheck.SUBSCRIPTIONS_USER, DataCheck.SUBSCRIPTIONS_CURRENCY);

    @Nullable
    DataCheck check(Subscription subscription) {
        if (subscription.userId() == null) {
            return DataCheck.SUBSCRIPTIONS_USER;
        }
        if (subscription.amount() == null || subscription.amount().signum() < 0) {
            return DataCheck.SUBSCRIPTIONS_AMOUNT;
        }
        if (subscription.interval() == null || subscription.intervalCount() < 1) {
            return DataCheck.SUBSCRIPTIONS_INTERVAL;
        }
        SubscriptionStatus status = subscription.status();
        if (status == null) {
            return DataCheck.SUBSCRIPTIONS_STATUS;
        }
        if (subscription.startedAt() == null) {
            return DataCheck.SUBSCRIPTIONS_STARTED_AT;
        }
        return isUndated(subscription, status) ? DataCheck.SUBSCRIPTIONS_UNDATED : null;
    }

    @Nullable
    DataCheck checkWithCurrency(Subscription subscription) {
        DataCheck first = check(subscription);
        return first == null && InMemoryPayments.currency(subscription.currency()) == null
                ? DataCheck.SUBSCRIPTIONS_CURRENCY
                : first;
    }

    /** Whether its status now means no revenue, though nothing says since when. */
    private boolean isUndated(Subscription subscription, SubscriptionStatus status) {
        boolean withoutRevenue = switch (status) {
            case ACTIVE, PAST_DUE, FREE -> false;
            case TRIALING, PAUSED -> true;
            case CANCELLED -> subscription.endedAt() == null;
        };
        return withoutRevenue && costs(subscription) && isOpen(subscription, at.computedAt());
    }

    /** Whether a clean subscription pays at {@code t}. */
    boolean pays(Subscription subscription) {
        return subscription.status() != SubscriptionStatus.FREE
                && costs(subscription)
                && isOpen(subscription, at.instant());
    }

    private static boolean costs(Subscription subscription) {
        return subscription.amount() != null && subscription.amount().signum() > 0;
    }

    /** What its dates say of an instant. */
    static boolean isOpen(Subscription subscription, Instant instant) {
        return subscription.startedAt() != null
                && subscription.startedAt().isBefore(instant)
                && (subscription.trialEndsAt() == null
                        || subscription.trialEndsAt().isBefore(instant))
                && ends(subscription).noneMatch(end -> end.isBefore(instant));
    }

    private static Stream<Instant> ends(Subscription subscription) {
        boolean isCancelled = subscription.status() == SubscriptionStatus.CANCELLED && subscription.endedAt() == null;
        Instant cancelled = isCancelled ? subscription.cancelledAt() : null;
        Instant paused = subscription.status() == SubscriptionStatus.PAUSED ? subscription.pausedAt() : null;
        return Stream.of(
                        Stream.ofNullable(subscription.endedAt()),
                        Stream.ofNullable(cancelled),
                        Stream.ofNullable(paused))
                .flatMap(Function.identity());
    }
}
