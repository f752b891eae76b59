package io.axisor.metrics.trading;

import java.math.BigDecimal;

/**
 * Closed trades of one currency, added up.
 *
 * @param profit the sum of all profits, 0 or more
 * @param loss the sum of all losses without their sign, 0 or more
 * @param number how many trades were closed, those with neither profit nor loss among them
 */
public record ClosedTrades(BigDecimal profit, BigDecimal loss, long number) {

    /** No trade was closed. */
    public static final ClosedTrades NONE = new ClosedTrades(BigDecimal.ZERO, BigDecimal.ZERO, 0);

    /**
     * These trades and others of the same currency.
     *
     * @param other others
     * @return the sum
     */
    public ClosedTrades plus(ClosedTrades other) {
        return new ClosedTrades(profit.add(other.profit), loss.add(other.loss), number + other.number);
    }

    /**
     * What stayed.
     *
     * @return profit less loss
     */
    public BigDecimal net() {
        return profit.subtract(loss);
    }
}
