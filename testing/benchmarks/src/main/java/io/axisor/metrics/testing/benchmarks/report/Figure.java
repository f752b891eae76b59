package io.axisor.metrics.testing.benchmarks.report;

import java.time.Duration;
import java.util.Locale;

/** How figures are written. */
public final class Figure {

    private Figure() {}

    /**
     * Milliseconds, with decimals where they matter.
     *
     * @param duration the duration
     * @return such as {@code 1234 ms} or {@code 0.52 ms}
     */
    public static String of(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return decimal(millis) + " ms";
    }

    /**
     * A ratio.
     *
     * @param ratio how many times
     * @return such as {@code 4.1 ×}
     */
    public static String times(double ratio) {
        return decimal(ratio) + " ×";
    }

    /**
     * A share.
     *
     * @param share 0 to 1
     * @return such as {@code 83 %}
     */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    /**
     * Three digits that count, or all before the point.
     *
     * @param value the value
     * @return its digits
     */
    public static String decimal(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
