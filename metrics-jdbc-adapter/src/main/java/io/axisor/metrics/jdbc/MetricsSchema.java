package io.axisor.metrics.jdbc;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.jdbc.internal.spec.Wording;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.PlanCatalogue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The mapping: which of the host's tables and columns hold which facts. Everything is optional; metrics that need what is
 * not mapped are UNAVAILABLE and say so.
 *
 * <p>Immutable. It knows nothing of the database yet; {@link JdbcMetricsDataSource#verify()} compares both.
 */
public final class MetricsSchema {

    private final SchemaSpec spec;

    private MetricsSchema(SchemaSpec spec) {
        this.spec = spec;
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
     * The mapping of the database of the Axisor trading platform as it is: its case-sensitive names, its plans, amounts in
     * satoshis, UTC in columns without a zone, and a trade that an automation made as an execution of that automation.
     *
     * @return the mapping
     */
    public static MetricsSchema axisor() {
        return AxisorSchema.mapping();
    }

    SchemaSpec spec() {
        return spec;
    }

    /** Collects the mapping; each kind of fact at most once. */
    public static final class Builder {
        private final Map<String, FactMapping<?>> facts = new LinkedHashMap<>();
        private final List<String> faults = new ArrayList<>();
        private PlanCatalogue plans = PlanCatalogue.NONE;
        private List<CurrencyUnit> currencies = List.of();
        private ZoneId localTimes = ZoneOffset.UTC;
        private AutomationCatalogue automationTypes = AutomationCatalogue.DEFAULT;
        private List<Money> capital = List.of();
        private @Nullable PaymentsMapping payments;
        private @Nullable SubscriptionsMapping subscriptions;
        private @Nullable SurveysMapping surveys;

        private Builder() {}

        /**
         * The plans, lowest first: the order tells upgrades from downgrades, and listed plans are 0 when nobody has them.
         *
         * @param ascending the plans as stored
         * @return this
         */
        public Builder plans(String... ascending) {
            try {
                this.plans = PlanCatalogue.of(ascending);
            } catch (IllegalArgumentException e) {
                faults.add("plans: " + e.getMessage());
            }
            return this;
        }

        /**
         * The currencies that a currency column is known to hold: their sums are 0, not missing, when nothing was paid.
         *
         * @param known the currencies
         * @return this
         */
        public Builder currencies(CurrencyUnit... known) {
            this.currencies = List.of(known);
            return this;
        }

        /**
         * The zone of TIMESTAMP and DATE columns that have none and whose mapping says nothing else.
         *
         * @param zone the zone, by default UTC
         * @return this
         */
        public Builder localTimesIn(ZoneId zone) {
            this.localTimes = zone;
            return this;
        }

        /**
         * Maps the accounts of users.
         *
         * @param mapping sets table and columns
         * @return this
         */
        public Builder users(Consumer<UsersMapping> mapping) {
            return map("users", new UsersMapping(), mapping);
        }

        /**
         * Maps the activity of users.
         *
         * @param mapping sets table and columns
         * @return this
         */
        public Builder activity(Consumer<ActivityMapping> mapping) {
            return map("activity", new ActivityMapping(), mapping);
        }

        /**
         * Maps the payments.
         *
         * @param mapping sets table, columns and statuses
         * @return this
         */
        public Builder payments(Consumer<PaymentsMapping> mapping) {
            this.payments = new PaymentsMapping();
            return map("payments", payments, mapping);
        }

        /**
         * Maps refunds that have a table of their own.
         *
         * @param mapping sets table and columns
         * @return this
         */
        public Builder refunds(Consumer<RefundsMapping> mapping) {
            return map("refunds", new RefundsMapping(), mapping);
        }

        /**
         * Maps the subscriptions.
         *
         * @param mapping sets table, columns, intervals and statuses
         * @return this
         */
        public Builder subscriptions(Consumer<SubscriptionsMapping> mapping) {
            this.subscriptions = new SubscriptionsMapping();
            return map("subscriptions", subscriptions, mapping);
        }

        /**
         * Maps the changes of plan.
         *
         * @param mapping sets table and columns
         * @return this
         */
        public Builder planChanges(Consumer<PlanChangesMapping> mapping) {
            return map("planChanges", new PlanChangesMapping(), mapping);
        }

        /**
         * Maps the answers to surveys.
         *
         * @param mapping sets table, columns and questions
         * @return this
         */
        public Builder surveys(Consumer<SurveysMapping> mapping) {
            this.surveys = new SurveysMapping();
            return map("surveys", surveys, mapping);
        }

        /**
         * Maps the automations.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder automations(Consumer<AutomationsMapping> mapping) {
            return map("automations", new AutomationsMapping(), mapping);
        }

        /**
         * Maps the executions of automations.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder executions(Consumer<ExecutionsMapping> mapping) {
            return map("executions", new ExecutionsMapping(), mapping);
        }

        /**
         * Maps the trades.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder trades(Consumer<TradesMapping> mapping) {
            return map("trades", new TradesMapping(), mapping);
        }

        /**
         * Maps a log of markets, which tells the markets instead of the trades.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder marketLog(Consumer<MarketLogMapping> mapping) {
            return map("market", new MarketLogMapping(), mapping);
        }

        /**
         * Maps the support tickets.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder tickets(Consumer<TicketsMapping> mapping) {
            return map("tickets", new TicketsMapping(), mapping);
        }

        /**
         * Maps people's requests about their data.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder complianceRequests(Consumer<ComplianceRequestsMapping> mapping) {
            return map("complianceRequests", new ComplianceRequestsMapping(), mapping);
        }

        /**
         * Maps the use of features; called once for each table, of which there may be several. A feature belongs to one
         * table: people who use it in two cannot be told apart, and the larger number is shown.
         *
         * @param mapping table and columns
         * @return this
         */
        public Builder featureUse(Consumer<FeatureUseMapping> mapping) {
            long number = facts.keySet().stream()
                            .filter(name -> name.startsWith(SchemaSpec.FEATURE_USE))
                            .count()
                    + 1;
            String name = SchemaSpec.FEATURE_USE + (number == 1 ? "" : "[" + number + "]");
            return map(name, new FeatureUseMapping(name), mapping);
        }

        /**
         * The types of automation that are known: they are 0 when there is no automation of them.
         *
         * @param types the types as stored
         * @return this
         */
        public Builder automationTypes(String... types) {
            this.automationTypes = automationTypes.withKnown(types);
            return this;
        }

        /**
         * The types of automation whose executions guard margins; by default {@code margin_guard}.
         *
         * @param types the types as stored
         * @return this
         */
        public Builder marginGuardTypes(String... types) {
            this.automationTypes = automationTypes.withMarginGuard(types);
            return this;
        }

        /**
         * What trading began with, so that returns on it and the relative drawdown can be told.
         *
         * @param amounts an amount for each currency
         * @return this
         */
        public Builder capital(Money... amounts) {
            this.capital = List.of(amounts);
            return this;
        }

        private <M extends FactMapping<M>> Builder map(String name, M fact, Consumer<M> mapping) {
            mapping.accept(fact);
            if (facts.put(name, fact) != null) {
                faults.add(name + " are mapped twice");
            }
            return this;
        }

        /**
         * Ends the mapping.
         *
         * @return the schema
         * @throws SchemaFaultsException naming everything that is missing or contradicts itself, a line each
         */
        public MetricsSchema build() {
            return build(Wording.JAVA, List.of());
        }

        /** Ends the mapping with faults that are known already, and the others in the words of their reader. */
        MetricsSchema build(Wording wording, List<String> known) {
            List<String> all = new ArrayList<>(faults);
            facts.values().forEach(fact -> all.addAll(fact.faults()));
            all.addAll(refundFaults());
            Map<String, FactSpec> specs = new LinkedHashMap<>();
            facts.forEach((name, fact) -> specs.put(name, fact.translated(all)));
            all.replaceAll(wording::said);
            all.addAll(0, known);
            if (!all.isEmpty()) {
                throw new SchemaFaultsException(all);
            }
            return new MetricsSchema(new SchemaSpec(
                    specs,
                    plans,
                    currencies,
                    localTimes,
                    shape(),
                    payments != null && payments.isRecurring(),
                    automationTypes,
                    capital,
                    subscriptions == null ? Optional.empty() : subscriptions.interval(),
                    surveys == null ? Optional.empty() : surveys.fixed(),
                    wording));
        }

        private RefundShape shape() {
            if (facts.containsKey("refunds")) {
                return RefundShape.OWN_TABLE;
            }
            return payments == null ? RefundShape.ON_PAYMENT : payments.shape();
        }

        private List<String> refundFaults() {
            List<String> wrong = new ArrayList<>();
            if (!facts.containsKey("refunds")) {
                return wrong;
            }
            if (payments == null) {
                wrong.add("refunds are mapped, but payments are not");
            } else {
                if (!payments.has("id")) {
                    wrong.add("payments.id is not mapped; refunds find their payment by it");
                }
                if (payments.shape() == RefundShape.OWN_ROWS) {
                    wrong.add("refunds stand in rows of payments or in a table of their own, not in both");
                }
                if (payments.has("refundedAmount") || payments.has("refundedAt")) {
                    wrong.add("payments: .refundedAmount(...) and .refundedAt(...) would count refunds of the own"
                            + " table twice; leave them out");
                }
            }
            return wrong;
        }
    }
}
