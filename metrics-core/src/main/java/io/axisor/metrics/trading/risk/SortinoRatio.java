package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much was earned a period for the downs alone, scaled to a year: the Sharpe ratio that does not blame gains.
 *
 * <pre>
 *   downside deviation = √(Σ min(x − target, 0)² ÷ n), over all n periods, not only those below the target
 *   Sortino ratio      = (mean − target) ÷ downside deviation × √periodsPerYear
 * </pre>
 *
 * <p>The target is 0 for amounts, the risk-free rate a period for returns.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>periods</th><th>Sortino ratio</th></tr>
 * <tr><td>none, or one</td><td>UNDEFINED, as for {@link SharpeRatio}</td></tr>
 * <tr><td>1, 0, 5</td><td>UNDEFINED: no period fell below the target</td></tr>
 * <tr><td>−2, −2</td><td>−1 × √periodsPerYear: the same loss each period is downside, though no deviation</td></tr>
 * <tr><td>returns 0.01, 0.1, −0.04, 0.02, 0.03, 0.02, 0.01, −0.1; 252 a year</td><td>0.00625 ÷ 0.03808 × √252 = 2.6055
 *     </td></tr>
 * <tr><td>amounts above 1E+150</td><td>UNDEFINED: their squares exceed what is computed with</td></tr>
 * </table>
 *
 * <p>Source: F. A. Sortino and L. N. Price, "Performance measurement in a downside risk framework", The Journal of
 * Investing 3/3 (1994), 59–64; of the worked number: empyrical's own tests.
 */
public final class SortinoRatio {

    private static final String WITHOUT_RISK = "no period fell below the target: the downside deviation is 0";

    private SortinoRatio() {}

    /**
     * The ratio of amounts, such as the profit or loss of each day. The target is 0.
     *
     * @param amounts the amount of each period, in any order
     * @param conventions the periods of a year; its risk-free rate does not apply to amounts
     * @return the ratio, to the precision of a double; undefined as the table says
     */
    public static Finding<BigDecimal> ofAmounts(List<BigDecimal> amounts, RiskConventions conventions) {
        return of(amounts, 0, conventions);
    }

    /**
     * The ratio of returns on capital. The target is the risk-free rate.
     *
     * @param returns the return of each period as a fraction, in any order
     * @param conventions the periods of a year and the risk-free rate
     * @return the ratio, to the precision of a double; undefined as the table says
     */
    public static Finding<BigDecimal> ofReturns(List<BigDecimal> returns, RiskConventions conventions) {
        return of(returns, conventions.riskFreeRatePerPeriod(), conventions);
    }

    private static Finding<BigDecimal> of(List<BigDecimal> periods, double target, RiskConventions conventions) {
        if (periods.size() < RewardForRisk.FEWEST_PERIODS) {
            return RewardForRisk.tooFew(periods.size());
        }
        List<BigDecimal> above = RewardForRisk.above(target, periods);
        return RewardForRisk.perYear(Moments.mean(above), downsideDeviation(above), WITHOUT_RISK, conventions);
    }

    private static double downsideDeviation(List<BigDecimal> above) {
        double[] squares = Moments.doubles(above);
        for (int i = 0; i < squares.length; i++) {
            double below = Math.min(squares[i], 0);
            squares[i] = below * below;
        }
        return Math.sqrt(Moments.mean(squares));
    }
}
