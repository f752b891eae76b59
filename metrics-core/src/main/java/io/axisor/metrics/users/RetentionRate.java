package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of the accounts created a month ago came back.
 *
 * <pre>retention = active in [t-30d, t) ÷ created in [t-60d, t-30d), of the same accounts</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>cohort</th><th>retention</th></tr>
 * <tr><td>empty</td><td>UNDEFINED: nobody could have come back</td></tr>
 * <tr><td>745, 544 of them active</td><td>544 ÷ 745 = 0.7302</td></tr>
 * <tr><td>all active</td><td>1</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the CollegeMsg network (SNAP, Stanford), as of 2004-06-15T00:00Z.
 */
public final class RetentionRate {

    private RetentionRate() {}

    /**
     * The rate.
     *
     * @param cohort the accounts, and those that were active
     * @return a ratio 0..1; undefined for an empty cohort
     */
    public static Finding<Ratio> of(Cohort cohort) {
        return Ratio.ofCounts(
                cohort.matching(), cohort.size(), "empty cohort: no account was created in [t-60d, t-30d)");
    }
}
