package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * What a trade brings on average.
 *
 * <pre>expectancy = Σ pnl ÷ closed trades, those that came out even among them</pre>
 *
 * <p>The same as share won × mean gain − share lost × mean loss, the form in which it is often given.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>trades</th><th>expectancy</th></tr>
 * <tr><td>none closed</td><td>NO_DATA</td></tr>
 * <tr><td>0, 0</td><td>0</td></tr>
 * <tr><td>100, 200, 50, −150, 300, −100, 80, −30</td><td>450 ÷ 8 = 56.25</td></tr>
 * </table>
 *
 * <p>Source of the worked number: freqtrade's own tests.
 */
public final class Expectancy {

    private static final String NONE_CLOSED = "no trade was closed in the window";

    private Expectancy() {}

    /**
     * The expectancy.
     *
     * @param netPnl the sum of all gains and losses
     * @param closedTrades how many trades were closed
     * @return the amount per trade; no data without any
     */
    public static Finding<Ratio> of(BigDecimal netPnl, long closedTrades) {
        return closedTrades == 0
                ? Finding.noData(NONE_CLOSED)
                : Ratio.ofAmounts(netPnl, BigDecimal.valueOf(closedTrades), NONE_CLOSED);
    }
}
