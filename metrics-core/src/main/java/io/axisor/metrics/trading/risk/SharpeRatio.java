package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.util.List;

/**
 * How much was earned a period for the ups and downs it took, scaled to a year.
 *
 * <pre>
 *   of amounts = mean ÷ sample deviation × √periodsPerYear
 *   of returns = (mean − risk-free rate a period) ÷ sample deviation × √periodsPerYear
 * </pre>
 *
 * <p>An amount does not know the capital that could have earned the risk-free rate, so the rate is for returns only,
 * and the name of the method says which of both the series is. {@link RiskConventions} tells what other tools do.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>periods</th><th>Sharpe ratio</th></tr>
 * <tr><td>none, or one</td><td>UNDEFINED: one period has no deviation. Whether none is NO_DATA, the caller knows
 *     </td></tr>
 * <tr><td>3, 3, 3</td><td>UNDEFINED: no deviation</td></tr>
 * <tr><td>−1, 1</td><td>0</td></tr>
 * <tr><td>returns 0.01, 0.1, −0.04, 0.02, 0.03, 0.02, 0.01, −0.1; 252 a year</td><td>0.00625 ÷ 0.05755 × √252 = 1.7239
 *     </td></tr>
 * <tr><td>amounts above 1E+150</td><td>UNDEFINED: their squares exceed what is computed with</td></tr>
 * </table>
 *
 * <p>Source: W. F. Sharpe, "The Sharpe ratio", The Journal of Portfolio Management 21/1 (1994), 49–58; of the worked
 * number: empyrical's own tests.
 */
public final class SharpeRatio {

    private static final String WITHOUT_RISK = "the periods do not differ: their standard deviation is 0";

    private SharpeRatio() {}

    /**
     * The ratio of amounts, such as the profit or loss of each day.
     *
     * @param amounts the amount of each period, in any order
     * @param conventions the periods of a year; its risk-free rate does not apply to amounts
     * @return the ratio, to the precision of a double; undefined as the table says
     */
    public static Finding<BigDecimal> ofAmounts(List<BigDecimal> amounts, RiskConventions conventions) {
        return of(amounts, 0, conventions);
    }

    /**
     * The ratio of returns on capital.
     *
     * @param returns the return of each period as a fraction, in any order
     * @param conventions the periods of a year and the risk-free rate
     * @return the ratio, to the precision of a double; undefined as the table says
     */
    public static Finding<BigDecimal> ofReturns(List<BigDecimal> returns, RiskConventions conventions) {
        return of(returns, conventions.riskFreeRatePerPeriod(), conventions);
    }

    private static Finding<BigDecimal> of(List<BigDecimal> periods, double riskFree, RiskConventions conventions) {
        if (periods.size() < RewardForRisk.FEWEST_PERIODS) {
            return RewardForRisk.tooFew(periods.size());
        }
        Moments moments = Moments.of(RewardForRisk.above(riskFree, periods));
        return RewardForRisk.perYear(moments.mean(), moments.deviation(), WITHOUT_RISK, conventions);
    }
}
