package io.axisor.metrics.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * The zone and the first day of the week of the business: where its days, weeks and months begin. Never the zone of
 * the machine.
 *
 * <p>A day begins at the first instant that the zone has on that date: where clocks skip midnight it begins at 01:00.
 *
 * @param zone the business zone
 * @param firstDayOfWeek the first day of the business week
 */
public record BusinessCalendar(ZoneId zone, DayOfWeek firstDayOfWeek) {

    /**
     * The calendar of a zone, with weeks that start on Monday.
     *
     * @param zone the business zone
     * @return the calendar
     */
    public static BusinessCalendar of(ZoneId zone) {
        return new BusinessCalendar(zone, DayOfWeek.MONDAY);
    }

    /**
     * The range that a window covers at an instant.
     *
     * @param window the window
     * @param instant the end, exclusive, of rolling and running windows; for whole months, an instant of the month
     *     after them
     * @return the range; from {@link Instant#MIN} for {@link Window#LIFETIME}
     */
    public TimeRange range(Window window, Instant instant) {
        LocalDate today = instant.atZone(zone).toLocalDate();
        LocalDate firstOfMonth = today.withDayOfMonth(1);
        return switch (window) {
            case ROLLING_5M, ROLLING_24H, ROLLING_7D, ROLLING_30D, ROLLING_90D, ROLLING_365D ->
                rolling(window, instant);
            case TODAY -> new TimeRange(startOf(today), instant);
            case THIS_WEEK ->
                new TimeRange(startOf(today.with(TemporalAdjusters.previousOrSame(firstDayOfWeek))), instant);
            case THIS_MONTH -> new TimeRange(startOf(firstOfMonth), instant);
            case LAST_MONTH -> month(firstOfMonth.minusMonths(1));
            case PREVIOUS_MONTH -> month(firstOfMonth.minusMonths(2));
            case LIFETIME -> new TimeRange(Instant.MIN, instant);
        };
    }

    /**
     * The equal range just before a window, with which its growth is measured.
     *
     * @param window the window
     * @param instant the instant the window is cut at
     * @return for a rolling window, the range of the same length before it; for {@link Window#LAST_MONTH}, the
     *     {@link Window#PREVIOUS_MONTH}
     * @throws IllegalArgumentException for windows that have no equal range before them
     */
    public TimeRange rangeBefore(Window window, Instant instant) {
        if (window == Window.LAST_MONTH) {
            return range(Window.PREVIOUS_MONTH, instant);
        }
        TimeRange range = rolling(window, instant);
        return new TimeRange(range.from().minus(lengthOf(window)), range.from());
    }

    /**
     * The first instant of a date in the business zone.
     *
     * @param date the date
     * @return its first instant
     */
    public Instant startOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    private TimeRange month(LocalDate firstDay) {
        return new TimeRange(startOf(firstDay), startOf(firstDay.plusMonths(1)));
    }

    private static TimeRange rolling(Window window, Instant instant) {
        return new TimeRange(instant.minus(lengthOf(window)), instant);
    }

    private static Duration lengthOf(Window window) {
        Optional<Duration> length = window.length();
        return length.orElseThrow(() -> new IllegalArgumentException(
                window.key() + " has no equal range before it; growth is defined for rolling windows and last_month"));
    }
}
