package io.axisor.metrics.users;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The Net Promoter Score of answers on a scale of 0 to 10.
 *
 * <pre>NPS = 100 × (promoters (9, 10) − detractors (0 to 6)) ÷ answers, −100..100</pre>
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>answers</th><th>NPS</th></tr>
 * <tr><td>none</td><td>NO_DATA</td></tr>
 * <tr><td>10: 5 promoters, 3 detractors</td><td>20</td></tr>
 * <tr><td>only detractors</td><td>−100</td></tr>
 * </table>
 *
 * <p>Source: F. F. Reichheld, "The one number you need to grow", Harvard Business Review 81/12 (2003), 46–54.
 */
public final class NetPromoterScore {

    private NetPromoterScore() {}

    /**
     * The score.
     *
     * @param promoters answers 9 and 10
     * @param detractors answers 0 to 6
     * @param answers all answers
     * @return the score, −100..100; no data without answers
     */
    public static Finding<BigDecimal> of(long promoters, long detractors, long answers) {
        return answers == 0
                ? Finding.noData("no answer on the 0-10 scale in the window")
                : Finding.ok(BigDecimal.valueOf(promoters - detractors)
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(answers), MathContext.DECIMAL64));
    }
}
