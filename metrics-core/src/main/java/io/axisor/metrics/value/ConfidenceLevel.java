package io.axisor.metrics.value;

/**
 * The confidence that an interval is asked for. The quantiles are those of the standard normal distribution (NIST
 * Engineering Statistics Handbook, 1.3.6.7.1, to double precision).
 */
public enum ConfidenceLevel {
    /** 90 %. */
    P90(0.90, 1.6448536269514722),
    /** 95 %, the default. */
    P95(0.95, 1.959963984540054),
    /** 99 %. */
    P99(0.99, 2.5758293035489004);

    private final double level;
    private final double quantile;

    ConfidenceLevel(double level, double quantile) {
        this.level = level;
        this.quantile = quantile;
    }

    /**
     * The level.
     *
     * @return the share of intervals that hold the true value, 0..1
     */
    public double level() {
        return level;
    }

    /**
     * The two-sided quantile of the standard normal distribution.
     *
     * @return the quantile z
     */
    double quantile() {
        return quantile;
    }
}
