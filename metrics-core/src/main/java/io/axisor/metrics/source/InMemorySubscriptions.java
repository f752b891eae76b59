package io.axisor.metrics.source;

import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.time.AsOf;
import java.util.EnumSet;
import java.util.Set;
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
        if (subscription.status() == null) {
            return DataCheck.SUBSCRIPTIONS_STATUS;
        }
        return subscription.startedAt() == null ? DataCheck.SUBSCRIPTIONS_STARTED_AT : null;
    }

    @Nullable
    DataCheck checkWithCurrency(Subscription subscription) {
        DataCheck first = check(subscription);
        return first == null && InMemoryPayments.currency(subscription.currency()) == null
                ? DataCheck.SUBSCRIPTIONS_CURRENCY
                : first;
    }

    /** Whether a clean subscription pays at {@code t}. Its status tells about now only. */
    boolean pays(Subscription subscription) {
        boolean begun =
                subscription.startedAt() != null && subscription.startedAt().isBefore(at.instant());
        boolean goesOn =
                subscription.endedAt() == null || !subscription.endedAt().isBefore(at.instant());
        boolean costs = subscription.amount() != null && subscription.amount().signum() > 0;
        boolean paying = at.isPast()
                || (subscription.status() != null && subscription.status().isPaying());
        return begun && goesOn && costs && paying;
    }
}
