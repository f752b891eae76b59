package io.axisor.metrics.value;

import java.util.Locale;

/** What is told of a distribution, such as of how long things took. */
public enum Statistic {
    /** The arithmetic mean. */
    MEAN,
    /** The median: half of the values are at most this. */
    P50,
    /** The 95th percentile: 95 % of the values are at most this. */
    P95,
    /** The largest value. */
    MAX;

    /**
     * The statistic as the last segment of meter names.
     *
     * @return such as {@code p95}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
