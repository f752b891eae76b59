package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of accounts belongs to people who are verified.
 *
 * <pre>verified = accounts at t of verified people ÷ accounts at t</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>accounts</th><th>verified</th></tr>
 * <tr><td>none</td><td>UNDEFINED</td></tr>
 * <tr><td>40, 30 of them verified</td><td>30 ÷ 40 = 0.75</td></tr>
 * </table>
 */
public final class VerificationRate {

    private VerificationRate() {}

    /**
     * The rate.
     *
     * @param accounts the accounts, and those of verified people
     * @return a ratio 0..1; undefined without accounts
     */
    public static Finding<Ratio> of(Cohort accounts) {
        return Ratio.ofCounts(accounts.matching(), accounts.size(), "there is no account at t");
    }
}
