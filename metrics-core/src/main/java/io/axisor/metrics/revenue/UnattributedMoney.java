package io.axisor.metrics.revenue;

import io.axisor.metrics.time.TimeRange;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The part of the payments of one currency that belongs to no account: guests', whose user is NULL or blank.
 *
 * @param gross what guests paid in the last 30 days and before {@code t}, refunded since or not
 * @param refunded what was given back to them in each of these ranges
 */
public record UnattributedMoney(Map<TimeRange, BigDecimal> gross, Map<TimeRange, BigDecimal> refunded) {

    /** Every payment has a user. */
    public static final UnattributedMoney NONE = new UnattributedMoney(Map.of(), Map.of());

    /**
     * Copies the maps.
     *
     * @param gross what guests paid in the last 30 days and before {@code t}, refunded since or not
     * @param refunded what was given back to them in each of these ranges
     */
    public UnattributedMoney {
        gross = Map.copyOf(gross);
        refunded = Map.copyOf(refunded);
    }

    /**
     * What guests paid.
     *
     * @param range the last 30 days or the lifetime
     * @return the amount, 0 where nothing was paid
     */
    public BigDecimal gross(TimeRange range) {
        return gross.getOrDefault(range, BigDecimal.ZERO);
    }

    /**
     * What stayed of it.
     *
     * @param range the last 30 days or the lifetime
     * @return gross less refunds
     */
    public BigDecimal collected(TimeRange range) {
        return gross(range).subtract(refunded.getOrDefault(range, BigDecimal.ZERO));
    }
}
