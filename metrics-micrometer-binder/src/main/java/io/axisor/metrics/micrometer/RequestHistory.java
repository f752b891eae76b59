package io.axisor.metrics.micrometer;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the running totals of requests were at earlier instants, so that what came in a window is the difference of two
 * of them. Bounded: samples are at least 15 s apart, and none is kept that no window needs, so a history of 24 h has at
 * most 24 h ÷ 15 s + 2 of them. Guarded by its owner.
 */
final class RequestHistory {

    /** How far samples are apart at least; a reading that comes sooner leaves none. */
    static final Duration SPACING = Duration.ofSeconds(15);

    private static final Duration LEAST_LEEWAY = Duration.ofMinutes(5);

    private final Optional<Instant> start;
    private final NavigableMap<Instant, Sample> samples = new TreeMap<>();
    private Instant latest = Instant.MIN;
    private RequestCounts counts = RequestCounts.NONE;
    private long longestSinceSample;

    private RequestHistory(Optional<Instant> start) {
        this.start = start;
        start.ifPresent(instant -> samples.put(instant, new Sample(RequestCounts.NONE, 0)));
    }

    /** A history that knows nothing of what was before its first reading. */
    static RequestHistory unknown() {
        return new RequestHistory(Optional.empty());
    }

    /** A history that knows that nothing had been counted up to an instant. */
    static RequestHistory fromZeroAt(Instant instant) {
        return new RequestHistory(Optional.of(instant));
    }

    /**
     * Adds a reading. Where the clock was set back, the samples that now lie in the future go.
     *
     * @param at when it was taken
     * @param total the running totals
     * @param longestInNanos the longest duration seen since the reading before
     */
    void add(Instant at, RequestCounts total, long longestInNanos) {
        longestSinceSample = Math.max(longestSinceSample, longestInNanos);
        NavigableMap<Instant, Sample> future = samples.tailMap(at, false);
        longestSinceSample = Math.max(longestSinceSample, longestOf(future));
        future.clear();
        latest = at;
        counts = total;
        if (samples.isEmpty() || !at.isBefore(samples.lastKey().plus(SPACING))) {
            samples.put(at, new Sample(total, longestSinceSample));
            longestSinceSample = 0;
        }
    }

    /** Forgets what is older than the instant, but for the last sample before it. */
    void forgetBefore(Instant instant) {
        Optional.ofNullable(samples.floorKey(instant))
                .ifPresent(oldest -> samples.headMap(oldest, false).clear());
    }

    int size() {
        return samples.size();
    }

    /**
     * What came from the start of a window up to the last reading.
     *
     * @param window the window
     * @return the difference to the last sample at or before its start; undefined where there is none near enough
     */
    Finding<Passed> in(TimeRange window) {
        Instant from = window.from().isBefore(latest) ? window.from() : latest;
        Map.Entry<Instant, Sample> base = samples.floorEntry(from);
        if (base == null && start.equals(Optional.of(samples.firstKey()))) {
            base = samples.firstEntry();
        }
        if (base == null || base.getKey().isBefore(from.minus(leeway(window)))) {
            return notWatched(window, samples.higherKey(from));
        }
        long longest = Math.max(longestSinceSample, longestOf(samples.tailMap(base.getKey(), false)));
        return Finding.ok(new Passed(counts.minus(base.getValue().counts()), longest));
    }

    /** How much earlier than the window a difference may begin: a tenth of the window, but at least five minutes. */
    private static Duration leeway(TimeRange window) {
        Duration tenth = lengthOf(window).dividedBy(10);
        return tenth.compareTo(LEAST_LEEWAY) > 0 ? tenth : LEAST_LEEWAY;
    }

    private static Finding<Passed> notWatched(TimeRange window, Instant since) {
        return Finding.undefined("the requests have been read without a gap since " + since
                + " only, so the window will be whole at " + since.plus(lengthOf(window)));
    }

    private static Duration lengthOf(TimeRange window) {
        return Duration.between(window.from(), window.endExclusive());
    }

    private static long longestOf(Map<Instant, Sample> some) {
        return some.values().stream().mapToLong(Sample::longestInNanos).max().orElse(0);
    }

    /**
     * What had been counted at an instant.
     *
     * @param counts the running totals
     * @param longestInNanos the longest duration seen since the sample before; 0 for none
     */
    private record Sample(RequestCounts counts, long longestInNanos) {}

    /**
     * What came in a window.
     *
     * @param counts the requests
     * @param longestInNanos the longest duration seen; 0 for none
     */
    record Passed(RequestCounts counts, long longestInNanos) {}
}
