package io.axisor.metrics.trading.market;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * How concentrated volume is on few markets.
 *
 * <pre>index = Σ (volume of a market ÷ volume of all)² = Σ volume² ÷ (Σ volume)²</pre>
 *
 * <p>1 ÷ n for n markets of the same volume, 1 for a single one. Markets that were folded into others make it too high,
 * so it is computed before any fold.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>volumes</th><th>index</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>0, 0</td><td>UNDEFINED</td></tr>
 * <tr><td>5</td><td>1</td></tr>
 * <tr><td>50, 30, 20</td><td>3800 ÷ 10000 = 0.38</td></tr>
 * <tr><td>7, 7, 7, 7</td><td>0.25</td></tr>
 * </table>
 *
 * <p>Source: O. C. Herfindahl, "Concentration in the steel industry", dissertation, Columbia University, 1950. On the
 * scale of antitrust law, of percent squared, it is 10,000 times this.
 */
public final class HerfindahlIndex {

    private HerfindahlIndex() {}

    /**
     * The index.
     *
     * @param volumes the volume of each market, at least 0
     * @return a ratio above 0, at most 1, whose numerator and denominator are squares; without a value as the table
     * says
     * @throws IllegalArgumentException if a volume is negative
     */
    public static Finding<Ratio> of(Collection<BigDecimal> volumes) {
        if (volumes.isEmpty()) {
            return Finding.noData("no market was traded in the window");
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal sumOfSquares = BigDecimal.ZERO;
        for (BigDecimal volume : volumes) {
            if (volume.signum() < 0) {
                throw new IllegalArgumentException("a volume must be at least 0, not " + volume.toPlainString()
                        + "; leave dirty amounts out before");
            }
            sum = sum.add(volume);
            sumOfSquares = sumOfSquares.add(volume.multiply(volume));
        }
        return Ratio.ofAmounts(sumOfSquares, sum.multiply(sum), "the markets of the window have no volume");
    }
}
