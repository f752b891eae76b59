package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much of what was paid belongs to no account, so that no metric per user takes it in.
 *
 * <pre>unattributed = gross of the payments whose user is NULL or blank ÷ gross, of the window</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>window</th><th>share</th></tr>
 * <tr><td>nothing paid</td><td>NO_DATA</td></tr>
 * <tr><td>60 by guests, 40 by users</td><td>60 ÷ 100 = 0.6</td></tr>
 * </table>
 */
public final class UnattributedShare {

    private UnattributedShare() {}

    /**
     * The share.
     *
     * @param byGuests what guests paid in the window
     * @param gross what was paid in it
     * @return a ratio 0..1; no data where nothing was paid
     */
    public static Finding<Ratio> of(BigDecimal byGuests, BigDecimal gross) {
        String nothing = "nothing was paid in the window";
        return gross.signum() == 0 ? Finding.noData(nothing) : Ratio.ofAmounts(byGuests, gross, nothing);
    }
}
