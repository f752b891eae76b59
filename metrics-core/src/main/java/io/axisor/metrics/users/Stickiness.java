package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;

/**
 * How many of a month's people come on a day.
 *
 * <pre>
 *   stickiness      = distinct people of the last 24 h ÷ distinct people of the last 30 d
 *   mean stickiness = mean of the last 30 rolling days' distinct people ÷ distinct people of those days
 * </pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>activity</th><th>stickiness</th></tr>
 * <tr><td>nobody in 30 days</td><td>NO_DATA</td></tr>
 * <tr><td>71 of 1739 in the last day</td><td>71 ÷ 1739 = 0.0408</td></tr>
 * <tr><td>everybody every day</td><td>1</td></tr>
 * </table>
 *
 * <p>Source of the worked number: the CDNOW purchase histories (Fader and Hardie), as of 1997-10-01T00:00Z.
 */
public final class Stickiness {

    /** The days of the mean. */
    public static final int DAYS = 30;

    private static final String NOBODY = "nobody was active in [t-30d, t)";

    private Stickiness() {}

    /**
     * The stickiness of the last day.
     *
     * @param activeInDay distinct people of the last 24 hours
     * @param activeInMonth distinct people of the last 30 days
     * @return a ratio 0..1; no data where nobody was active
     */
    public static Finding<Ratio> of(long activeInDay, long activeInMonth) {
        return activeInMonth == 0 ? Finding.noData(NOBODY) : Ratio.ofCounts(activeInDay, activeInMonth, NOBODY);
    }

    /**
     * The mean stickiness.
     *
     * @param sumOfDailyActives the distinct people of each of the 30 days, added up
     * @param activeInMonth distinct people of the 30 days
     * @return a ratio 0..1, without an interval: a mean is no count; no data where nobody was active
     */
    public static Finding<Ratio> ofMean(long sumOfDailyActives, long activeInMonth) {
        return activeInMonth == 0
                ? Finding.noData(NOBODY)
                : Ratio.ofAmounts(
                        BigDecimal.valueOf(sumOfDailyActives),
                        BigDecimal.valueOf(activeInMonth).multiply(BigDecimal.valueOf(DAYS)),
                        NOBODY);
    }
}
