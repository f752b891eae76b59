package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * Revenue per head, of what was collected from payments with a user: a guest's payment is nobody's.
 *
 * <pre>
 *   ARPU  = collected in [t-30d, t) ÷ accounts at t
 *   ARPPU = collected in [t-30d, t) ÷ distinct accounts with a successful payment in it
 *   per account = collected ever ÷ accounts at t
 * </pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>heads</th><th>average</th></tr>
 * <tr><td>no accounts</td><td>UNDEFINED</td></tr>
 * <tr><td>no payers</td><td>NO_DATA</td></tr>
 * <tr><td>81,948.80 from 23,570 accounts</td><td>3.4768...</td></tr>
 * </table>
 */
public final class AverageRevenue {

    private AverageRevenue() {}

    /**
     * Revenue per account: ARPU, or the lifetime's.
     *
     * @param collected an amount
     * @param accounts accounts at {@code t}
     * @return the amount per account; undefined without accounts
     */
    public static Finding<Ratio> perAccount(BigDecimal collected, BigDecimal accounts) {
        return Ratio.ofAmounts(collected, accounts, "there is no account at t");
    }

    /**
     * Revenue per paying account: ARPPU.
     *
     * @param collected an amount
     * @param payers distinct accounts with a successful payment in the window
     * @return the amount per payer; no data without any
     */
    public static Finding<Ratio> perPayer(BigDecimal collected, long payers) {
        String nobody = "nobody paid in the window";
        return payers == 0 ? Finding.noData(nobody) : Ratio.ofAmounts(collected, BigDecimal.valueOf(payers), nobody);
    }
}
