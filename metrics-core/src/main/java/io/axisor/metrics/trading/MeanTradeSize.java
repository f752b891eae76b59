package io.axisor.metrics.trading;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * What a succeeded trade moves on average.
 *
 * <pre>mean trade size = volume ÷ succeeded trades with an amount</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>trades</th><th>mean size</th></tr>
 * <tr><td>none succeeded</td><td>NO_DATA</td></tr>
 * <tr><td>0, 0</td><td>0</td></tr>
 * <tr><td>10, 20, 45</td><td>75 ÷ 3 = 25</td></tr>
 * </table>
 */
public final class MeanTradeSize {

    private static final String NONE_SUCCEEDED = "no trade succeeded in the window";

    private MeanTradeSize() {}

    /**
     * The mean.
     *
     * @param volume what was moved, in how many trades
     * @return the amount per trade; no data without any
     */
    public static Finding<Ratio> of(TradeVolume volume) {
        return volume.trades() == 0
                ? Finding.noData(NONE_SUCCEEDED)
                : Ratio.ofAmounts(volume.amount(), BigDecimal.valueOf(volume.trades()), NONE_SUCCEEDED);
    }
}
