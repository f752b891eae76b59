package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;

/**
 * The customer satisfaction score of answers on a scale of 1 to 5: the share of 4 and 5.
 *
 * <pre>CSAT = answers 4 and 5 ÷ answers</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>answers</th><th>CSAT</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>8, 6 of them 4 or 5</td><td>6 ÷ 8 = 0.75</td></tr>
 * </table>
 */
public final class CustomerSatisfaction {

    private CustomerSatisfaction() {}

    /**
     * The score.
     *
     * @param satisfied answers 4 and 5
     * @param answers all answers
     * @return a ratio 0..1; no data without answers
     */
    public static Finding<Ratio> of(long satisfied, long answers) {
        String none = "no answer on the 1-5 scale in the window";
        return answers == 0 ? Finding.noData(none) : Ratio.ofCounts(satisfied, answers, none);
    }
}
