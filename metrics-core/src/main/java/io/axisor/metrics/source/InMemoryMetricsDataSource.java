package io.axisor.metrics.source;

import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.PlanCatalogue;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts counted from rows in memory: for hosts without a database, for tests, and as the plain reference that every
 * other source must agree with.
 *
 * <p>The collections are read at every call, so they may grow meanwhile if they allow that (a
 * {@link java.util.concurrent.CopyOnWriteArrayList}, a {@link java.util.concurrent.ConcurrentLinkedQueue}). A kind of row
 * that was never given is not mapped; an empty collection is mapped and empty. Every call looks at every row.
 */
public final class InMemoryMetricsDataSource implements MetricsDataSource {

    final PlanCatalogue plans;
    final Collection<CurrencyUnit> currencies;
    final RefundShape refundShape;
    final boolean plansOnPayments;
    final boolean plansOnSubscriptions;
    final boolean lastActivityOnAccounts;
    final @Nullable Collection<Account> accounts;
    final @Nullable Collection<ActivityEvent> activity;
    final @Nullable Collection<Payment> payments;
    final Collection<Refund> refunds;
    final @Nullable Collection<Subscription> subscriptions;
    final @Nullable Collection<PlanChange> planChanges;
    final @Nullable Collection<SurveyAnswer> surveys;

    private InMemoryMetricsDataSource(Builder builder) {
        this.plans = builder.plans;
        this.currencies = List.copyOf(builder.currencies);
        this.refundShape = builder.refundShape;
        this.plansOnPayments = builder.plansOnPayments;
        this.plansOnSubscriptions = builder.plansOnSubscriptions;
        this.lastActivityOnAccounts = builder.lastActivityOnAccounts;
        this.accounts = builder.accounts;
        this.activity = builder.activity;
        this.payments = builder.payments;
        this.refunds = builder.refunds;
        this.subscriptions = builder.subscriptions;
        this.planChanges = builder.planChanges;
        this.surveys = builder.surveys;
    }

    /**
     * Begins with nothing mapped.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public UserFacts users(AsOf at) {
        return new InMemoryUsers(this, at).facts();
    }

    @Override
    public RevenueFacts revenue(AsOf at) {
        return new InMemoryRevenue(this, at).facts();
    }

    /** The rows that exist, and what their columns mean. */
    public static final class Builder {
        private PlanCatalogue plans = PlanCatalogue.NONE;
        private Collection<CurrencyUnit> currencies = List.of();
        private RefundShape refundShape = RefundShape.ON_PAYMENT;
        private boolean plansOnPayments;
        private boolean plansOnSubscriptions;
        private boolean lastActivityOnAccounts;
        private @Nullable Collection<Account> accounts;
        private @Nullable Collection<ActivityEvent> activity;
        private @Nullable Collection<Payment> payments;
        private Collection<Refund> refunds = List.of();
        private @Nullable Collection<Subscription> subscriptions;
        private @Nullable Collection<PlanChange> planChanges;
        private @Nullable Collection<SurveyAnswer> surveys;

        private Builder() {}

        /**
         * The plans, lowest first.
         *
         * @param catalogue the plans
         * @return this
         */
        public Builder plans(PlanCatalogue catalogue) {
            this.plans = catalogue;
            return this;
        }

        /**
         * The currencies whose sums are 0, not missing, when nothing was paid.
         *
         * @param known the currencies
         * @return this
         */
        public Builder currencies(CurrencyUnit... known) {
            this.currencies = List.of(known);
            return this;
        }

        /**
         * The accounts.
         *
         * @param rows the accounts
         * @return this
         */
        public Builder accounts(Collection<Account> rows) {
            this.accounts = rows;
            return this;
        }

        /**
         * Accounts bear their last activity, which counts where no activity events are mapped.
         *
         * @return this
         */
        public Builder lastActivityOnAccounts() {
            this.lastActivityOnAccounts = true;
            return this;
        }

        /**
         * The activity events.
         *
         * @param rows the events
         * @return this
         */
        public Builder activity(Collection<ActivityEvent> rows) {
            this.activity = rows;
            return this;
        }

        /**
         * The payments, refunds told by their status.
         *
         * @param rows the payments
         * @return this
         */
        public Builder payments(Collection<Payment> rows) {
            this.payments = rows;
            return this;
        }

        /**
         * Payments bear the plan that was paid for; else it is the account's.
         *
         * @return this
         */
        public Builder plansOnPayments() {
            this.plansOnPayments = true;
            return this;
        }

        /**
         * Refunds are payment rows of their own.
         *
         * @return this
         */
        public Builder refundsOnOwnRows() {
            this.refundShape = RefundShape.OWN_ROWS;
            return this;
        }

        /**
         * Refunds have a table of their own.
         *
         * @param rows the refunds
         * @return this
         */
        public Builder refunds(Collection<Refund> rows) {
            this.refundShape = RefundShape.OWN_TABLE;
            this.refunds = rows;
            return this;
        }

        /**
         * The subscriptions.
         *
         * @param rows the subscriptions
         * @return this
         */
        public Builder subscriptions(Collection<Subscription> rows) {
            this.subscriptions = rows;
            return this;
        }

        /**
         * Subscriptions bear their plan; else it is the account's.
         *
         * @return this
         */
        public Builder plansOnSubscriptions() {
            this.plansOnSubscriptions = true;
            return this;
        }

        /**
         * The changes of plan.
         *
         * @param rows the changes
         * @return this
         */
        public Builder planChanges(Collection<PlanChange> rows) {
            this.planChanges = rows;
            return this;
        }

        /**
         * The survey answers.
         *
         * @param rows the answers
         * @return this
         */
        public Builder surveys(Collection<SurveyAnswer> rows) {
            this.surveys = rows;
            return this;
        }

        /**
         * Ends the mapping.
         *
         * @return the source
         */
        public InMemoryMetricsDataSource build() {
            return new InMemoryMetricsDataSource(this);
        }
    }
}
