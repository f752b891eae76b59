package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much more was collected than in the equal window before.
 *
 * <pre>growth = (collected − collected before) ÷ collected before</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>collected, before</th><th>growth</th></tr>
 * <tr><td>nothing paid in either</td><td>NO_DATA</td></tr>
 * <tr><td>10, 0</td><td>UNDEFINED</td></tr>
 * <tr><td>10, −5 (more refunds than payments)</td><td>UNDEFINED: a negative base turns the sign</td></tr>
 * <tr><td>81,948.80, 83,503.25</td><td>−1,554.45 ÷ 83,503.25 = −0.0186</td></tr>
 * <tr><td>0, 10</td><td>−1</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the CDNOW purchase histories (Fader and Hardie), as of 1997-10-01T00:00Z.
 */
public final class RevenueGrowth {

    private RevenueGrowth() {}

    /**
     * The growth.
     *
     * @param collected what the window collected
     * @param before what the equal window before it collected
     * @param anyFact whether any payment or refund falls into either
     * @return a ratio, −1 for all lost; without a value as the table says
     */
    public static Finding<Ratio> of(BigDecimal collected, BigDecimal before, boolean anyFact) {
        if (!anyFact) {
            return Finding.noData("nothing was paid in the window or the one before");
        }
        return before.signum() < 0
                ? Finding.undefined("the window before gave back more than it collected")
                : Ratio.ofAmounts(collected.subtract(before), before, "nothing was collected in the window before");
    }
}
