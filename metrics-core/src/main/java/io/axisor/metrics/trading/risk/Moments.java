package io.axisor.metrics.trading.risk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Mean and sample deviation of a series, in doubles, without the cancellation of the textbook's sum of squares: of
 * NIST's NumAcc4, whose deviation is 0.1, that one finds a negative variance.
 *
 * <pre>
 *   d        = x − first value
 *   variance = (Σ d² − (Σ d)² ÷ n) ÷ (n − 1)
 * </pre>
 *
 * <p>Of exact amounts the mean is taken and the first value subtracted exactly; only then are they doubles: 10000000.1 is none, and
 * rounding it first would leave nine digits of NumAcc4's deviation.
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

    /** Digits that hold the sum of the largest and the smallest double; what is longer still is rounded, not built. */
    private static final MathContext ALL_DIGITS = new MathContext(700);

    /** Of at least two exact values: one has no sample deviation, and callers say so. */
    static Moments of(List<BigDecimal> values) {
        requireTwo(values.size());
        BigDecimal first = values.get(0);
        double[] distances = doubles(values.stream()
                .map(value -> value.subtract(first, MathContext.DECIMAL128))
                .toList());
        return new Moments(mean(values), deviation(distances));
    }

    /** The same of values that are doubles from the start, such as logarithms. */
    static Moments of(double[] values) {
        requireTwo(values.length);
        double first = values[0];
        double[] distances = DoubleStream.of(values).map(value -> value - first).toArray();
        return new Moments(first + mean(distances), deviation(distances));
    }

    private static void requireTwo(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("a sample deviation needs at least 2 values, not " + count);
        }
    }

    private static double deviation(double[] distances) {
        CompensatedSum shifted = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (double distance : distances) {
            shifted.add(distance);
            squares.add(distance * distance);
        }
        double total = shifted.total();
        return Math.sqrt((squares.total() - total * total / distances.length) / (distances.length - 1));
    }

    /** The double nearest to the exact mean. */
    static double mean(List<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value, ALL_DIGITS);
        }
        return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128)
                .doubleValue();
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
