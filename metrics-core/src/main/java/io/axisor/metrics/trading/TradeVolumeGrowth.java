package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much more was traded than in the equal window before.
 *
 * <pre>growth = (volume − volume before) ÷ volume before, of succeeded trades</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>volume, before</th><th>growth</th></tr>
 * <tr><td>no trade succeeded in either</td><td>NO_DATA</td></tr>
 * <tr><td>10, 0</td><td>UNDEFINED</td></tr>
 * <tr><td>15, 12</td><td>3 ÷ 12 = 0.25</td></tr>
 * <tr><td>0, 10</td><td>−1</td></tr>
 * </table>
 */
public final class TradeVolumeGrowth {

    private TradeVolumeGrowth() {}

    /**
     * The growth.
     *
     * @param volume what was traded in the window
     * @param before what was traded in the equal window before it
     * @param anyTrade whether any trade succeeded in either
     * @return a ratio, −1 for nothing any more; without a value as the table says
     */
    public static Finding<Ratio> of(BigDecimal volume, BigDecimal before, boolean anyTrade) {
        return anyTrade
                ? Ratio.ofAmounts(volume.subtract(before), before, "nothing was traded in the window before")
                : Finding.noData("no trade succeeded in the window or the one before");
    }
}
