package io.axisor.metrics.platform;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * How customers score resolved tickets, on a scale of 1 to 5: the share of 4 and 5.
 *
 * <pre>satisfaction = scores 4 and 5 ÷ scores</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>scores</th><th>satisfaction</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>8, 6 of them 4 or 5</td><td>6 ÷ 8 = 0.75</td></tr>
 * </table>
 */
public final class TicketSatisfaction {

    private TicketSatisfaction() {}

    /**
     * The share.
     *
     * @param scores the scores
     * @return a ratio 0..1; no data without scores
     */
    public static Finding<Ratio> of(ScoreCounts scores) {
        String none = "no ticket resolved in the window has a score";
        return scores.scored() == 0 ? Finding.noData(none) : Ratio.ofCounts(scores.satisfied(), scores.scored(), none);
    }
}
