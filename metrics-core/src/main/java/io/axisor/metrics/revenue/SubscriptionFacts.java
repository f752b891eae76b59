package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.PlanCatalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The subscriptions that pay at {@code t}.
 *
 * @param groups their sums
 * @param known what is shown as 0 where no group adds to it: the known plans of each currency
 */
public record SubscriptionFacts(List<SubscriptionGroup> groups, Map<CurrencyUnit, Breakdown> known) {

    /**
     * Copies list and map.
     *
     * @param groups their sums
     * @param known what is shown as 0 where no group adds to it: the known plans of each known currency
     */
    public SubscriptionFacts {
        groups = List.copyOf(groups);
        known = Map.copyOf(known);
    }

    /**
     * The facts of a source that knows some currencies and plans.
     *
     * @param groups the sums
     * @param knownCurrencies the currencies that are shown without any subscription
     * @param plans the plans that are shown as 0 for every currency
     * @return the facts
     */
    public static SubscriptionFacts of(
            List<SubscriptionGroup> groups, Collection<CurrencyUnit> knownCurrencies, PlanCatalogue plans) {
        Map<CurrencyUnit, Breakdown> known = new HashMap<>();
        knownCurrencies.forEach(currency -> known.put(currency, Breakdown.of(plans.plans())));
        groups.forEach(group -> known.put(group.currency(), Breakdown.of(plans.plans())));
        return new SubscriptionFacts(groups, known);
    }
}
