package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How much of what succeeded was given back, by number or by amount.
 *
 * <pre>
 *   by number = refunds ÷ payments that succeeded, refunded since or not
 *   by amount = refunded ÷ gross
 * </pre>
 *
 * <p>A refund on its payment belongs to the payment's window, one with a date of its own to that date's: its payment
 * may be older than the window, so the rate can exceed 1 and then has no interval.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>window</th><th>rate</th></tr>
 * <tr><td>no payment and no refund</td><td>NO_DATA</td></tr>
 * <tr><td>refunds, but no payment that succeeded</td><td>UNDEFINED</td></tr>
 * <tr><td>263 refunds, 7715 payments</td><td>263 ÷ 7715 = 0.0341</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the first user of IBM's synthetic credit card transactions, as of 2010-01-01T00:00Z.
 */
public final class RefundRate {

    private static final String NOTHING = "no payment of the window succeeded";

    private RefundRate() {}

    /**
     * The rate by number.
     *
     * @param counts the payments of the window
     * @return a ratio; without a value as the table says
     */
    public static Finding<Ratio> ofNumber(PaymentCounts counts) {
        return counts.created() == 0 && counts.refunds() == 0
                ? Finding.noData("no payment was created in the window")
                : Ratio.ofCounts(counts.refunds(), counts.succeeded(), NOTHING);
    }

    /**
     * The rate by amount.
     *
     * @param refunded what was given back in the window
     * @param gross what was paid in the window
     * @return a ratio; without a value as the table says
     */
    public static Finding<Ratio> ofAmount(BigDecimal refunded, BigDecimal gross) {
        return gross.signum() == 0 && refunded.signum() == 0
                ? Finding.noData("nothing was paid in the window")
                : Ratio.ofAmounts(refunded, gross, NOTHING);
    }
}
