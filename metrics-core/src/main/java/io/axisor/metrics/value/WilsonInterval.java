package io.axisor.metrics.value;

/**
 * The Wilson score interval of a ratio of counts.
 *
 * <pre>
 *   (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n),   p = successes / trials, n = trials
 * </pre>
 *
 * <p>Unlike the textbook interval it stays within 0..1 and is honest for few trials and for ratios near the ends:
 *
 * <table>
 * <caption>At the edges, 95 %</caption>
 * <tr><th>successes / trials</th><th>interval</th></tr>
 * <tr><td>0 / 20</td><td>0 .. 0.1611</td></tr>
 * <tr><td>18 / 20</td><td>0.6990 .. 0.9721</td></tr>
 * <tr><td>20 / 20</td><td>0.8389 .. 1</td></tr>
 * <tr><td>0 / 0</td><td>refused: there is no ratio</td></tr>
 * </table>
 *
 * <p>Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the
 * American Statistical Association 22 (1927), 209–212.
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * The interval.
     *
     * @param successes how many of the trials succeeded, 0..trials
     * @param trials how many there were, at least one
     * @param level the confidence
     * @return the interval, within 0..1
     * @throws IllegalArgumentException if there are no trials, or more or fewer successes than there can be
     */
    public static ConfidenceInterval of(long successes, long trials, ConfidenceLevel level) {
        if (trials <= 0 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "a ratio of counts needs 0 <= successes <= trials and at least one trial," + " not " + successes
                            + " of " + trials);
        }
        double n = trials;
        double p = successes / n;
        double z = level.quantile();
        double zz = z * z;
        double centre = p + zz / (2 * n);
        double spread = z * Math.sqrt(p * (1 - p) / n + zz / (4 * n * n));
        double scale = 1 + zz / n;
        // The formula's own ends are exact; rounding must not put them a hair off.
        double lower = successes == 0 ? 0 : Math.max(0, (centre - spread) / scale);
        double upper = successes == trials ? 1 : Math.min(1, (centre + spread) / scale);
        return new ConfidenceInterval(lower, upper, level);
    }
}
