package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.ColumnSpec.Purpose;
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
