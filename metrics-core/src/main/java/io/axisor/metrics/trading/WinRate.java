package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of the trades that were decided won.
 *
 * <pre>win rate = trades with pnl &gt; 0 ÷ trades with pnl ≠ 0</pre>
 *
 * <p>A trade that came out even is closed, but neither won nor lost. Other tools divide by all that were closed.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>trades</th><th>win rate</th></tr>
 * <tr><td>none closed</td><td>NO_DATA</td></tr>
 * <tr><td>all came out even</td><td>UNDEFINED</td></tr>
 * <tr><td>2 won, 1 lost</td><td>2 ÷ 3 = 0.6667</td></tr>
 * <tr><td>2 won, 1 lost, 5 came out even</td><td>2 ÷ 3 = 0.6667</td></tr>
 * </table>
 *
 * <p>Source of the worked number: ta4j's own tests.
 */
public final class WinRate {

    private WinRate() {}

    /**
     * The rate.
     *
     * @param won trades with a gain
     * @param lost trades with a loss
     * @param closed all closed trades, at least won + lost
     * @return a ratio 0..1; without a value as the table says
     * @throws IllegalArgumentException if the counts cannot be of the same trades
     */
    public static Finding<Ratio> of(long won, long lost, long closed) {
        if (won < 0 || lost < 0 || won + lost > closed) {
            throw new IllegalArgumentException(won + " won and " + lost + " lost of " + closed + " closed cannot be");
        }
        return closed == 0
                ? Finding.noData("no trade was closed in the window")
                : Ratio.ofCounts(won, won + lost, "every trade of the window came out even");
    }
}
