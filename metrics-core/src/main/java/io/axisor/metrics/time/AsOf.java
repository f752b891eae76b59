package io.axisor.metrics.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The instant that everything is computed for, with what is needed to cut windows at it. A fact counts when its
 * timestamp is before {@code instant}; "now" is nothing but an {@code AsOf} whose instant is the present one.
 *
 * <p>Instants are cut to microseconds, the finest that databases compare exactly.
 *
 * @param instant the instant {@code t} that facts are counted up to, exclusive
 * @param computedAt when the computation takes place: tells the past from the present, and dirty timestamps of the
 *     future from facts
 * @param calendar the business calendar
 */
public record AsOf(Instant instant, Instant computedAt, BusinessCalendar calendar) {

    /**
     * How far clocks may disagree: an instant less than this before the computation is still the present, and a
     * timestamp less than this after it is not yet one of the future.
     */
    public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /**
     * Cuts both instants to microseconds.
     *
     * @param instant the instant {@code t} that facts are counted up to, exclusive
     * @param computedAt when the computation takes place
     * @param calendar the business calendar
     */
    public AsOf {
        instant = instant.truncatedTo(ChronoUnit.MICROS);
        computedAt = computedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The range of a window.
     *
     * @param window the window
     * @return its range at this instant
     */
    public TimeRange range(Window window) {
        return calendar.range(window, instant);
    }

    /**
     * The equal range before a window.
     *
     * @param window a rolling window or {@link Window#LAST_MONTH}
     * @return the range before it
     */
    public TimeRange before(Window window) {
        return calendar.rangeBefore(window, instant);
    }

    /**
     * The earlier one of both, of which something made from both is.
     *
     * @param other another
     * @return this, if both are of the same instant
     */
    public AsOf earlier(AsOf other) {
        return other.instant.isBefore(instant) ? other : this;
    }

    /**
     * An instant before this one.
     *
     * @param days how many times 24 hours before
     * @return the instant
     */
    public Instant minusDays(int days) {
        return instant.minus(Duration.ofDays(days));
    }

    /**
     * Whether the instant lies in the past, so that columns which only know the present (a status, a last activity)
     * no longer tell about it.
     *
     * @return whether it is more than {@link #CLOCK_TOLERANCE} before the computation
     */
    public boolean isPast() {
        return instant.isBefore(computedAt.minus(CLOCK_TOLERANCE));
    }

    /**
     * The latest timestamp that a fact can honestly bear.
     *
     * @return the later of both instants, plus {@link #CLOCK_TOLERANCE}; a timestamp after it is dirty
     */
    public Instant latestCredible() {
        Instant later = instant.isAfter(computedAt) ? instant : computedAt;
        return later.plus(CLOCK_TOLERANCE);
    }
}
