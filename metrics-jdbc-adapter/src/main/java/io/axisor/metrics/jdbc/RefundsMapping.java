package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import java.util.List;

/** Refunds that have a table of their own; a payment may have several. */
public final class RefundsMapping extends FactMapping<RefundsMapping> {

    RefundsMapping() {
        super("refunds");
    }

    @Override
    RefundsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("paymentId", "amount", "refundedAt");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("status") && !hasValues("status", "succeeded")) {
            faults.add("refunds: no status means succeeded; name at least one with .succeeded(...)");
        }
        return faults;
    }

    /**
     * The payment that is given back.
     *
     * @param column its name
     * @return this
     */
    public RefundsMapping paymentId(String column) {
        return column("paymentId", column, Purpose.VALUE);
    }

    /**
     * The status, whose values are mapped with {@link #succeeded}, {@link #pending}, {@link #failed} and {@link #ignored}.
     * Optional; else every refund succeeded.
     *
     * @param column its name
     * @return this
     */
    public RefundsMapping status(String column) {
        return column("status", column, Purpose.VALUE);
    }

    /**
     * The stored statuses that mean: the money was given back. No others count.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public RefundsMapping succeeded(String... stored) {
        return values("status", "succeeded", stored);
    }

    /**
     * The stored statuses that mean: the money may still be given back.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public RefundsMapping pending(String... stored) {
        return values("status", "pending", stored);
    }

    /**
     * The stored statuses that mean: the money was not given back and will not be.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public RefundsMapping failed(String... stored) {
        return values("status", "failed", stored);
    }

    /**
     * The stored statuses of rows that are no refunds, such as tests. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public RefundsMapping ignored(String... stored) {
        return values("status", "ignored", stored);
    }

    /**
     * How much, in the unit and currency of the payment.
     *
     * @param column its name
     * @return this
     */
    public RefundsMapping amount(String column) {
        return column("amount", column, Purpose.SUM);
    }

    /**
     * When.
     *
     * @param column its name
     * @return this
     */
    public RefundsMapping refundedAt(String column) {
        return time("refundedAt", column, null);
    }

    /**
     * When.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public RefundsMapping refundedAt(String column, TimeKind kind) {
        return time("refundedAt", column, kind);
    }
}
