package io.axisor.metrics.trading;

import java.math.BigDecimal;
import java.util.List;

/**
 * Mean and sample deviation of a series, in doubles, without the cancellation of the textbook's sum of squares: of
 * NIST's NumAcc4, whose deviation is 0.1, that one finds a negative variance.
 *
 * <pre>
 *   d        = x − first value
 *   mean     = first value + Σ d ÷ n
 *   variance = (Σ d² − (Σ d)² ÷ n) ÷ (n − 1)
 * </pre>
 *
 * <p>As the first value belongs to the series, a d is 0, so what is subtracted is at most 1 − 1 ÷ n of what it is
 * subtracted from: no more digits cancel than n has. What each addition rounds away is added up apart. A series of equal
 * values has exactly its value as mean and exactly 0 as deviation. Where a sum exceeds a double, so do the parts that the
 * compensation subtracts, and the outcome is NaN; callers look.
 *
 * <p>Sources, of the shift: T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for computing the sample variance:
 * analysis and recommendations", The American Statistician 37 (1983), 242–247; of the exact rest of an addition: D. E.
 * Knuth, "The Art of Computer Programming", volume 2, 4.2.2, theorem B.
 *
 * @param mean the mean
 * @param deviation the sample standard deviation
 */
record Moments(double mean, double deviation) {

    /** Of at least two values: one has no sample deviation, and callers say so. */
    static Moments of(double[] values) {
        if (values.length < 2) {
            throw new IllegalArgumentException("a sample deviation needs at least 2 values, not " + values.length);
        }
        double first = values[0];
        CompensatedSum shifted = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            double distance = value - first;
            shifted.add(distance);
            squares.add(distance * distance);
        }
        double total = shifted.total();
        double variance = (squares.total() - total * total / values.length) / (values.length - 1);
        return new Moments(first + total / values.length, Math.sqrt(variance));
    }

    static double mean(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        for (double value : values) {
            sum.add(value);
        }
        return sum.total() / values.length;
    }

    /** Exact amounts as the nearest doubles. */
    static double[] doubles(List<BigDecimal> values) {
        return values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    }

    /** What each addition rounds away is added up apart. */
    private static final class CompensatedSum {
        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            double added = next - sum;
            lost += (sum - (next - added)) + (value - added);
            sum = next;
        }

        double total() {
            return sum + lost;
        }
    }
}
