package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.AbstractTimer;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {

    private static final double MILLI = 1e6;

    private final MeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private static Map<Long, Long> countsByMillis(LatencyBuckets buckets) {
        Map<Long, Long> counts = new TreeMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            counts.put(TimeUnit.NANOSECONDS.toMillis(buckets.boundInNanos(i)), buckets.count(i));
        }
        return counts;
    }

    private static Timer timer(MeterRegistry registry, String name, long... objectivesInMillis) {
        Timer.Builder builder = Timer.builder(name);
        Duration[] objectives = new Duration[objectivesInMillis.length];
        for (int i = 0; i < objectives.length; i++) {
            objectives[i] = Duration.ofMillis(objectivesInMillis[i]);
        }
        return builder.serviceLevelObjectives(objectives).register(registry);
    }

    private static void took(Timer timer, long... millis) {
        for (long one : millis) {
            timer.record(Duration.ofMillis(one));
        }
    }

    @Test
    void eachBucketHoldsItsOwnAndNotThoseBeforeIt() {
        Timer timer = timer(prometheus, "t", 10, 100, 1000);
        took(timer, 5, 10, 50, 999, 5000);

        assertThat(countsByMillis(LatencyBuckets.of(timer))).isEqualTo(Map.of(10L, 2L, 100L, 1L, 1000L, 1L));
    }

    @Test
    void aTimerWithoutAHistogramHasNone() {
        assertThat(LatencyBuckets.of(prometheus.timer("t")).size()).isZero();
        assertThat(LatencyBuckets.of(Timer.builder("p").publishPercentiles(0.95).register(prometheus))
                        .size())
                .isZero();
    }

    @Test
    void theHistogramOfASimpleRegistryForgetsAndIsNoneToUs() {
        Timer timer = timer(new SimpleMeterRegistry(), "t", 10, 100);
        took(timer, 5);

        assertThat(timer.takeSnapshot().histogramCounts()).hasSize(2);
        assertThat(LatencyBuckets.of(timer).size()).isZero();
    }

    @Test
    void differencesAndSumsAreTakenBucketByBucket() {
        Timer timer = timer(prometheus, "t", 10, 100);
        took(timer, 5, 50);
        LatencyBuckets before = LatencyBuckets.of(timer);
        took(timer, 5, 5, 500);
        LatencyBuckets after = LatencyBuckets.of(timer);

        assertThat(countsByMillis(after.minus(before))).isEqualTo(Map.of(10L, 2L, 100L, 0L));
        assertThat(countsByMillis(after.plus(before))).isEqualTo(Map.of(10L, 4L, 100L, 2L));
        assertThat(after.minus(before).hasNegative()).isFalse();
        assertThat(before.minus(after).hasNegative()).isTrue();
        assertThat(countsByMillis(after)).isEqualTo(Map.of(10L, 3L, 100L, 1L));
    }

    @Test
    void bucketsOfDifferentTimersAreUnitedByTheirBounds() {
        Timer fine = timer(prometheus, "fine", 10, 20, 40);
        Timer coarse = timer(prometheus, "coarse", 15, 40);
        took(fine, 5, 15, 30);
        took(coarse, 5, 30, 30);
        LatencyBuckets both = LatencyBuckets.NONE.plus(LatencyBuckets.of(fine)).plus(LatencyBuckets.of(coarse));

        assertThat(countsByMillis(both)).isEqualTo(Map.of(10L, 1L, 15L, 1L, 20L, 1L, 40L, 3L));
        assertThat(countsByMillis(both.minus(LatencyBuckets.of(coarse))))
                .isEqualTo(Map.of(10L, 1L, 15L, 0L, 20L, 1L, 40L, 1L));
    }

    /** As the histograms of Micrometer's OTLP registry are: not cumulative, and with a bucket that has no bound. */
    @Test
    void bucketsThatHoldTheirOwnAloneAreReadAsSuch() {
        Timer timer = new PublishingTimer(9, bucket(10, 2), bucket(100, 3), infinite(4));

        assertThat(countsByMillis(LatencyBuckets.of(timer))).isEqualTo(Map.of(10L, 2L, 100L, 3L));
    }

    @Test
    void cumulativeBucketsMayEndInOneWithoutABoundToo() {
        Timer timer = new PublishingTimer(9, bucket(10, 2), bucket(100, 5), infinite(9));

        assertThat(countsByMillis(LatencyBuckets.of(timer))).isEqualTo(Map.of(10L, 2L, 100L, 3L));
    }

    @Test
    void aHistogramOfNothingButTheBucketWithoutABoundIsNone() {
        assertThat(LatencyBuckets.of(new PublishingTimer(9, infinite(9))).size())
                .isZero();
    }

    private static CountAtBucket bucket(long millis, double count) {
        return new CountAtBucket(millis * MILLI, count);
    }

    private static CountAtBucket infinite(double count) {
        return new CountAtBucket(Double.POSITIVE_INFINITY, count);
    }

    /** A timer of some registry that publishes the buckets the test gives it. */
    private static final class PublishingTimer extends AbstractTimer {

        private final long count;
        private final CountAtBucket[] buckets;

        private PublishingTimer(long count, CountAtBucket... buckets) {
            super(
                    new Meter.Id("t", Tags.empty(), null, null, Meter.Type.TIMER),
                    Clock.SYSTEM,
                    DistributionStatisticConfig.NONE.merge(DistributionStatisticConfig.DEFAULT),
                    new NoPauseDetector(),
                    TimeUnit.SECONDS,
                    false);
            this.count = count;
            this.buckets = buckets.clone();
        }

        @Override
        protected void recordNonNegative(long amount, TimeUnit unit) {
            throw new UnsupportedOperationException("counts nothing");
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public double totalTime(TimeUnit unit) {
            return 0;
        }

        @Override
        public double max(TimeUnit unit) {
            return 0;
        }

        @Override
        public HistogramSnapshot takeSnapshot() {
            return new HistogramSnapshot(count, 0, 0, new ValueAtPercentile[0], buckets, null);
        }
    }
}
