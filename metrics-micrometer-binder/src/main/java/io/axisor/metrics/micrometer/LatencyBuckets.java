package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many durations lie in each bucket of a histogram: above the bound before, up to and including its own. What is
 * longer than the last bound is in no bucket. Immutable; parts can be added and taken away, also of different bounds.
 */
final class LatencyBuckets {

    /** No histogram at all. */
    static final LatencyBuckets NONE = new LatencyBuckets(new long[0], new long[0]);

    /** Ascending; shared by everything that is made of the same histograms. */
    private final long[] boundsInNanos;

    private final long[] counts;

    private LatencyBuckets(long[] boundsInNanos, long[] counts) {
        this.boundsInNanos = boundsInNanos;
        this.counts = counts;
    }

    /**
     * The buckets that a timer publishes.
     *
     * @param timer the timer
     * @return its buckets; none where it publishes no histogram, or one of the last minutes only
     */
    static LatencyBuckets of(Timer timer) {
        // The timer of a SimpleMeterRegistry counts from the start, but its histogram forgets.
        return timer.getClass() == CumulativeTimer.class ? NONE : of(timer.takeSnapshot());
    }

    private static LatencyBuckets of(HistogramSnapshot snapshot) {
        CountAtBucket[] published = snapshot.histogramCounts();
        int finite = (int) Arrays.stream(published)
                .filter(bucket -> Double.isFinite(bucket.bucket()))
                .count();
        long[] counts = Arrays.stream(published)
                .mapToLong(bucket -> Math.round(bucket.count()))
                .toArray();
        if (finite == counts.length || isCumulative(counts, snapshot.count())) {
            for (int i = counts.length - 1; i > 0; i--) {
                counts[i] -= counts[i - 1];
            }
        }
        long[] bounds = IntStream.range(0, finite)
                .mapToLong(i -> Math.round(published[i].bucket()))
                .toArray();
        return new LatencyBuckets(bounds, Arrays.copyOf(counts, finite));
    }

    /**
     * Whether each bucket counts those before it, too. It does with Micrometer's own histograms; those of its OTLP registry,
     * which end in a bucket without a bound, hold their own alone. The last count or the sum is the number of all.
     */
    private static boolean isCumulative(long[] counts, long number) {
        long last = counts[counts.length - 1];
        return Math.abs(last - number) <= Math.abs(LongStream.of(counts).sum() - number);
    }

    int size() {
        return boundsInNanos.length;
    }

    long boundInNanos(int bucket) {
        return boundsInNanos[bucket];
    }

    long count(int bucket) {
        return counts[bucket];
    }

    /** Whether a bucket holds less than nothing: a difference to a histogram that has forgotten something. */
    boolean hasNegative() {
        return LongStream.of(counts).anyMatch(count -> count < 0);
    }

    LatencyBuckets plus(LatencyBuckets other) {
        return with(other, 1);
    }

    LatencyBuckets minus(LatencyBuckets other) {
        return with(other, -1);
    }

    /** A bucket that only one of both has stays, so what it holds is taken for longer where the other's is narrower. */
    private LatencyBuckets with(LatencyBuckets other, int sign) {
        long[] bounds = union(boundsInNanos, other.boundsInNanos);
        long[] sums = new long[bounds.length];
        addTo(sums, bounds, 1);
        other.addTo(sums, bounds, sign);
        return new LatencyBuckets(bounds, sums);
    }

    private void addTo(long[] sums, long[] bounds, int sign) {
        for (int i = 0; i < counts.length; i++) {
            int at = bounds == boundsInNanos ? i : Arrays.binarySearch(bounds, boundsInNanos[i]);
            sums[at] += sign * counts[i];
        }
    }

    private static long[] union(long[] some, long[] others) {
        if (others.length == 0 || Arrays.equals(some, others)) {
            return some;
        }
        return LongStream.concat(LongStream.of(some), LongStream.of(others))
                .sorted()
                .distinct()
                .toArray();
    }
}
