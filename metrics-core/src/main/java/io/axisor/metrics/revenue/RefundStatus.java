package io.axisor.metrics.revenue;

/** What became of a refund that has a table of its own. Only those that succeeded count. */
public enum RefundStatus {
    /** The money was given back. */
    SUCCEEDED,
    /** The money may still be given back. */
    PENDING,
    /** The money was not given back and will not be. */
    FAILED,
    /** The row is no refund, such as a test. */
    IGNORED
}
