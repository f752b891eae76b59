package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * How many accounts moved to a higher plan, measured on those there were before.
 *
 * <pre>upgrade rate = distinct accounts upgraded in [t-30d, t) ÷ accounts at t-30d</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>accounts at t-30d</th><th>rate</th></tr>
 * <tr><td>none</td><td>UNDEFINED</td></tr>
 * <tr><td>200, and 5 accounts upgraded</td><td>5 ÷ 200 = 0.025</td></tr>
 * <tr><td>2, and 3 accounts upgraded</td><td>1.5, without an interval: newer accounts upgraded too</td></tr>
 * </table>
 */
public final class PlanUpgradeRate {

    private PlanUpgradeRate() {}

    /**
     * The rate.
     *
     * @param upgradedAccounts distinct accounts with an upgrade in the window
     * @param accountsBefore accounts at its start
     * @return a ratio, undefined if there were no accounts at the start
     */
    public static Finding<Ratio> of(long upgradedAccounts, long accountsBefore) {
        return Ratio.ofCounts(upgradedAccounts, accountsBefore, "there was no account at t-30d");
    }
}
