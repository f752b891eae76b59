package io.axisor.metrics.revenue;

import java.util.Locale;

/** What became of a payment. A host's own statuses are mapped onto these; any other counts nowhere and is an issue. */
public enum PaymentStatus {
    /** The money came. */
    SUCCEEDED,
    /** The money came and was given back; with refunds in rows of their own, the row that gives it back. */
    REFUNDED,
    /** The money did not come and will not. */
    FAILED,
    /** The money may still come. */
    PENDING,
    /** The row is no payment, such as a test or a draft: it counts nowhere, and is no issue. */
    IGNORED;

    /**
     * The status in tags.
     *
     * @return lower case
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
