package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramQuantileTest {

    private static final BigDecimal P95 = new BigDecimal("0.95");

    private final Timer timer = Timer.builder("t")
            .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofMillis(500))
            .register(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));

    private void took(int number, long millis) {
        for (int i = 0; i < number; i++) {
            timer.record(Duration.ofMillis(millis));
        }
    }

    private BigDecimal seconds(BigDecimal q) {
        return HistogramQuantile.of(q, LatencyBuckets.of(timer), timer.count())
                .movePointLeft(9)
                .stripTrailingZeros();
    }

    /** The three rows of the table in the class, worked by hand. */
    @Test
    void theBucketOfTheRankIsCutInProportion() {
        took(90, 50);
        took(10, 400);

        assertThat(seconds(P95)).isEqualByComparingTo("0.3");
    }

    @Test
    void theFirstBucketBeginsAtZero() {
        took(100, 50);

        assertThat(seconds(P95)).isEqualByComparingTo("0.095");
    }

    @Test
    void beyondTheLastBoundItIsTheLastBound() {
        took(90, 50);
        took(10, 60_000);

        assertThat(seconds(P95)).isEqualByComparingTo("0.5");
    }

    @Test
    void aRankThatABucketEndsWithIsItsBound() {
        took(95, 50);
        took(5, 400);

        assertThat(seconds(P95)).isEqualByComparingTo("0.1");
    }

    @Test
    void aDurationOnABoundLiesInTheBucketThatItEnds() {
        took(1, 100);

        assertThat(seconds(BigDecimal.ONE)).isEqualByComparingTo("0.1");
    }

    @Test
    void anEmptyBucketIsPassedOver() {
        took(1, 400);

        assertThat(seconds(new BigDecimal("0.5"))).isEqualByComparingTo("0.3");
    }

    @Test
    void allBeyondTheLastBoundAreTheLastBound() {
        took(3, 1_000);

        assertThat(seconds(new BigDecimal("0.01"))).isEqualByComparingTo("0.5");
    }
}
