package io.axisor.metrics.time;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The windows that metrics are defined over. A window becomes a {@link TimeRange} at an instant through
 * {@link BusinessCalendar#range}.
 *
 * <p>Rolling windows have an exact length: days are multiples of 24 hours. Calendar windows are cut in the business zone, so their days may
 * have 23 or 25 hours. {@link #LAST_MONTH} and {@link #PREVIOUS_MONTH} are whole months; {@link #TODAY},
 * {@link #THIS_WEEK} and {@link #THIS_MONTH} are still running and therefore incomplete.
 */
public enum Window {
    /** The last 5 minutes. */
    ROLLING_5M("5m", Duration.ofMinutes(5)),
    /** The last 24 hours. */
    ROLLING_24H("24h", Duration.ofDays(1)),
    /** The last 7 times 24 hours. */
    ROLLING_7D("7d", Duration.ofDays(7)),
    /** The last 30 times 24 hours. */
    ROLLING_30D("30d", Duration.ofDays(30)),
    /** The last 90 times 24 hours. */
    ROLLING_90D("90d", Duration.ofDays(90)),
    /** The last 365 times 24 hours. */
    ROLLING_365D("365d", Duration.ofDays(365)),
    /** From the start of the business day. */
    TODAY("today", null),
    /** From the start of the business week. */
    THIS_WEEK("this_week", null),
    /** From the first day of the month. */
    THIS_MONTH("this_month", null),
    /** The complete month before this one. */
    LAST_MONTH("last_month", null),
    /** The complete month before {@link #LAST_MONTH}. */
    PREVIOUS_MONTH("previous_month", null),
    /** Everything before the instant. */
    LIFETIME("lifetime", null);

    private final String key;
    private final @Nullable Duration length;

    Window(String key, @Nullable Duration length) {
        this.key = key;
        this.length = length;
    }

    /**
     * The window's name in data, such as {@code 30d} or {@code this_month}.
     *
     * @return the name
     */
    public String key() {
        return key;
    }

    /**
     * The window's name as segments of a meter name, such as {@code 30d} or {@code this.month}.
     *
     * @return dotted lower-case segments
     */
    public String segments() {
        return key.replace('_', '.');
    }

    /**
     * The exact length of a rolling window.
     *
     * @return the length; empty for calendar windows and the lifetime
     */
    public Optional<Duration> length() {
        return Optional.ofNullable(length);
    }

    /**
     * Whether the window is over, so that its value can be compared with that of another.
     *
     * @return false for {@link #TODAY}, {@link #THIS_WEEK} and {@link #THIS_MONTH}
     */
    public boolean isComplete() {
        return this != TODAY && this != THIS_WEEK && this != THIS_MONTH;
    }
}
