package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.core.instrument.distribution.pause.NoPauseDetector;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestTotalsTest {

    private final RequestTotals totals = new RequestTotals();
    private final SetTimer timer = new SetTimer();

    @Test
    void aTimerThatCountsLessThanBeforeBeganAnewAndCountsWhole() {
        timer.set(100, 10.0);
        totals.add(List.of(timer));
        timer.set(7, 0.5);
        totals.add(List.of(timer));
        timer.set(9, 0.75);
        totals.add(List.of(timer));

        assertThat(totals.counts().requests()).isEqualTo(109);
        assertThat(totals.counts().serverErrors()).isEqualTo(109);
        assertThat(totals.counts().nanos()).isEqualTo(10_750_000_000L);
    }

    @Test
    void onlyATimerThatCountedTellsOfTheLongest() {
        timer.set(1, 3.0);
        assertThat(totals.add(List.of(timer))).isEqualTo(3_000_000_000L);
        assertThat(totals.add(List.of(timer))).isZero();
        timer.set(2, 3.5);
        assertThat(totals.add(List.of(timer))).isEqualTo(3_500_000_000L);
    }

    @Test
    void totalsThatDoNotChangeAreTheSameObject() {
        timer.set(1, 3.0);
        totals.add(List.of(timer));
        RequestCounts before = totals.counts();
        totals.add(List.of(timer));

        assertThat(totals.counts()).isSameAs(before);
    }

    /** As it is seen when a request ends while its timer is read. */
    @Test
    void aRequestThatIsInABucketBeforeItIsCountedIsLostFromNeither() {
        timer.set(1, 1.0, 1);
        totals.add(List.of(timer));
        timer.set(1, 1.0, 2);
        totals.add(List.of(timer));
        timer.set(2, 2.0, 2);
        totals.add(List.of(timer));

        assertThat(totals.counts().requests()).isEqualTo(2);
        assertThat(totals.counts().buckets().count(0)).isEqualTo(2);
        assertThat(totals.isForgetful()).isFalse();
    }

    @Test
    void oneHistogramThatForgetsIsEnoughAndForEver() {
        SetTimer other = new SetTimer();
        timer.set(3, 1.0, 3);
        other.set(3, 1.0, 3);
        totals.add(List.of(timer, other));
        assertThat(totals.isForgetful()).isFalse();
        timer.set(4, 1.0, 2);
        totals.add(List.of(timer, other));
        assertThat(totals.isForgetful()).isTrue();

        timer.set(5, 1.0, 5);
        totals.add(List.of(timer, other));
        assertThat(totals.isForgetful()).isTrue();
    }

    @Test
    void aTimerThatFailsChangesNothing() {
        timer.set(5, 1.0);
        totals.add(List.of(timer));
        SetTimer failing = new SetTimer();
        failing.set(-1, 0);
        timer.set(6, 1.0);
        assertThatIllegalStateException().isThrownBy(() -> totals.add(List.of(timer, failing)));
        assertThat(totals.counts().requests()).isEqualTo(5);

        totals.add(List.of(timer));
        assertThat(totals.counts().requests()).isEqualTo(6);
    }

    /** A timer whose numbers the test sets, as no registry would let it: the total is its longest, too. */
    private static final class SetTimer extends CumulativeTimer {

        private long count;
        private double seconds;
        private long inBucket;

        private SetTimer() {
            super(
                    new Meter.Id("t", Tags.of("status", "500"), null, null, Meter.Type.TIMER),
                    Clock.SYSTEM,
                    DistributionStatisticConfig.DEFAULT,
                    new NoPauseDetector(),
                    TimeUnit.SECONDS,
                    false);
        }

        private void set(long newCount, double newSeconds) {
            set(newCount, newSeconds, newCount);
        }

        private void set(long newCount, double newSeconds, long newInBucket) {
            count = newCount;
            seconds = newSeconds;
            inBucket = newInBucket;
        }

        @Override
        public HistogramSnapshot takeSnapshot() {
            CountAtBucket[] buckets = {new CountAtBucket(1e10, (double) inBucket)};
            return new HistogramSnapshot(count, 0, 0, new ValueAtPercentile[0], buckets, null);
        }

        @Override
        public long count() {
            if (count < 0) {
                throw new IllegalStateException("no count");
            }
            return count;
        }

        @Override
        public double totalTime(TimeUnit unit) {
            return seconds * unit.convert(1, TimeUnit.SECONDS);
        }

        @Override
        public double max(TimeUnit unit) {
            return totalTime(unit);
        }
    }
}
