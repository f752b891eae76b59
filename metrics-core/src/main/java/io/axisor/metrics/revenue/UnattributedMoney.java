package io.axisor.metrics.revenue;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Counted;
import java.math.BigDecimal;
import java.util.Map;

/**
 * The part of the payments of one currency that belongs to no account: guests', whose user is NULL or blank.
 *
 * @param gross what guests paid in the last 30 days and before {@code t}, refunded since or not
 * @param refunded what was given back to them in each of these ranges
 */
public record UnattributedMoney(Map<TimeRange, BigDecimal> gross, Map<TimeRange, BigDecimal> refunded) {

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
     * Every payment has a user.
     *
     * @param at the instant of the facts
     * @return 0 in each range
     */
    public static UnattributedMoney none(AsOf at) {
        Map<TimeRange, BigDecimal> zeros =
                Map.of(at.range(Window.ROLLING_30D), BigDecimal.ZERO, at.range(Window.LIFETIME), BigDecimal.ZERO);
        return new UnattributedMoney(zeros, zeros);
    }

    /**
     * What guests paid.
     *
     * @param range the last 30 days or the lifetime
     * @return the amount, 0 where nothing was paid
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal gross(TimeRange range) {
        return Counted.in(gross, range, "UnattributedMoney.gross");
    }

    /**
     * What stayed of it.
     *
     * @param range the last 30 days or the lifetime
     * @return gross less refunds
     * @throws IllegalStateException if the range was not counted
     */
    public BigDecimal collected(TimeRange range) {
        return gross(range).subtract(Counted.in(refunded, range, "UnattributedMoney.refunded"));
    }
}
