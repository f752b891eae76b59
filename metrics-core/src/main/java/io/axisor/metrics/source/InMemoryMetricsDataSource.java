package io.axisor.metrics.source;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.PlanChange;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
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
    final AutomationCatalogue automationCatalogue;
    final List<Money> capital;
    final Collection<String> knownFeatures;
    final RefundShape refundShape;
    final boolean plansOnPayments;
    final boolean paymentsWithoutUsers;
    final boolean recurringFromPayments;
    final boolean plansOnSubscriptions;
    final boolean lastActivityOnAccounts;
    final boolean verifiedOnAccounts;
    final @Nullable Collection<Account> accounts;
    final @Nullable Collection<ActivityEvent> activity;
    final @Nullable Collection<Payment> payments;
    final Collection<Refund> refunds;
    final @Nullable Collection<Subscription> subscriptions;
    final @Nullable Collection<PlanChange> planChanges;
    final @Nullable Collection<SurveyAnswer> surveys;
    final @Nullable Collection<Automation> automations;
    final @Nullable Collection<Execution> executions;
    final @Nullable Collection<Trade> trades;
    final @Nullable Collection<MarketTrade> marketLog;
    final @Nullable Collection<FeatureUse> featureUse;
    final @Nullable Collection<SupportTicket> tickets;
    final @Nullable Collection<ComplianceRequest> complianceRequests;

    private InMemoryMetricsDataSource(Builder builder) {
        this.plans = builder.plans;
        this.currencies = List.copyOf(builder.currencies);
        this.automationCatalogue = builder.automationCatalogue;
        this.capital = builder.capital;
        this.knownFeatures = builder.knownFeatures;
        this.refundShape = builder.refundShape;
        this.plansOnPayments = builder.plansOnPayments;
        this.paymentsWithoutUsers = builder.paymentsWithoutUsers;
        this.recurringFromPayments = builder.recurringFromPayments;
        this.plansOnSubscriptions = builder.plansOnSubscriptions;
        this.lastActivityOnAccounts = builder.lastActivityOnAccounts;
        this.verifiedOnAccounts = builder.verifiedOnAccounts;
        this.accounts = builder.accounts;
        this.activity = builder.activity;
        this.payments = builder.payments;
        this.refunds = builder.refunds;
        this.subscriptions = builder.subscriptions;
        this.planChanges = builder.planChanges;
        this.surveys = builder.surveys;
        this.automations = builder.automations;
        this.executions = builder.executions;
        this.trades = builder.trades;
        this.marketLog = builder.marketLog;
        this.featureUse = builder.featureUse;
        this.tickets = builder.tickets;
        this.complianceRequests = builder.complianceRequests;
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

    @Override
    public AutomationFacts automation(AsOf at) {
        return new InMemoryAutomation(this, at).facts();
    }

    @Override
    public TradingFacts trading(AsOf at) {
        return new InMemoryTrading(this, at).facts();
    }

    @Override
    public PlatformFacts platform(AsOf at) {
        return new InMemoryPlatform(this, at).facts();
    }

    /** The rows that exist, and what their columns mean. */
    public static final class Builder {
        private PlanCatalogue plans = PlanCatalogue.NONE;
        private Collection<CurrencyUnit> currencies = List.of();
        private AutomationCatalogue automationCatalogue = AutomationCatalogue.DEFAULT;
        private List<Money> capital = List.of();
        private Collection<String> knownFeatures = List.of();
        private RefundShape refundShape = RefundShape.ON_PAYMENT;
        private boolean plansOnPayments;
        private boolean paymentsWithoutUsers;
        private boolean recurringFromPayments;
        private boolean plansOnSubscriptions;
        private boolean lastActivityOnAccounts;
        private boolean verifiedOnAccounts;
        private @Nullable Collection<Account> accounts;
        private @Nullable Collection<ActivityEvent> activity;
        private @Nullable Collection<Payment> payments;
        private Collection<Refund> refunds = List.of();
        private @Nullable Collection<Subscription> subscriptions;
        private @Nullable Collection<PlanChange> planChanges;
        private @Nullable Collection<SurveyAnswer> surveys;
        private @Nullable Collection<Automation> automations;
        private @Nullable Collection<Execution> executions;
        private @Nullable Collection<Trade> trades;
        private @Nullable Collection<MarketTrade> marketLog;
        private @Nullable Collection<FeatureUse> featureUse;
        private @Nullable Collection<SupportTicket> tickets;
        private @Nullable Collection<ComplianceRequest> complianceRequests;

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
         * Payments do not bear who paid, so that nothing is divided by people. Without this, a payment whose user is null or
         * blank is a guest's: it counts in money, payments and rates, and is no account's.
         *
         * @return this
         */
        public Builder paymentsWithoutUsers() {
            this.paymentsWithoutUsers = true;
            return this;
        }

        /**
         * Where no subscriptions are given, what was collected in the last 30 days counts as monthly recurring revenue.
         *
         * @return this
         */
        public Builder recurringFromPayments() {
            this.recurringFromPayments = true;
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
         * The automations.
         *
         * @param rows the rows
         * @return this
         */
        public Builder automations(Collection<Automation> rows) {
            this.automations = rows;
            return this;
        }

        /**
         * The executions of automations.
         *
         * @param rows the rows
         * @return this
         */
        public Builder executions(Collection<Execution> rows) {
            this.executions = rows;
            return this;
        }

        /**
         * The trades; also the markets, where no market log is given.
         *
         * @param rows the rows
         * @return this
         */
        public Builder trades(Collection<Trade> rows) {
            this.trades = rows;
            return this;
        }

        /**
         * The market log, which tells the markets instead of the trades.
         *
         * @param rows the rows
         * @return this
         */
        public Builder marketLog(Collection<MarketTrade> rows) {
            this.marketLog = rows;
            return this;
        }

        /**
         * The use of features.
         *
         * @param rows the rows
         * @return this
         */
        public Builder featureUse(Collection<FeatureUse> rows) {
            this.featureUse = rows;
            return this;
        }

        /**
         * The support tickets.
         *
         * @param rows the rows
         * @return this
         */
        public Builder tickets(Collection<SupportTicket> rows) {
            this.tickets = rows;
            return this;
        }

        /**
         * The requests of people about their data.
         *
         * @param rows the rows
         * @return this
         */
        public Builder complianceRequests(Collection<ComplianceRequest> rows) {
            this.complianceRequests = rows;
            return this;
        }

        /**
         * What types of automation mean.
         *
         * @param catalogue the catalogue
         * @return this
         */
        public Builder automationTypes(AutomationCatalogue catalogue) {
            this.automationCatalogue = catalogue;
            return this;
        }

        /**
         * What trading began with, so that its returns can be told.
         *
         * @param amounts an amount for each currency
         * @return this
         */
        public Builder capital(Money... amounts) {
            this.capital = List.of(amounts);
            return this;
        }

        /**
         * The features that are 0, not missing, when nobody used them.
         *
         * @param features their names
         * @return this
         */
        public Builder knownFeatures(String... features) {
            this.knownFeatures = List.of(features);
            return this;
        }

        /**
         * Accounts tell whether the person behind them is verified.
         *
         * @return this
         */
        public Builder verifiedOnAccounts() {
            this.verifiedOnAccounts = true;
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
