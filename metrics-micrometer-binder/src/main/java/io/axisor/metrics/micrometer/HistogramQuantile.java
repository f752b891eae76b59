package io.axisor.metrics.micrometer;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A quantile of durations that were only counted in buckets, as Prometheus reckons it: the durations of a bucket are
 * taken to lie evenly between its bounds.
 *
 * <pre>
 *   rank     = q × number
 *   quantile = low + (high − low) × (rank − number below low) ÷ number in the bucket
 * </pre>
 *
 * <p>The bucket is the first one up to whose upper bound {@code high} at least {@code rank} durations lie; {@code low} is
 * the bound before it, 0 for the first. The true quantile lies in the same bucket, so the error is at most the bucket's
 * width.
 *
 * <table>
 * <caption>At the edges; the bounds are 0.1 s and 0.5 s</caption>
 * <tr><th>up to 0.1 s</th><th>up to 0.5 s</th><th>longer</th><th>95th percentile</th></tr>
 * <tr><td>90</td><td>10</td><td>0</td><td>0.1 + 0.4 × (95 − 90) ÷ 10 = 0.3</td></tr>
 * <tr><td>100</td><td>0</td><td>0</td><td>0 + 0.1 × 95 ÷ 100 = 0.095</td></tr>
 * <tr><td>90</td><td>0</td><td>10</td><td>0.5, the last bound: all that is known is that it is longer</td></tr>
 * </table>
 *
 * <p>Source: Prometheus documentation, "Query functions", {@code histogram_quantile()} of classic histograms.
 */
final class HistogramQuantile {

    private HistogramQuantile() {}

    /**
     * The quantile.
     *
     * @param q such as 0.95
     * @param buckets the durations by bucket, at least one bound
     * @param number how many durations there are in all, at least 1; those that no bucket holds are beyond the last bound
     * @return nanoseconds
     */
    static BigDecimal of(BigDecimal q, LatencyBuckets buckets, long number) {
        BigDecimal rank = q.multiply(BigDecimal.valueOf(number));
        long below = 0;
        long low = 0;
        for (int i = 0; i < buckets.size(); i++) {
            long high = buckets.boundInNanos(i);
            long inside = buckets.count(i);
            if (BigDecimal.valueOf(below + inside).compareTo(rank) >= 0) {
                BigDecimal share = rank.subtract(BigDecimal.valueOf(below))
                        .divide(BigDecimal.valueOf(inside), MathContext.DECIMAL64);
                return BigDecimal.valueOf(high - low).multiply(share).add(BigDecimal.valueOf(low));
            }
            below += inside;
            low = high;
        }
        return BigDecimal.valueOf(low);
    }
}
