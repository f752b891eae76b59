package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of new accounts came to pay within 30 days.
 *
 * <pre>
 *   conversion = first successful payment before creation + 30d ÷ created in [t-60d, t-30d), of the same accounts
 * </pre>
 *
 * <p>Every account of the cohort has had its full 30 days at {@code t}.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>cohort</th><th>conversion</th></tr>
 * <tr><td>empty</td><td>UNDEFINED: nobody could have converted</td></tr>
 * <tr><td>40, 3 of them paid in time</td><td>3 ÷ 40 = 0.075</td></tr>
 * </table>
 */
public final class ConversionRate {

    private ConversionRate() {}

    /**
     * The rate.
     *
     * @param cohort the accounts, and those that paid in time
     * @return a ratio 0..1; undefined for an empty cohort
     */
    public static Finding<Ratio> of(Cohort cohort) {
        return Ratio.ofCounts(
                cohort.matching(), cohort.size(), "empty cohort: no account was created in [t-60d, t-30d)");
    }
}
