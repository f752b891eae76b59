package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How restless a price is: the deviation of its relative changes, scaled to a year.
 *
 * <pre>volatility = sample deviation of ln(price ÷ price before) × √periodsPerYear</pre>
 *
 * <p>A price that grows or falls by the same factor each period has no volatility; nor has one whose factors differ by
 * less than doubles can tell.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>prices</th><th>volatility</th></tr>
 * <tr><td>fewer than 3, so fewer than 2 changes</td><td>UNDEFINED. Whether none is NO_DATA, the caller knows</td></tr>
 * <tr><td>a price of 0 or less</td><td>UNDEFINED: it has no logarithm</td></tr>
 * <tr><td>7, 7, 7</td><td>0</td></tr>
 * <tr><td>100, 110, 121</td><td>0</td></tr>
 * <tr><td>100, 200, 100; 365 a year</td><td>√2 × ln 2 × √365 = 18.7278</td></tr>
 * </table>
 *
 * <p>Source of the worked number: by hand, as the changes are ln 2 and −ln 2. Of the formula: J. C. Hull, "Options,
 * Futures, and Other Derivatives", "Estimating volatility from historical data".
 */
public final class Volatility {

    private static final int FEWEST_PRICES = 3;

    /** How far off a logarithm may be: by half a unit in the last place of two prices, their quotient and itself. */
    private static final double ROUNDING = 1e-15;

    private Volatility() {}

    /**
     * The volatility.
     *
     * @param prices one price for each period, such as the last of each day, in order of time
     * @param conventions the periods of a year
     * @return the volatility as a fraction a year, at least 0; undefined as the table says
     */
    public static Finding<BigDecimal> of(List<BigDecimal> prices, RiskConventions conventions) {
        if (prices.size() < FEWEST_PRICES) {
            return Finding.undefined(
                    "a deviation needs at least 2 changes, so " + FEWEST_PRICES + " prices, not " + prices.size());
        }
        double[] values = Moments.doubles(prices);
        return withoutLogarithm(prices, values)
                .map(price -> Finding.<BigDecimal>undefined(
                        "the price " + price.toPlainString() + " has no logarithm: prices must be above 0"))
                .orElseGet(() -> RewardForRisk.perYear(deviation(Moments.of(changes(values))), conventions));
    }

    /** A price above 0 may be too small for a double; that is not the fault looked for. */
    private static Optional<BigDecimal> withoutLogarithm(List<BigDecimal> prices, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] <= 0 && prices.get(i).signum() <= 0) {
                return Optional.of(prices.get(i));
            }
        }
        return Optional.empty();
    }

    private static double[] changes(double[] values) {
        double[] changes = new double[values.length - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = Math.log(values[i + 1] / values[i]);
        }
        return changes;
    }

    /** Without the deviation that only rounding has made. */
    private static double deviation(Moments changes) {
        boolean isNone = changes.deviation() <= ROUNDING * Math.max(1, Math.abs(changes.mean()));
        return isNone ? 0 : changes.deviation();
    }
}
