package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much was won for each unit that was lost.
 *
 * <pre>profit factor = Σ pnl of the trades that won ÷ −Σ pnl of the trades that lost</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>trades</th><th>profit factor</th></tr>
 * <tr><td>none closed</td><td>NO_DATA</td></tr>
 * <tr><td>none lost</td><td>UNDEFINED</td></tr>
 * <tr><td>none won, some lost</td><td>0</td></tr>
 * <tr><td>won 0.001774436090225547, lost 0.000732533104528662</td><td>2.4223</td></tr>
 * </table>
 *
 * <p>Source of the worked number: freqtrade's back test of 179 trades, {@code backtest-result.json}.
 */
public final class ProfitFactor {

    private ProfitFactor() {}

    /**
     * The factor.
     *
     * @param wins the sum of all gains, at least 0
     * @param losses the sum of all losses as a positive amount
     * @param closedTrades how many trades were closed
     * @return the factor, 1 for as much won as lost; without a value as the table says
     * @throws IllegalArgumentException if a sum is negative
     */
    public static Finding<Ratio> of(BigDecimal wins, BigDecimal losses, long closedTrades) {
        if (wins.signum() < 0 || losses.signum() < 0) {
            throw new IllegalArgumentException("wins and losses are sums of at least 0 each, not "
                    + wins.toPlainString() + " and " + losses.toPlainString() + "; negate the sum of the losses");
        }
        return closedTrades == 0
                ? Finding.noData("no trade was closed in the window")
                : Ratio.ofAmounts(wins, losses, "no trade of the window lost");
    }
}
