package io.axisor.metrics.revenue;

/** The state of a subscription. Only {@link #ACTIVE} and {@link #PAST_DUE} recur as revenue. */
public enum SubscriptionStatus {
    /** Paid. */
    ACTIVE,
    /** Not paid in time, but not given up. */
    PAST_DUE,
    /** Not yet paid for. */
    TRIALING,
    /** Never paid for. */
    FREE,
    /** Suspended. */
    PAUSED,
    /** Given up. */
    CANCELLED;

    /**
     * Whether the subscription recurs as revenue.
     *
     * @return true for {@link #ACTIVE} and {@link #PAST_DUE}
     */
    public boolean isPaying() {
        return this == ACTIVE || this == PAST_DUE;
    }
}
