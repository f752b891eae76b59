package io.axisor.metrics.revenue;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of the payments that ended one way or the other brought money.
 *
 * <pre>success = (succeeded + refunded) ÷ (succeeded + refunded + failed), of the payments created in the window</pre>
 *
 * <p>A refunded payment did succeed; a pending one has not failed.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>payments</th><th>success</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>only pending ones</td><td>UNDEFINED</td></tr>
 * <tr><td>7715 succeeded, 237 failed</td><td>7715 ÷ 7952 = 0.9702</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the first user of IBM's synthetic credit card transactions, as of 2010-01-01T00:00Z.
 */
public final class PaymentSuccessRate {

    private PaymentSuccessRate() {}

    /**
     * The rate.
     *
     * @param counts the payments of the window
     * @return a ratio 0..1; without a value as the table says
     */
    public static Finding<Ratio> of(PaymentCounts counts) {
        return counts.created() == 0
                ? Finding.noData("no payment was created in the window")
                : Ratio.ofCounts(
                        counts.succeeded(),
                        counts.succeeded() + counts.failed(),
                        "every payment of the window is still pending");
    }
}
