package io.axisor.metrics.contract;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
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
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.PlanCatalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one company, and how they are mapped. Immutable.
 *
 * <p>A kind of row that is empty as an {@link Optional} is not mapped at all; an empty list is mapped and has no rows.
 * Every column of a mapped kind is mapped, with these exceptions: an account's last activity where
 * {@link #hasLastActivityOnAccounts()}, whether its person is verified where {@link #hasVerifiedOnAccounts()}, a payment's plan where {@link #hasPlansOnPayments()}, a subscription's where
 * {@link #hasPlansOnSubscriptions()}, currencies where there is no {@link #fixedCurrency()}, and a payment's refunded
 * amount and refund date where {@link #refundShape()} is {@link RefundShape#ON_PAYMENT}.
 *
 * <p>The use of a known feature may stand in a table of its own; that of all others stands in one with a feature column.
 *
 * <p><b>Null in a row</b> is NULL in the store, save for statuses, intervals and kinds of question: there it stands for
 * a value that the mapping does not know, so an adapter writes some text that it has not mapped ({@code chargeback}).
 *
 * <p><b>What a store must hold.</b> Amounts have at most 18 digits, 8 of them after the point, and never more after it
 * than their currency has; ids and plans are ASCII, ids at most 20 characters, plans at most 40, and no two differ in
 * case alone. Users of events, payments, subscriptions and changes need not be accounts, payments of refunds need not
 * be payments: no foreign keys. Timestamps are multiples of {@link SourceUnderTest#tick()}.
 */
public final class Company {

    private final PlanCatalogue plans;
    private final List<CurrencyUnit> knownCurrencies;
    private final @Nullable CurrencyUnit fixedCurrency;
    private final RefundShape refundShape;
    private final boolean plansOnPayments;
    private final boolean paymentsWithoutUsers;
    private final boolean recurringFromPayments;
    private final boolean plansOnSubscriptions;
    private final boolean lastActivityOnAccounts;
    private final boolean verifiedOnAccounts;
    private final AutomationCatalogue automationTypes;
    private final List<Money> capital;
    private final List<String> knownFeatures;
    private final @Nullable List<Account> accounts;
    private final @Nullable List<ActivityEvent> activity;
    private final @Nullable List<Payment> payments;
    private final @Nullable List<Refund> refunds;
    private final @Nullable List<Subscription> subscriptions;
    private final @Nullable List<PlanChange> planChanges;
    private final @Nullable List<SurveyAnswer> surveys;
    private final @Nullable List<Automation> automations;
    private final @Nullable List<Execution> executions;
    private final @Nullable List<Trade> trades;
    private final @Nullable List<MarketTrade> marketLog;
    private final @Nullable List<FeatureUse> featureUse;
    private final @Nullable List<SupportTicket> tickets;
    private final @Nullable List<ComplianceRequest> complianceRequests;

    private Company(Builder builder) {
        this.plans = builder.plans;
        this.knownCurrencies = builder.fixedCurrency == null ? builder.knownCurrencies : List.of(builder.fixedCurrency);
        this.fixedCurrency = builder.fixedCurrency;
        this.refundShape = builder.refundShape;
        this.plansOnPayments = builder.plansOnPayments;
        this.paymentsWithoutUsers = builder.paymentsWithoutUsers;
        this.recurringFromPayments = builder.recurringFromPayments;
        this.plansOnSubscriptions = builder.plansOnSubscriptions;
        this.lastActivityOnAccounts = builder.lastActivityOnAccounts;
        this.verifiedOnAccounts = builder.verifiedOnAccounts;
        this.automationTypes = builder.automationTypes;
        this.capital = builder.capital;
        this.knownFeatures = builder.knownFeatures;
        this.accounts = builder.kept(builder.accounts);
        this.activity = builder.kept(builder.activity);
        this.payments = builder.kept(builder.payments);
        this.refunds = builder.kept(builder.refunds);
        this.subscriptions = builder.kept(builder.subscriptions);
        this.planChanges = builder.kept(builder.planChanges);
        this.surveys = builder.kept(builder.surveys);
        this.automations = builder.kept(builder.automations);
        this.executions = builder.kept(builder.executions);
        this.trades = builder.kept(builder.trades);
        this.marketLog = builder.kept(builder.marketLog);
        this.featureUse = builder.kept(builder.featureUse);
        this.tickets = builder.kept(builder.tickets);
        this.complianceRequests = builder.kept(builder.complianceRequests);
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
     * The plans, lowest first.
     *
     * @return the catalogue, maybe of no plan
     */
    public PlanCatalogue plans() {
        return plans;
    }

    /**
     * The currencies whose sums are 0, not missing, when nothing was paid; where one is fixed, that one alone.
     *
     * @return the currencies
     */
    public List<CurrencyUnit> knownCurrencies() {
        return knownCurrencies;
    }

    /**
     * The one currency of every payment and subscription, whose currencies in the rows are then meaningless.
     *
     * @return the currency; empty where each row tells its own
     */
    public Optional<CurrencyUnit> fixedCurrency() {
        return Optional.ofNullable(fixedCurrency);
    }

    /**
     * How refunds are told.
     *
     * @return the shape
     */
    public RefundShape refundShape() {
        return refundShape;
    }

    /**
     * Whether a payment's plan is the one in its row.
     *
     * @return false where it is the account's
     */
    public boolean hasPlansOnPayments() {
        return plansOnPayments;
    }

    /**
     * Whether it is not mapped who pays.
     *
     * @return whether it is
     */
    public boolean hasPaymentsWithoutUsers() {
        return paymentsWithoutUsers;
    }

    /**
     * Whether recurring revenue is taken from payments where there are no subscriptions.
     *
     * @return whether it is
     */
    public boolean hasRecurringFromPayments() {
        return recurringFromPayments;
    }

    /**
     * Whether a subscription's plan is the one in its row.
     *
     * @return false where it is the account's
     */
    public boolean hasPlansOnSubscriptions() {
        return plansOnSubscriptions;
    }

    /**
     * Whether an account's last activity is mapped.
     *
     * @return whether it is
     */
    public boolean hasLastActivityOnAccounts() {
        return lastActivityOnAccounts;
    }

    /**
     * The accounts, some ids maybe twice.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Account>> accounts() {
        return Optional.ofNullable(accounts);
    }

    /**
     * The activity events.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<ActivityEvent>> activity() {
        return Optional.ofNullable(activity);
    }

    /**
     * The payments, each id once.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Payment>> payments() {
        return Optional.ofNullable(payments);
    }

    /**
     * The refunds of {@link RefundShape#OWN_TABLE}.
     *
     * @return the rows; empty in the other shapes
     */
    public Optional<List<Refund>> refunds() {
        return Optional.ofNullable(refunds);
    }

    /**
     * The subscriptions.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Subscription>> subscriptions() {
        return Optional.ofNullable(subscriptions);
    }

    /**
     * The changes of plan.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<PlanChange>> planChanges() {
        return Optional.ofNullable(planChanges);
    }

    /**
     * The survey answers.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<SurveyAnswer>> surveys() {
        return Optional.ofNullable(surveys);
    }

    /**
     * Whether it is mapped which accounts are of verified people.
     *
     * @return whether it is
     */
    public boolean hasVerifiedOnAccounts() {
        return verifiedOnAccounts;
    }

    /**
     * What types of automation mean.
     *
     * @return the catalogue
     */
    public AutomationCatalogue automationTypes() {
        return automationTypes;
    }

    /**
     * What trading began with.
     *
     * @return an amount for each currency that has one
     */
    public List<Money> capital() {
        return capital;
    }

    /**
     * The features that are 0, not missing, when nobody used them.
     *
     * @return their names
     */
    public List<String> knownFeatures() {
        return knownFeatures;
    }

    /**
     * The automations, each id once.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Automation>> automations() {
        return Optional.ofNullable(automations);
    }

    /**
     * The executions.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Execution>> executions() {
        return Optional.ofNullable(executions);
    }

    /**
     * The trades.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<Trade>> trades() {
        return Optional.ofNullable(trades);
    }

    /**
     * The market log.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<MarketTrade>> marketLog() {
        return Optional.ofNullable(marketLog);
    }

    /**
     * The use of features.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<FeatureUse>> featureUse() {
        return Optional.ofNullable(featureUse);
    }

    /**
     * The support tickets.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<SupportTicket>> tickets() {
        return Optional.ofNullable(tickets);
    }

    /**
     * The requests of people about their data.
     *
     * @return the rows; empty where not mapped
     */
    public Optional<List<ComplianceRequest>> complianceRequests() {
        return Optional.ofNullable(complianceRequests);
    }

    /**
     * The reference that every other source must agree with.
     *
     * @return a source of these rows
     */
    public InMemoryMetricsDataSource inMemory() {
        InMemoryMetricsDataSource.Builder source = InMemoryMetricsDataSource.builder()
                .plans(plans)
                .currencies(knownCurrencies.toArray(CurrencyUnit[]::new))
                .automationTypes(automationTypes)
                .capital(capital.toArray(Money[]::new))
                .knownFeatures(knownFeatures.toArray(String[]::new));
        if (accounts != null) {
            source.accounts(accounts);
        }
        if (lastActivityOnAccounts) {
            source.lastActivityOnAccounts();
        }
        if (activity != null) {
            source.activity(activity);
        }
        if (payments != null) {
            source.payments(payments.stream().map(this::inFixedCurrency).toList());
        }
        if (paymentsWithoutUsers) {
            source.paymentsWithoutUsers();
        }
        if (recurringFromPayments) {
            source.recurringFromPayments();
        }
        if (plansOnPayments) {
            source.plansOnPayments();
        }
        if (refundShape == RefundShape.OWN_ROWS) {
            source.refundsOnOwnRows();
        }
        if (refunds != null) {
            source.refunds(refunds);
        }
        if (subscriptions != null) {
            source.subscriptions(
                    subscriptions.stream().map(this::inFixedCurrency).toList());
        }
        if (plansOnSubscriptions) {
            source.plansOnSubscriptions();
        }
        if (planChanges != null) {
            source.planChanges(planChanges);
        }
        if (surveys != null) {
            source.surveys(surveys);
        }
        if (verifiedOnAccounts) {
            source.verifiedOnAccounts();
        }
        if (automations != null) {
            source.automations(automations);
        }
        if (executions != null) {
            source.executions(executions);
        }
        if (trades != null) {
            source.trades(trades.stream().map(this::inFixedCurrency).toList());
        }
        if (marketLog != null) {
            source.marketLog(marketLog);
        }
        if (featureUse != null) {
            source.featureUse(featureUse);
        }
        if (tickets != null) {
            source.tickets(tickets);
        }
        if (complianceRequests != null) {
            source.complianceRequests(complianceRequests);
        }
        return source.build();
    }

    private Payment inFixedCurrency(Payment p) {
        return fixedCurrency == null
                ? p
                : new Payment(
                        p.id(),
                        p.userId(),
                        p.amount(),
                        fixedCurrency.code(),
                        p.status(),
                        p.createdAt(),
                        p.paidAt(),
                        p.plan(),
                        p.refundedAmount(),
                        p.refundedAt());
    }

    private Trade inFixedCurrency(Trade t) {
        return fixedCurrency == null
                ? t
                : new Trade(
                        t.executedAt(),
                        t.outcome(),
                        t.amount(),
                        fixedCurrency.code(),
                        t.automationType(),
                        t.pnl(),
                        t.market(),
                        t.price());
    }

    private Subscription inFixedCurrency(Subscription s) {
        return fixedCurrency == null
                ? s
                : new Subscription(
                        s.userId(),
                        s.plan(),
                        s.amount(),
                        fixedCurrency.code(),
                        s.interval(),
                        s.intervalCount(),
                        s.startedAt(),
                        s.endedAt(),
                        s.status(),
                        s.trialEndsAt(),
                        s.pausedAt(),
                        s.cancelledAt());
    }

    @Override
    public String toString() {
        return "plans " + plans.plans() + ", currencies " + knownCurrencies
                + (fixedCurrency == null ? "" : " fixed " + fixedCurrency) + ", refunds " + refundShape
                + (plansOnPayments ? ", plans on payments" : "")
                + (recurringFromPayments ? ", recurring from payments" : "")
                + (paymentsWithoutUsers ? ", payments without users" : "")
                + (plansOnSubscriptions ? ", plans on subscriptions" : "")
                + (lastActivityOnAccounts ? ", last activity" : "") + "; " + counted("accounts", accounts)
                + counted("events", activity) + counted("payments", payments) + counted("refunds", refunds)
                + counted("subscriptions", subscriptions) + counted("plan changes", planChanges)
                + counted("surveys", surveys)
                + counted("automations", automations)
                + counted("executions", executions)
                + counted("trades", trades)
                + counted("market trades", marketLog)
                + counted("feature uses", featureUse)
                + counted("tickets", tickets)
                + counted("compliance requests", complianceRequests);
    }

    private static String counted(String kind, @Nullable List<?> rows) {
        return rows == null ? "" : rows.size() + " " + kind + " ";
    }

    /** The rows, and what their columns mean. */
    public static final class Builder {
        private PlanCatalogue plans = PlanCatalogue.NONE;
        private List<CurrencyUnit> knownCurrencies = List.of();
        private @Nullable CurrencyUnit fixedCurrency;
        private RefundShape refundShape = RefundShape.ON_PAYMENT;
        private boolean plansOnPayments;
        private boolean paymentsWithoutUsers;
        private boolean recurringFromPayments;
        private boolean plansOnSubscriptions;
        private boolean lastActivityOnAccounts;
        private boolean verifiedOnAccounts;
        private AutomationCatalogue automationTypes = AutomationCatalogue.DEFAULT;
        private List<Money> capital = List.of();
        private List<String> knownFeatures = List.of();
        private @Nullable List<Account> accounts;
        private @Nullable List<ActivityEvent> activity;
        private @Nullable List<Payment> payments;
        private @Nullable List<Refund> refunds;
        private @Nullable List<Subscription> subscriptions;
        private @Nullable List<PlanChange> planChanges;
        private @Nullable List<SurveyAnswer> surveys;
        private @Nullable List<Automation> automations;
        private @Nullable List<Execution> executions;
        private @Nullable List<Trade> trades;
        private @Nullable List<MarketTrade> marketLog;
        private @Nullable List<FeatureUse> featureUse;
        private @Nullable List<SupportTicket> tickets;
        private @Nullable List<ComplianceRequest> complianceRequests;
        private Predicate<Object> kept = row -> true;

        private Builder() {}

        /** Leaves out rows of every kind when it is built. */
        Builder only(Predicate<Object> rows) {
            this.kept = rows;
            return this;
        }

        private <R> @Nullable List<R> kept(@Nullable List<R> rows) {
            return rows == null ? null : rows.stream().filter(kept).toList();
        }

        /**
         * The plans.
         *
         * @param ascending lowest first
         * @return this
         */
        public Builder plans(String... ascending) {
            this.plans = PlanCatalogue.of(ascending);
            return this;
        }

        /**
         * The currencies that are 0 without payments; each row still tells its own.
         *
         * @param codes their codes
         * @return this
         */
        public Builder knownCurrencies(String... codes) {
            this.knownCurrencies = Arrays.stream(codes).map(CurrencyUnit::of).toList();
            return this;
        }

        /**
         * One currency for everything, which is thereby the only one known.
         *
         * @param code its code
         * @return this
         */
        public Builder fixedCurrency(String code) {
            this.fixedCurrency = CurrencyUnit.of(code);
            return this;
        }

        /**
         * Maps accounts, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder accounts(Account... rows) {
            this.accounts = added(accounts, Arrays.asList(rows));
            return this;
        }

        /**
         * Accounts bear their last activity.
         *
         * @return this
         */
        public Builder lastActivityOnAccounts() {
            this.lastActivityOnAccounts = true;
            return this;
        }

        /**
         * Maps activity events, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder activity(ActivityEvent... rows) {
            this.activity = added(activity, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps payments, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder payments(Payment... rows) {
            this.payments = added(payments, Arrays.asList(rows));
            return this;
        }

        /**
         * Payments bear the plan that was paid for.
         *
         * @return this
         */
        public Builder plansOnPayments() {
            this.plansOnPayments = true;
            return this;
        }

        /**
         * Recurring revenue is taken from payments where there are no subscriptions.
         *
         * @return this
         */
        public Builder recurringFromPayments() {
            this.recurringFromPayments = true;
            return this;
        }

        /**
         * Payments do not bear who paid.
         *
         * @return this
         */
        public Builder paymentsWithoutUsers() {
            this.paymentsWithoutUsers = true;
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
         * Maps a table of refunds, or adds to it.
         *
         * @param rows the rows
         * @return this
         */
        public Builder refunds(Refund... rows) {
            this.refundShape = RefundShape.OWN_TABLE;
            this.refunds = added(refunds, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps subscriptions, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder subscriptions(Subscription... rows) {
            this.subscriptions = added(subscriptions, Arrays.asList(rows));
            return this;
        }

        /**
         * Subscriptions bear their plan.
         *
         * @return this
         */
        public Builder plansOnSubscriptions() {
            this.plansOnSubscriptions = true;
            return this;
        }

        /**
         * Maps changes of plan, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder planChanges(PlanChange... rows) {
            this.planChanges = added(planChanges, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps survey answers, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder surveys(SurveyAnswer... rows) {
            this.surveys = added(surveys, Arrays.asList(rows));
            return this;
        }

        /**
         * It is mapped which accounts are of verified people.
         *
         * @return this
         */
        public Builder verifiedOnAccounts() {
            this.verifiedOnAccounts = true;
            return this;
        }

        /**
         * What types of automation mean.
         *
         * @param catalogue the catalogue
         * @return this
         */
        public Builder automationTypes(AutomationCatalogue catalogue) {
            this.automationTypes = catalogue;
            return this;
        }

        /**
         * What trading began with.
         *
         * @param amounts an amount for each currency that has one
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
         * Maps automations, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder automations(Automation... rows) {
            this.automations = added(automations, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps executions, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder executions(Execution... rows) {
            this.executions = added(executions, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps trades, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder trades(Trade... rows) {
            this.trades = added(trades, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps a market log, or adds to it.
         *
         * @param rows the rows
         * @return this
         */
        public Builder marketLog(MarketTrade... rows) {
            this.marketLog = added(marketLog, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps the use of features, or adds to it.
         *
         * @param rows the rows
         * @return this
         */
        public Builder featureUse(FeatureUse... rows) {
            this.featureUse = added(featureUse, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps support tickets, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder tickets(SupportTicket... rows) {
            this.tickets = added(tickets, Arrays.asList(rows));
            return this;
        }

        /**
         * Maps such requests, or adds to them.
         *
         * @param rows the rows
         * @return this
         */
        public Builder complianceRequests(ComplianceRequest... rows) {
            this.complianceRequests = added(complianceRequests, Arrays.asList(rows));
            return this;
        }

        /**
         * Ends the company.
         *
         * @return the company
         * @throws IllegalArgumentException if a payment tells of a refund though refunds are told elsewhere, or if there
         *     are refunds of no payments
         */
        public Company build() {
            if (refunds != null && payments == null) {
                throw new IllegalArgumentException("refunds are mapped, but payments are not");
            }
            if (payments != null && refundShape != RefundShape.ON_PAYMENT) {
                for (Payment payment : payments) {
                    if (payment.refundedAmount() != null || payment.refundedAt() != null) {
                        throw new IllegalArgumentException(
                                payment + " tells of a refund, but refunds are " + refundShape);
                    }
                }
            }
            return new Company(this);
        }

        private static <R> List<R> added(@Nullable List<R> before, List<R> rows) {
            List<R> all = new ArrayList<>(before == null ? List.of() : before);
            all.addAll(rows);
            return List.copyOf(all);
        }
    }
}
