package io.axisor.metrics.micrometer;

import java.math.BigDecimal;

/**
 * A series that has its place, and the number that its gauges read. The gauges of all registries hold it strongly; a
 * reader gets a double without allocating or waiting.
 */
final class ShownSeries {

    private final Series series;
    private volatile double value;

    ShownSeries(Series series) {
        this.series = series;
        this.value = series.value().doubleValue();
    }

    Series series() {
        return series;
    }

    /** Money and exact ratios become doubles here and nowhere else. */
    void show(BigDecimal newValue) {
        value = newValue.doubleValue();
    }

    double value() {
        return value;
    }
}
