package io.axisor.metrics.time;

import java.time.Instant;

/**
 * A half-open range of time: {@code from} belongs to it, {@code endExclusive} does not, so ranges that follow each
 * other share no fact and miss none.
 *
 * @param from the first instant; {@link Instant#MIN} where the range has no beginning
 * @param endExclusive the first instant after the range; equal to {@code from} for an empty range
 */
public record TimeRange(Instant from, Instant endExclusive) {

    /**
     * Refuses a range that ends before it begins.
     *
     * @param from the first instant; {@link Instant#MIN} where the range has no beginning
     * @param endExclusive the first instant after the range; equal to {@code from} for an empty range
     */
    public TimeRange {
        if (endExclusive.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a range cannot end at " + endExclusive + ", before it begins at " + from);
        }
    }

    /**
     * Whether a fact of this instant falls into the range.
     *
     * @param instant the instant of the fact
     * @return whether {@code from <= instant < endExclusive}
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(endExclusive);
    }
}
