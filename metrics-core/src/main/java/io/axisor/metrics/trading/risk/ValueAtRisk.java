package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * The loss that one period in twenty (at the level 0.95) exceeded, by history: no distribution is assumed.
 *
 * <pre>
 *   value at risk = −quantile(1 − level)
 *   quantile(p)   = x(k) + (h − k) × (x(k + 1) − x(k)),   h = (n − 1) × p, k = ⌊h⌋, x(0) ≤ … ≤ x(n − 1)
 * </pre>
 *
 * <p>The quantile is the one of type 7 of Hyndman and Fan, between two neighbours in a straight line, as R, NumPy and
 * spreadsheets have it by default; computed exactly. A loss is positive. A negative value at risk says that even that
 * bad a period brought a gain.
 *
 * <table>
 * <caption>At the edges, level 0.95</caption>
 * <tr><th>periods</th><th>value at risk</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>−7</td><td>7: one period is its own every quantile</td></tr>
 * <tr><td>−10, 10</td><td>9: h = 0.05, so −(−10 + 0.05 × 20)</td></tr>
 * <tr><td>2, 2, 2</td><td>−2: a gain in each</td></tr>
 * <tr><td>the 21 days of freqtrade's back test</td><td>0.0000449: h = 20 × 0.05 = 1, the second lowest</td></tr>
 * </table>
 *
 * <p>Source: R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996),
 * 361–365.
 */
public final class ValueAtRisk {

    private ValueAtRisk() {}

    /**
     * The value at risk of one period.
     *
     * @param periods the amount or the return of each period, in any order
     * @param conventions the level
     * @return the loss, exact, in the unit of the periods; negative for a gain; no data without periods
     */
    public static Finding<BigDecimal> of(List<BigDecimal> periods, RiskConventions conventions) {
        return periods.isEmpty()
                ? Finding.noData("there is no complete period to take a value at risk of")
                : Finding.ok(quantile(periods, tail(conventions)).negate());
    }

    /** 1 − level in decimals, so that 0.95 leaves 0.05 and not the 0.050000000000000044 of doubles. */
    private static BigDecimal tail(RiskConventions conventions) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(conventions.valueAtRiskLevel()));
    }

    private static BigDecimal quantile(List<BigDecimal> periods, BigDecimal p) {
        BigDecimal position = p.multiply(BigDecimal.valueOf(periods.size() - 1L));
        int below = position.setScale(0, RoundingMode.FLOOR).intValueExact();
        int above = Math.min(below + 1, periods.size() - 1);
        double[] ascending = Moments.doubles(periods);
        Arrays.sort(ascending);
        List<BigDecimal> near = between(periods, ascending[below], ascending[above]);
        int first = below - firstLike(below, ascending);
        BigDecimal lower = near.get(first);
        BigDecimal upper = near.get(first + above - below);
        return lower.add(position.subtract(BigDecimal.valueOf(below)).multiply(upper.subtract(lower)));
    }

    private static int firstLike(int index, double[] ascending) {
        int first = index;
        while (first > 0 && ascending[first - 1] == ascending[index]) {
            first--;
        }
        return first;
    }

    /**
     * The periods whose nearest doubles lie between two of those, in order: rounding to doubles keeps an order, so only what
     * became equal has to be told apart exactly.
     */
    private static List<BigDecimal> between(List<BigDecimal> periods, double lowest, double highest) {
        return periods.stream()
                .filter(period -> period.doubleValue() >= lowest && period.doubleValue() <= highest)
                .sorted()
                .toList();
    }
}
