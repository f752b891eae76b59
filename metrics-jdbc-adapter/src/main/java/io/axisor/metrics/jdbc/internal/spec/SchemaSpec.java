package io.axisor.metrics.jdbc.internal.spec;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.PlanCatalogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The whole mapping.
 *
 * @param facts the kinds of fact by name
 * @param plans the plans, lowest first
 * @param currencies the currencies whose sums are 0, not missing, when nothing was paid
 * @param localTimes the zone of local times and dates whose column says nothing else
 * @param refundShape how payments and refunds relate
 * @param recurringFromPayments whether, without subscriptions, payments of 30 days count as recurring revenue
 * @param automationTypes what types of automation mean
 * @param capital what trading began with, by currency
 * @param fixedInterval the interval of all subscriptions, where no column says it
 * @param fixedSurvey the question of all answers, where no column says it
 * @param wording the form in which it was written
 */
public record SchemaSpec(
        Map<String, FactSpec> facts,
        PlanCatalogue plans,
        List<CurrencyUnit> currencies,
        ZoneId localTimes,
        RefundShape refundShape,
        boolean recurringFromPayments,
        AutomationCatalogue automationTypes,
        List<Money> capital,
        Optional<BillingInterval> fixedInterval,
        Optional<SurveyKind> fixedSurvey,
        Wording wording) {

    /** What the names of tables of feature use begin with: there may be several. */
    public static final String FEATURE_USE = "featureUse";

    /** The currencies that a table is known to bear. */
    public List<CurrencyUnit> knownCurrencies(MoneySpec money) {
        return money.fixedCurrency().map(List::of).orElse(currencies);
    }

    /** Whether any of these facts is mapped. */
    public boolean hasAny(String... names) {
        return Stream.of(names).anyMatch(facts::containsKey);
    }

    /** The names of the mapped tables of feature use. */
    public List<String> featureUse() {
        return facts.keySet().stream()
                .filter(name -> name.startsWith(FEATURE_USE))
                .toList();
    }
}
