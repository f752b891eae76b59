package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payments. */
public final class PaymentsMapping extends MoneyMapping<PaymentsMapping> {

    private boolean refundsOnOwnRows;
    private boolean recurringFromPayments;
    private @Nullable PaymentStatus fixedStatus;

    PaymentsMapping() {
        super("payments");
    }

    @Override
    PaymentsMapping self() {
        return this;
    }

    @Override
    List<String> requiredRoles() {
        return List.of("amount", "createdAt");
    }

    @Override
    List<String> faults() {
        List<String> faults = super.faults();
        if (has("status") == hasConstant("status")) {
            faults.add("payments: give .status(...) or .fixedStatus(...), and not both");
        }
        if (fixedStatus == PaymentStatus.IGNORED) {
            faults.add("payments: .fixedStatus(...) ignores every payment; leave the payments out of the mapping");
        }
        if (!hasConstant("status") && !hasValues("status", "succeeded")) {
            faults.add("payments: no status means succeeded; name at least one with .succeeded(...)");
        }
        return faults;
    }

    /**
     * The payment's id; needed where refunds have a table of their own.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping id(String column) {
        return column("id", column, Purpose.VALUE);
    }

    /**
     * Who pays. Optional; a payment whose user is NULL or blank is a guest's: it counts in money, payments and rates, and no
     * account paid it. Without the column there is nothing per user: no ARPU, ARPPU, conversion or lifetime value.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping userId(String column) {
        return column("userId", column, Purpose.VALUE);
    }

    /**
     * The status, whose values are mapped with {@link #succeeded}, {@link #refunded}, {@link #failed}, {@link #pending} and
     * {@link #ignored}. Either this or {@link #fixedStatus}.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping status(String column) {
        return column("status", column, Purpose.VALUE);
    }

    /**
     * The status of every row, where no column says it, as in a table of nothing but paid invoices.
     *
     * @param status the status
     * @return this
     */
    public PaymentsMapping fixedStatus(PaymentStatus status) {
        this.fixedStatus = status;
        return constant("status", status.key());
    }

    /**
     * When the payment was created.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping createdAt(String column) {
        return time("createdAt", column, null);
    }

    /**
     * When the payment was created.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public PaymentsMapping createdAt(String column, TimeKind kind) {
        return time("createdAt", column, kind);
    }

    /**
     * When the money came. Optional; else when the payment was created.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping paidAt(String column) {
        return time("paidAt", column, null);
    }

    /**
     * When the money came. Optional; else when the payment was created.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public PaymentsMapping paidAt(String column, TimeKind kind) {
        return time("paidAt", column, kind);
    }

    /**
     * The plan that was paid for. Optional; else the account's now.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping plan(String column) {
        return column("plan", column, Purpose.VALUE);
    }

    /**
     * How much of the payment was given back. Optional; else all of a refunded payment.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping refundedAmount(String column) {
        return column("refundedAmount", column, Purpose.SUM);
    }

    /**
     * When it was given back. Optional; else the refund belongs to the instant of payment.
     *
     * @param column its name
     * @return this
     */
    public PaymentsMapping refundedAt(String column) {
        return time("refundedAt", column, null);
    }

    /**
     * When it was given back. Optional; else the refund belongs to the instant of payment.
     *
     * @param column its name
     * @param kind how it stores instants
     * @return this
     */
    public PaymentsMapping refundedAt(String column, TimeKind kind) {
        return time("refundedAt", column, kind);
    }

    /**
     * The stored statuses that mean: the money came.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public PaymentsMapping succeeded(String... stored) {
        return values("status", "succeeded", stored);
    }

    /**
     * The stored statuses that mean: the money was given back.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public PaymentsMapping refunded(String... stored) {
        return values("status", "refunded", stored);
    }

    /**
     * The stored statuses that mean: the money did not come and will not.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public PaymentsMapping failed(String... stored) {
        return values("status", "failed", stored);
    }

    /**
     * The stored statuses that mean: the money may still come.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public PaymentsMapping pending(String... stored) {
        return values("status", "pending", stored);
    }

    /**
     * The stored statuses of rows that are no payments, such as tests or drafts. They count nowhere, and are no issue.
     *
     * @param stored the values as the column holds them
     * @return this
     */
    public PaymentsMapping ignored(String... stored) {
        return values("status", "ignored", stored);
    }

    /**
     * A refund is a payment row of its own with status refunded, its amount positive or negative, dated by itself. Without
     * this, a refunded payment's own status turns to refunded, unless refunds have a table of their own.
     *
     * @return this
     */
    public PaymentsMapping refundsOnOwnRows() {
        this.refundsOnOwnRows = true;
        return this;
    }

    /**
     * Where no subscriptions are mapped, what was collected in the last 30 days counts as monthly recurring revenue. Only for
     * payments that recur each month, as memberships do; a shop's orders do not. Without this, revenue.mrr is UNAVAILABLE.
     *
     * @return this
     */
    public PaymentsMapping recurringFromPayments() {
        this.recurringFromPayments = true;
        return this;
    }

    boolean isRecurring() {
        return recurringFromPayments;
    }

    RefundShape shape() {
        return refundsOnOwnRows ? RefundShape.OWN_ROWS : RefundShape.ON_PAYMENT;
    }
}
