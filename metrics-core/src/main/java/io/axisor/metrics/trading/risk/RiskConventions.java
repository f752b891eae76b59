package io.axisor.metrics.trading.risk;

/**
 * The choices that ratios of reward and risk leave open. A Sharpe ratio without its conventions cannot be compared: the
 * five well-known tools below have four definitions, none of which is the default here.
 *
 * <p>The default is a market that never closes: sample deviation (n − 1), days without a trade count as 0, 365 days a
 * year, no risk-free rate. For an exchange that closes, {@code withPeriodsPerYear(252)} and
 * {@code withIdleDays(IdleDays.LEFT_OUT)}. The sample deviation is no choice.
 *
 * <table>
 * <caption>What others do differently in the Sharpe ratio</caption>
 * <tr><th>tool</th><th>observations</th><th>deviation</th><th>scaled to a year by</th><th>without deviation</th></tr>
 * <tr><td>ours, by default</td><td>pnl or returns of days, idle ones 0</td><td>sample</td><td>√365</td><td>UNDEFINED
 *     </td></tr>
 * <tr><td>empyrical, QuantStats</td><td>daily returns, missing days dropped</td><td>sample</td><td>√252</td><td>NaN or
 *     infinite</td></tr>
 * <tr><td>ta4j</td><td>returns of bars, open positions marked to market</td><td>sample</td><td>√ of the bars a year
 *     seen in the data, a year of 365.2425 days</td><td>0</td></tr>
 * <tr><td>freqtrade</td><td>mean: profit a day on the starting balance; deviation: of trades, not of days</td>
 *     <td>population</td><td>√365</td><td>−100</td></tr>
 * <tr><td>backtesting.py</td><td>daily returns of the equity</td><td>of compounded returns</td><td>geometric mean
 *     return of 365 or 252 days, by whether weekends are traded</td><td>NaN</td></tr>
 * </table>
 *
 * <p>In the Sortino ratio, empyrical and QuantStats take the downside deviation over all periods, as we do; freqtrade
 * takes the deviation of the losing trades around their own mean.
 *
 * <p>Sources: quantopian/empyrical {@code empyrical/stats.py}, ranaroussi/quantstats {@code quantstats/stats.py},
 * ta4j/ta4j {@code SharpeRatioCriterion}, freqtrade/freqtrade {@code freqtrade/data/metrics.py}, kernc/backtesting.py
 * {@code backtesting/_stats.py}.
 *
 * @param periodsPerYear how many periods of the series make a year, at least 1: 365 days, 252 days of an exchange, 52
 *     weeks, 12 months
 * @param riskFreeRatePerYear what capital earns in a year without risk, above −1 and below 1: 0.04 for 4 %. It applies
 *     to returns on capital only, by {@link #riskFreeRatePerPeriod()}; amounts have no rate
 * @param idleDays what a day without a trade is
 * @param valueAtRiskLevel the share of periods that lose no more than the value at risk, at least 0.5 and below 1: 0.95
 *     for 95 %
 */
public record RiskConventions(
        int periodsPerYear, double riskFreeRatePerYear, IdleDays idleDays, double valueAtRiskLevel) {

    /** 365 periods a year, no risk-free rate, idle days counted, value at risk at 95 %. */
    public static final RiskConventions DEFAULT = new RiskConventions(365, 0, IdleDays.COUNTED, 0.95);

    /**
     * Refuses what cannot be meant.
     *
     * @param periodsPerYear how many periods of the series make a year
     * @param riskFreeRatePerYear what capital earns in a year without risk
     * @param idleDays what a day without a trade is
     * @param valueAtRiskLevel the share of periods that lose no more than the value at risk
     */
    public RiskConventions {
        if (periodsPerYear < 1) {
            throw new IllegalArgumentException("periodsPerYear must be at least 1, not " + periodsPerYear
                    + "; say 365 for days of a market that never closes, 252 for those of an exchange");
        }
        if (!(riskFreeRatePerYear > -1 && riskFreeRatePerYear < 1)) {
            throw new IllegalArgumentException("riskFreeRatePerYear must be above -1 and below 1, not "
                    + riskFreeRatePerYear + "; it is a fraction: say 0.04 for 4 %");
        }
        if (!(valueAtRiskLevel >= 0.5 && valueAtRiskLevel < 1)) {
            throw new IllegalArgumentException("valueAtRiskLevel must be at least 0.5 and below 1, not "
                    + valueAtRiskLevel + "; it is the share of periods that lose no more: say 0.95 for 95 %");
        }
    }

    /**
     * These conventions for a series of other periods.
     *
     * @param periods how many periods make a year, at least 1
     * @return the conventions, otherwise the same
     */
    public RiskConventions withPeriodsPerYear(int periods) {
        return new RiskConventions(periods, riskFreeRatePerYear, idleDays, valueAtRiskLevel);
    }

    /**
     * These conventions with another risk-free rate.
     *
     * @param rate the rate a year as a fraction, above −1 and below 1
     * @return the conventions, otherwise the same
     */
    public RiskConventions withRiskFreeRatePerYear(double rate) {
        return new RiskConventions(periodsPerYear, rate, idleDays, valueAtRiskLevel);
    }

    /**
     * These conventions with idle days counted or left out.
     *
     * @param days what a day without a trade is
     * @return the conventions, otherwise the same
     */
    public RiskConventions withIdleDays(IdleDays days) {
        return new RiskConventions(periodsPerYear, riskFreeRatePerYear, days, valueAtRiskLevel);
    }

    /**
     * These conventions with another level of the value at risk.
     *
     * @param level the share of periods that lose no more, at least 0.5 and below 1
     * @return the conventions, otherwise the same
     */
    public RiskConventions withValueAtRiskLevel(double level) {
        return new RiskConventions(periodsPerYear, riskFreeRatePerYear, idleDays, level);
    }

    /**
     * What capital earns in one period without risk.
     *
     * @return {@code riskFreeRatePerYear ÷ periodsPerYear}, not compounded
     */
    public double riskFreeRatePerPeriod() {
        return riskFreeRatePerYear / periodsPerYear;
    }
}
