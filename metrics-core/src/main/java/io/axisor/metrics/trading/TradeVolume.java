package io.axisor.metrics.trading;

import java.math.BigDecimal;

/**
 * What succeeded trades moved.
 *
 * @param amount the sum of their amounts, in major units
 * @param trades how many of them have an amount
 */
public record TradeVolume(BigDecimal amount, long trades) {

    /** Nothing was moved. */
    public static final TradeVolume NONE = new TradeVolume(BigDecimal.ZERO, 0);

    /**
     * This volume and another of the same currency.
     *
     * @param other the other
     * @return their sum
     */
    public TradeVolume plus(TradeVolume other) {
        return new TradeVolume(amount.add(other.amount), trades + other.trades);
    }
}
