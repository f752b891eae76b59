package io.axisor.metrics.trading.risk;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The days of the business zone that are over at an instant. Figures of days know no others: a day that still runs would
 * look like a quiet one.
 *
 * <p>At 2026-04-15T09:30Z in Berlin, the last complete day is 2026-04-14, and the first one of the last 90 days is
 * 2026-01-16: the 15th had begun before the window did.
 */
public final class CompleteDays {

    private CompleteDays() {}

    /**
     * The day of an instant.
     *
     * @param instant the instant
     * @param at whose business zone
     * @return the date in the business zone
     */
    public static LocalDate dayOf(Instant instant, AsOf at) {
        return LocalDate.ofInstant(instant, at.calendar().zone());
    }

    /**
     * The last complete day.
     *
     * @param at the instant
     * @return the day before the one that the instant lies in, also where that day begins at the instant
     */
    public static LocalDate last(AsOf at) {
        return dayOf(at.instant(), at).minusDays(1);
    }

    /**
     * The first day that lies in a window as a whole.
     *
     * @param window a window with a beginning
     * @param at the instant it is cut at
     * @return the day that begins at the window's beginning or is the first to begin after it
     */
    public static LocalDate firstOf(Window window, AsOf at) {
        Instant from = at.range(window).from();
        LocalDate day = dayOf(from, at);
        return at.calendar().startOf(day).isBefore(from) ? day.plusDays(1) : day;
    }
}
