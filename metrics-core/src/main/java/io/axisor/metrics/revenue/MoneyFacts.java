package io.axisor.metrics.revenue;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The payments of one currency, in amounts of its major unit.
 *
 * @param gross what was paid in each of {@link RevenueRanges}, refunded since or not
 * @param refunded what was given back in each of them
 * @param orders how many payments brought the gross, in the windows of {@code orders}
 * @param unattributed the part of both that belongs to no account
 * @param payers distinct accounts with a successful payment in the last 30 days
 * @param collectedByPlan gross less refunds before {@code t}, by plan
 * @param monthByPlan gross less refunds of the last 30 days, by plan
 */
public record MoneyFacts(
        Map<TimeRange, BigDecimal> gross,
        Map<TimeRange, BigDecimal> refunded,
        Map<TimeRange, Long> orders,
        UnattributedMoney unattributed,
        long payers,
        Breakdown collectedByPlan,
        Breakdown monthByPlan) {

    /**
     * Copies the maps.
     *
     * @param gross what was paid in each of {@link RevenueRanges}, refunded since or not
     * @param refunded what was given back in each of them
     * @param orders how many payments brought the gross, in the windows of {@code orders}
     * @param unattributed the part of both that belongs to no account
     * @param payers distinct accounts with a successful payment in the last 30 days
     * @param collectedByPlan gross less refunds before {@code t}, by plan
     * @param monthByPlan gross less refunds of the last 30 days, by plan
     */
    public MoneyFacts {
        gross = Map.copyOf(gross);
        refunded = Map.copyOf(refunded);
        orders = Map.copyOf(orders);
    }

    /**
     * What was paid.
     *
     * @param range one of {@link RevenueRanges}
     * @return the amount, 0 where nothing was paid
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal gross(TimeRange range) {
        return Counted.in(gross, range, "MoneyFacts.gross");
    }

    /**
     * What was given back.
     *
     * @param range one of {@link RevenueRanges}
     * @return the amount, 0 where nothing was given back
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal refunded(TimeRange range) {
        return Counted.in(refunded, range, "MoneyFacts.refunded");
    }

    /**
     * How many payments succeeded, refunded since or not.
     *
     * @param range a window of {@code orders}
     * @return their number
     * @throws IllegalStateException if the range was not counted
     */
    public long orders(TimeRange range) {
        return Counted.in(orders, range, "MoneyFacts.orders");
    }

    /**
     * What stayed.
     *
     * @param range one of {@link RevenueRanges}
     * @return gross less refunds
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal collected(TimeRange range) {
        return gross(range).subtract(refunded(range));
    }

    /**
     * What stayed of the payments with a user, which is what may be divided by people.
     *
     * @param range the last 30 days or the lifetime
     * @return collected less the part of it that belongs to no account
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal attributed(TimeRange range) {
        return collected(range).subtract(unattributed.collected(range));
    }
}
