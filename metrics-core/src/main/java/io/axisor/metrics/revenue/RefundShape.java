package io.axisor.metrics.revenue;

/** How a host's tables say that money was given back. */
public enum RefundShape {
    /**
     * The payment's own status turns to refunded. It once succeeded; its amount leaves the sums of the instant it was
     * paid at, or, where the payment has a refund date, those of that date.
     */
    ON_PAYMENT,
    /** A refund is a payment row of its own with status refunded, its amount positive or negative, dated by itself. */
    OWN_ROWS,
    /** Refunds have a table of their own, with payment, amount and date; a payment may have several. */
    OWN_TABLE
}
