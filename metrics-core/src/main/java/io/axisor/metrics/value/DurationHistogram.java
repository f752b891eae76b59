package io.axisor.metrics.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long things took: number, sum and longest exactly, the distribution in fixed buckets, so that any store can count
 * it without handing rows over, and parts can be added.
 *
 * <pre>
 *   bucket 0 holds 0; bucket i holds the whole microseconds of [b(i), b(i+1)),
 *   b(1) = 1 µs, b(i+1) = max(b(i) + 1, ⌊1.1 × b(i)⌋), up to ten years; the last bucket has no end
 *   percentile p = 2 × low × high ÷ (low + high) of the bucket [low, high] that holds the value of rank ⌈p × number⌉
 * </pre>
 *
 * <p>The percentile is within 5 % of the exact one (nearest rank): the relative error of a bucket is at most (high − low)
 * ÷ (high + low), which is below 0.048, and the longest of all bounds it. In the last bucket, for which no width is known,
 * it is the longest of all. The idea of buckets that grow by a constant
 * factor is that of C. Masson, J. E. Rim and H. K. Lee, "DDSketch", PVLDB 12 (2019), 2195–2205.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>durations</th><th>mean</th><th>median</th><th>longest</th></tr>
 * <tr><td>none</td><td>NO_DATA</td><td>NO_DATA</td><td>NO_DATA</td></tr>
 * <tr><td>one of 2 s</td><td>2</td><td>2 ± 5 %, at most 2</td><td>2</td></tr>
 * <tr><td>1 s, 3 s, 1 h</td><td>1201.33...</td><td>3 ± 5 %</td><td>3600</td></tr>
 * <tr><td>11 and 1000 years</td><td>505.5 years</td><td>1000 years</td><td>1000 years</td></tr>
 * </table>
 *
 * @param counts how many durations each bucket holds
 * @param sumInSeconds all durations added up
 * @param maxInSeconds the longest, 0 where there is none
 */
public record DurationHistogram(SortedMap<Integer, Long> counts, BigDecimal sumInSeconds, BigDecimal maxInSeconds) {

    /** Nothing took any time. */
    public static final DurationHistogram EMPTY =
            new DurationHistogram(new TreeMap<>(), BigDecimal.ZERO, BigDecimal.ZERO);

    private static final long LONGEST_MICROS = ChronoUnit.DAYS.getDuration().toMillis() * 1000 * 3650;
    private static final List<Long> LOWER_BOUNDS = lowerBoundsUpTo(LONGEST_MICROS);

    private static List<Long> lowerBoundsUpTo(long longest) {
        List<Long> bounds = new ArrayList<>(List.of(0L));
        for (long bound = 1; bound <= longest; bound = Math.max(bound + 1, bound / 10 * 11 + bound % 10 * 11 / 10)) {
            bounds.add(bound);
        }
        return List.copyOf(bounds);
    }

    /**
     * Copies the counts.
     *
     * @param counts how many durations each bucket holds
     * @param sumInSeconds all durations added up
     * @param maxInSeconds the longest, 0 where there is none
     */
    public DurationHistogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * Where the buckets begin.
     *
     * @return the lowest whole microseconds of each bucket, ascending from 0
     */
    public static List<Long> lowerBoundsInMicros() {
        return LOWER_BOUNDS;
    }

    /**
     * The histogram of some durations.
     *
     * @param durations none of them negative; parts of microseconds are cut off
     * @return their histogram
     * @throws IllegalArgumentException naming a duration that is negative
     */
    public static DurationHistogram of(Collection<Duration> durations) {
        SortedMap<Integer, Long> counts = new TreeMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal max = BigDecimal.ZERO;
        for (Duration duration : durations) {
            if (duration.isNegative()) {
                throw new IllegalArgumentException("nothing takes " + duration + "; leave such rows out");
            }
            long micros = duration.dividedBy(ChronoUnit.MICROS.getDuration());
            BigDecimal seconds = BigDecimal.valueOf(micros, 6);
            counts.merge(bucketOf(micros), 1L, Long::sum);
            sum = sum.add(seconds);
            max = max.max(seconds);
        }
        return new DurationHistogram(counts, sum, max);
    }

    private static int bucketOf(long micros) {
        int found = Collections.binarySearch(LOWER_BOUNDS, micros);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * These durations and others.
     *
     * @param other other durations
     * @return the histogram of both
     */
    public DurationHistogram plus(DurationHistogram other) {
        SortedMap<Integer, Long> both = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> both.merge(bucket, count, Long::sum));
        return new DurationHistogram(both, sumInSeconds.add(other.sumInSeconds), maxInSeconds.max(other.maxInSeconds));
    }

    /**
     * How many durations there are.
     *
     * @return their number
     */
    public long number() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * A statistic of the durations.
     *
     * @param statistic which
     * @return seconds; no data where there are no durations
     */
    public Finding<BigDecimal> seconds(Statistic statistic) {
        if (counts.isEmpty()) {
            return Finding.noData("nothing that was measured ended in the window");
        }
        return Finding.ok(
                switch (statistic) {
                    case MEAN -> sumInSeconds.divide(BigDecimal.valueOf(number()), MathContext.DECIMAL64);
                    case P50 -> percentile(50);
                    case P95 -> percentile(95);
                    case MAX -> maxInSeconds;
                });
    }

    private BigDecimal percentile(int percent) {
        long rank = BigDecimal.valueOf(number())
                .multiply(BigDecimal.valueOf(percent, 2))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= rank) {
                return estimate(bucket.getKey());
            }
        }
        return maxInSeconds;
    }

    /** The value from which no value of the bucket differs by more than the bucket's relative error. */
    private BigDecimal estimate(int bucket) {
        if (bucket == LOWER_BOUNDS.size() - 1) {
            return maxInSeconds;
        }
        BigDecimal low = BigDecimal.valueOf(LOWER_BOUNDS.get(bucket), 6);
        BigDecimal high = BigDecimal.valueOf(LOWER_BOUNDS.get(bucket + 1) - 1, 6);
        return high.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(2)
                        .multiply(low)
                        .multiply(high)
                        .divide(low.add(high), MathContext.DECIMAL64)
                        .min(maxInSeconds);
    }
}
