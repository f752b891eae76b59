package io.axisor.metrics.revenue;

/**
 * The state of a subscription now. When it began and stopped to be revenue is said by its dates; a state without revenue
 * that no date explains is an issue.
 */
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
    /** Given up; paid until its end where that is still to come. */
    CANCELLED
}
