package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of the people active in one 30 days was not active in the next.
 *
 * <pre>churn = active in [t-60d, t-30d) and not in [t-30d, t) ÷ active in [t-60d, t-30d)</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>base</th><th>churn</th></tr>
 * <tr><td>nobody was active</td><td>UNDEFINED: nobody could have left</td></tr>
 * <tr><td>1701, 1185 of them gone</td><td>1185 ÷ 1701 = 0.6966</td></tr>
 * <tr><td>nobody gone</td><td>0</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the CDNOW purchase histories (Fader and Hardie), as of 1997-10-01T00:00Z.
 */
public final class ChurnRate {

    private ChurnRate() {}

    /**
     * The rate.
     *
     * @param base the people who were active before, and those of them who no longer were
     * @return a ratio 0..1; undefined for an empty base
     */
    public static Finding<Ratio> of(Cohort base) {
        return Ratio.ofCounts(base.matching(), base.size(), "empty base: nobody was active in [t-60d, t-30d)");
    }
}
