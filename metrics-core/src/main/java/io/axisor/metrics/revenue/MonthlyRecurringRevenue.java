package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The monthly recurring revenue of the subscriptions that pay.
 *
 * <pre>
 *   MRR = Σ amount a month;   a month of: day × 365/12, week × 52/12, month × 1, year ÷ 12, each ÷ interval count
 * </pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>subscriptions</th><th>MRR</th></tr>
 * <tr><td>none, known currency</td><td>0</td></tr>
 * <tr><td>ten at 10 a week</td><td>433.33</td></tr>
 * <tr><td>one at 120 a year, one at 30 a quarter</td><td>20.00</td></tr>
 * <tr><td>one at 100 a year</td><td>8.33, and 100.00 a year</td></tr>
 * </table>
 *
 * <p>Each plan's sum is rounded once, half even, to the minor unit of its currency. Weeks and days are counted as the
 * vendors of subscription analytics do it (Stripe, ChartMogul): a year has 52 weeks and 365 days.
 */
public final class MonthlyRecurringRevenue {

    private MonthlyRecurringRevenue() {}

    /**
     * The revenue by currency and plan.
     *
     * @param facts the paying subscriptions
     * @return a breakdown by plan for each currency; empty without subscriptions of a known currency
     */
    public static Map<CurrencyUnit, Breakdown> of(SubscriptionFacts facts) {
        Map<CurrencyUnit, Map<String, List<SubscriptionGroup>>> groups = facts.groups().stream()
                .collect(Collectors.groupingBy(
                        SubscriptionGroup::currency,
                        Collectors.groupingBy(group -> Breakdown.valueOrUnspecified(group.plan()))));
        Map<CurrencyUnit, Breakdown> revenue = new HashMap<>(facts.known());
        groups.forEach((currency, byPlan) -> {
            Map<String, BigDecimal> sums = new TreeMap<>();
            byPlan.forEach((plan, ofPlan) -> sums.put(plan, times(1, ofPlan, currency)));
            revenue.put(
                    currency,
                    facts.known().getOrDefault(currency, Breakdown.NONE).plusAll(sums));
        });
        return revenue;
    }

    /**
     * The revenue of a year: 12 × MRR, of the exact fractions, so that 100 a year are 100.00 and not 12 × 8.33.
     *
     * @param facts the paying subscriptions
     * @return the amount for each currency, rounded once; empty without subscriptions of a known currency
     */
    public static Map<CurrencyUnit, BigDecimal> ofAYear(SubscriptionFacts facts) {
        Map<CurrencyUnit, List<SubscriptionGroup>> groups = new HashMap<>();
        facts.known().keySet().forEach(currency -> groups.put(currency, new ArrayList<>()));
        facts.groups()
                .forEach(group -> groups.computeIfAbsent(group.currency(), currency -> new ArrayList<>())
                        .add(group));
        Map<CurrencyUnit, BigDecimal> revenue = new HashMap<>();
        groups.forEach((currency, ofCurrency) -> revenue.put(currency, times(12, ofCurrency, currency)));
        return revenue;
    }

    /** Adds fractions and divides once: thirds that were rounded one by one could turn a tie the wrong way. */
    private static BigDecimal times(int months, List<SubscriptionGroup> groups, CurrencyUnit currency) {
        BigDecimal dividend = BigDecimal.ZERO;
        BigInteger divisor = BigInteger.ONE;
        for (SubscriptionGroup group : groups) {
            BigInteger divisorOfGroup = group.interval().divisor(group.intervalCount());
            BigInteger common = divisor.divide(divisor.gcd(divisorOfGroup)).multiply(divisorOfGroup);
            BigDecimal ofGroup = group.interval().dividend(group.amount());
            dividend = dividend.multiply(new BigDecimal(common.divide(divisor)))
                    .add(ofGroup.multiply(new BigDecimal(common.divide(divisorOfGroup))));
            divisor = common;
        }
        return dividend.multiply(BigDecimal.valueOf(months))
                .divide(new BigDecimal(divisor), currency.digits(), RoundingMode.HALF_EVEN);
    }
}
