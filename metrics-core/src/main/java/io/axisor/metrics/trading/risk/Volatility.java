package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

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

    /** How far off a logarithm may be, as a part of it: by a unit in the last place of the factor and of itself. */
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
        Optional<BigDecimal> withoutLogarithm =
                prices.stream().filter(price -> price.signum() <= 0).findFirst();
        if (withoutLogarithm.isPresent()) {
            return Finding.undefined("the price " + withoutLogarithm.get().toPlainString()
                    + " has no logarithm: prices must be above 0");
        }
        return RewardForRisk.perYear(deviation(changes(prices)), conventions);
    }

    private static double[] changes(List<BigDecimal> prices) {
        double[] changes = new double[prices.size() - 1];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = logarithm(prices.get(i + 1).divide(prices.get(i), MathContext.DECIMAL128));
        }
        return changes;
    }

    /** Of a factor near 1 by its distance from 1, which as a double would have lost its digits. */
    private static double logarithm(BigDecimal factor) {
        double distance = factor.subtract(BigDecimal.ONE).doubleValue();
        return Math.abs(distance) < 0.5 ? Math.log1p(distance) : Math.log(factor.doubleValue());
    }

    /** Without the deviation that only rounding has made. */
    private static double deviation(double[] changes) {
        double deviation = Moments.of(changes).deviation();
        double largest = DoubleStream.of(changes).map(Math::abs).max().orElse(0);
        return deviation <= ROUNDING * largest ? 0 : deviation;
    }
}
