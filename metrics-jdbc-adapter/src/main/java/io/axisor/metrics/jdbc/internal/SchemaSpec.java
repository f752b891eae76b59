package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.users.SurveyKind;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.PlanCatalogue;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole mapping.
 *
 * @param facts the kinds of fact by name
 * @param plans the plans, lowest first
 * @param currencies the currencies whose sums are 0, not missing, when nothing was paid
 * @param localTimes the zone of local times and dates whose column says nothing else
 * @param refundShape how payments and refunds relate
 * @param payments how payments say money
 * @param subscriptions how subscriptions say money
 * @param fixedInterval the interval of all subscriptions, where no column says it
 * @param fixedSurvey the question of all answers, where no column says it
 */
public record SchemaSpec(
        Map<String, FactSpec> facts,
        PlanCatalogue plans,
        List<CurrencyUnit> currencies,
        ZoneId localTimes,
        RefundShape refundShape,
        MoneySpec payments,
        MoneySpec subscriptions,
        Optional<BillingInterval> fixedInterval,
        Optional<SurveyKind> fixedSurvey) {

    /** The currencies that a table is known to bear. */
    List<CurrencyUnit> knownCurrencies(MoneySpec money) {
        return money.fixedCurrency().map(List::of).orElse(currencies);
    }

    /**
     * How a table says money.
     *
     * @param fixedCurrency the currency of all rows, where no column says it
     * @param minorUnits whether amounts are in minor units
     */
    public record MoneySpec(Optional<CurrencyUnit> fixedCurrency, boolean minorUnits) {}
}
