package io.axisor.metrics.trading;

import java.math.BigDecimal;
import java.util.List;

/**
 * Mean and sample deviation of a series, in doubles, without the cancellation of the textbook's sum of squares: of
 * NIST's NumAcc4, whose deviation is 0.1, that one finds a negative variance.
 *
 * <pre>
 *   mean     = Σ x ÷ n, the sum compensated (Neumaier)
 *   variance = (Σ (x − mean)² − (Σ (x − mean))² ÷ n) ÷ (n − 1), the corrected two-pass algorithm
 * </pre>
 *
 * <p>The correction takes back what rounding the mean has added. A series of equal values has exactly its value as mean
 * and exactly 0 as deviation. Where a sum exceeds a double, so do the parts that the compensation subtracts, and the
 * outcome is NaN; callers look.
 *
 * <p>Sources: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", Zeitschrift für
 * Angewandte Mathematik und Mechanik 54 (1974), 39–51; T. F. Chan, G. H. Golub and R. J. LeVeque, "Algorithms for
 * computing the sample variance: analysis and recommendations", The American Statistician 37 (1983), 242–247.
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
        if (allEqual(values)) {
            return new Moments(values[0], 0);
        }
        double mean = mean(values);
        CompensatedSum residuals = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        for (double value : values) {
            double residual = value - mean;
            residuals.add(residual);
            squares.add(residual * residual);
        }
        double off = residuals.total();
        double variance = (squares.total() - off * off / values.length) / (values.length - 1);
        return new Moments(mean, Math.sqrt(variance));
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

    /** Neumaier's: what each addition rounds away is added up apart. */
    private static final class CompensatedSum {
        private double sum;
        private double lost;

        void add(double value) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
            sum = next;
        }

        double total() {
            return sum + lost;
        }
    }

    /** The mean of equal values may round to their neighbour and show a deviation where there is none. */
    private static boolean allEqual(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
