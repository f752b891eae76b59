package io.axisor.metrics.testing.benchmarks.jmh;

import java.time.Duration;

/**
 * What one call costs.
 *
 * @param nanos the time, in nanoseconds
 * @param error half of the interval that holds the mean with 99.9 % confidence, in nanoseconds
 * @param bytes what it allocates
 */
public record Score(double nanos, double error, double bytes) {

    /**
     * The time.
     *
     * @return to the nanosecond
     */
    public Duration time() {
        return Duration.ofNanos(Math.round(nanos));
    }
}
