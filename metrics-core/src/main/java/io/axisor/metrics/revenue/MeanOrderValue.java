package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much an order is worth: the mean amount of the payments that succeeded, refunded since or not.
 *
 * <pre>mean = gross ÷ orders, of one currency, paid in the window</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>window</th><th>mean</th></tr>
 * <tr><td>no order</td><td>NO_DATA</td></tr>
 * <tr><td>three orders of 100 together</td><td>33.3333...</td></tr>
 * </table>
 */
public final class MeanOrderValue {

    private MeanOrderValue() {}

    /**
     * The mean.
     *
     * @param gross what was paid in the window
     * @param orders payments that succeeded in it
     * @return an amount per order; no data without any
     */
    public static Finding<Ratio> of(BigDecimal gross, long orders) {
        String nothing = "nothing was paid in the window";
        return orders == 0 ? Finding.noData(nothing) : Ratio.ofAmounts(gross, BigDecimal.valueOf(orders), nothing);
    }
}
