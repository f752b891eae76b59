package io.axisor.metrics.platform;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * Which share of what had to be done by a date was.
 *
 * <pre>on time = done by the due date ÷ (done in the window + overdue)</pre>
 *
 * <p>What is done at the very instant it is due is done by then.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>in time, done, overdue</th><th>rate</th></tr>
 * <tr><td>0, 0, 0</td><td>NO_DATA: nothing was due</td></tr>
 * <tr><td>0, 0, 2</td><td>0</td></tr>
 * <tr><td>17, 18, 2</td><td>17 ÷ 20 = 0.85</td></tr>
 * </table>
 */
public final class OnTimeRate {

    private OnTimeRate() {}

    /**
     * The rate.
     *
     * @param due what was due
     * @return a ratio 0..1; no data where nothing was due
     */
    public static Finding<Ratio> of(DueCounts due) {
        String nothing = "nothing with a due date was done in the window or is overdue";
        long all = due.done() + due.overdue();
        return all == 0 ? Finding.noData(nothing) : Ratio.ofCounts(due.inTime(), all, nothing);
    }
}
