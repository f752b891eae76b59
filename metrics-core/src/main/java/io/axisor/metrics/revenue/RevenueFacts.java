package io.axisor.metrics.revenue;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.value.Finding;

/**
 * All that a source must count for the metrics of this domain at one instant {@code t}. What a source has not mapped
 * stays {@link io.axisor.metrics.value.Status#UNAVAILABLE} with the name of the missing mapping. Immutable.
 */
public final class RevenueFacts {

    private final Finding<PaymentFacts> payments;
    private final Finding<SubscriptionFacts> subscriptions;
    private final boolean recurringFromPayments;
    private final DataIssues issues;

    private RevenueFacts(Builder builder) {
        this.payments = builder.payments;
        this.subscriptions = builder.subscriptions;
        this.recurringFromPayments = builder.recurringFromPayments;
        this.issues = builder.issues;
    }

    /**
     * Begins with nothing mapped.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The payments.
     *
     * @return the payments
     */
    public Finding<PaymentFacts> payments() {
        return payments;
    }

    /**
     * The subscriptions.
     *
     * @return the subscriptions
     */
    public Finding<SubscriptionFacts> subscriptions() {
        return subscriptions;
    }

    /**
     * Whether, without subscriptions, what was collected in 30 days counts as recurring revenue.
     *
     * @return true only where the host asks for it
     */
    public boolean recurringFromPayments() {
        return recurringFromPayments;
    }

    /**
     * Rows that were left out.
     *
     * @return by check
     */
    public DataIssues issues() {
        return issues;
    }

    /** Collects the facts of one instant; for one thread. */
    public static final class Builder {
        private Finding<PaymentFacts> payments = Finding.unavailable("payments are not mapped");
        private Finding<SubscriptionFacts> subscriptions = Finding.unavailable("subscriptions are not mapped");
        private boolean recurringFromPayments;
        private DataIssues issues = DataIssues.NONE;

        private Builder() {}

        /**
         * Sets {@link RevenueFacts#payments()}.
         *
         * @param value the payments
         * @return this
         */
        public Builder payments(Finding<PaymentFacts> value) {
            this.payments = value;
            return this;
        }

        /**
         * Sets {@link RevenueFacts#subscriptions()}.
         *
         * @param value the subscriptions
         * @return this
         */
        public Builder subscriptions(Finding<SubscriptionFacts> value) {
            this.subscriptions = value;
            return this;
        }

        /**
         * Sets {@link RevenueFacts#recurringFromPayments()}.
         *
         * @param asked whether the host asks for it
         * @return this
         */
        public Builder recurringFromPayments(boolean asked) {
            this.recurringFromPayments = asked;
            return this;
        }

        /**
         * Adds to {@link RevenueFacts#issues()}.
         *
         * @param more rows that were left out
         * @return this
         */
        public Builder issues(DataIssues more) {
            this.issues = issues.plus(more);
            return this;
        }

        /**
         * Ends the collection.
         *
         * @return the facts
         */
        public RevenueFacts build() {
            return new RevenueFacts(this);
        }
    }
}
