package io.axisor.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Windows at instants picked by hand; {@link BusinessCalendarSecondWayTest} takes random ones. */
class BusinessCalendarTest {

    private static final BusinessCalendar UTC = BusinessCalendar.of(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # The day that loses an hour in Berlin, seen from its afternoon: a Sunday.
            Europe/Berlin,       2026-03-29T12:00:00Z, TODAY,          2026-03-28T23:00:00Z, 2026-03-29T12:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, THIS_WEEK,      2026-03-22T23:00:00Z, 2026-03-29T12:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, THIS_MONTH,     2026-02-28T23:00:00Z, 2026-03-29T12:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, LAST_MONTH,     2026-01-31T23:00:00Z, 2026-02-28T23:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, PREVIOUS_MONTH, 2025-12-31T23:00:00Z, 2026-01-31T23:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, ROLLING_24H,    2026-03-28T12:00:00Z, 2026-03-29T12:00:00Z
            Europe/Berlin,       2026-03-29T12:00:00Z, ROLLING_7D,     2026-03-22T12:00:00Z, 2026-03-29T12:00:00Z
            # Exactly at a midnight that ends a month, and a microsecond before it.
            Europe/Berlin,       2026-03-31T22:00:00Z, TODAY,          2026-03-31T22:00:00Z, 2026-03-31T22:00:00Z
            Europe/Berlin,       2026-03-31T22:00:00Z, THIS_WEEK,      2026-03-29T22:00:00Z, 2026-03-31T22:00:00Z
            Europe/Berlin,       2026-03-31T22:00:00Z, THIS_MONTH,     2026-03-31T22:00:00Z, 2026-03-31T22:00:00Z
            Europe/Berlin,       2026-03-31T22:00:00Z, LAST_MONTH,     2026-02-28T23:00:00Z, 2026-03-31T22:00:00Z
            Europe/Berlin, 2026-03-31T21:59:59.999999Z, TODAY,   2026-03-30T22:00:00Z, 2026-03-31T21:59:59.999999Z
            Europe/Berlin, 2026-03-31T21:59:59.999999Z, LAST_MONTH,    2026-01-31T23:00:00Z, 2026-02-28T23:00:00Z
            # The hour that New York has twice, at its second time.
            America/New_York,    2026-11-01T06:30:00Z, TODAY,          2026-11-01T04:00:00Z, 2026-11-01T06:30:00Z
            America/New_York,    2026-11-01T06:30:00Z, THIS_MONTH,     2026-11-01T04:00:00Z, 2026-11-01T06:30:00Z
            America/New_York,    2026-12-01T05:00:00Z, LAST_MONTH,     2026-11-01T04:00:00Z, 2026-12-01T05:00:00Z
            # Clocks skip midnight: the day begins at 01:00.
            America/Sao_Paulo,   2018-11-04T12:00:00Z, TODAY,          2018-11-04T03:00:00Z, 2018-11-04T12:00:00Z
            America/Sao_Paulo,   2018-11-04T02:59:59Z, TODAY,          2018-11-03T03:00:00Z, 2018-11-04T02:59:59Z
            Asia/Beirut,         2022-03-27T09:00:00Z, TODAY,          2022-03-26T22:00:00Z, 2022-03-27T09:00:00Z
            Asia/Beirut,         2022-10-30T09:00:00Z, TODAY,          2022-10-29T22:00:00Z, 2022-10-30T09:00:00Z
            # Half an hour of summer time.
            Australia/Lord_Howe, 2026-04-05T13:00:00Z, TODAY,          2026-04-04T13:00:00Z, 2026-04-05T13:00:00Z
            Australia/Lord_Howe, 2026-04-05T13:30:00Z, TODAY,          2026-04-05T13:30:00Z, 2026-04-05T13:30:00Z
            # The Saturday that came after a Thursday, in a month of 30 days out of 31 and a week of 6 out of 7.
            Pacific/Apia,        2011-12-30T12:00:00Z, TODAY,          2011-12-30T10:00:00Z, 2011-12-30T12:00:00Z
            Pacific/Apia,        2011-12-30T09:59:59Z, TODAY,          2011-12-29T10:00:00Z, 2011-12-30T09:59:59Z
            Pacific/Apia,        2011-12-30T12:00:00Z, THIS_WEEK,      2011-12-26T10:00:00Z, 2011-12-30T12:00:00Z
            Pacific/Apia,        2011-12-31T10:00:00Z, LAST_MONTH,     2011-12-01T10:00:00Z, 2011-12-31T10:00:00Z
            # Leap days, and years that end.
            UTC,                 2024-02-29T12:00:00Z, TODAY,          2024-02-29T00:00:00Z, 2024-02-29T12:00:00Z
            UTC,                 2024-03-01T00:00:00Z, LAST_MONTH,     2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z
            UTC,                 2024-03-31T00:00:00Z, LAST_MONTH,     2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z
            UTC,                 2023-03-31T00:00:00Z, LAST_MONTH,     2023-02-01T00:00:00Z, 2023-03-01T00:00:00Z
            UTC,                 2024-03-01T00:00:00Z, ROLLING_365D,   2023-03-02T00:00:00Z, 2024-03-01T00:00:00Z
            UTC,                 2026-01-01T00:00:00Z, LAST_MONTH,     2025-12-01T00:00:00Z, 2026-01-01T00:00:00Z
            UTC,                 2026-01-01T00:00:00Z, PREVIOUS_MONTH, 2025-11-01T00:00:00Z, 2025-12-01T00:00:00Z
            UTC,                 2026-01-01T00:00:00Z, THIS_WEEK,      2025-12-29T00:00:00Z, 2026-01-01T00:00:00Z
            UTC,                 2026-01-01T00:00:00Z, ROLLING_30D,    2025-12-02T00:00:00Z, 2026-01-01T00:00:00Z
            UTC,                 2026-01-01T00:00:00Z, ROLLING_90D,    2025-10-03T00:00:00Z, 2026-01-01T00:00:00Z
            """)
    void aWindowCoversItsRange(ZoneId zone, Instant instant, Window window, Instant from, Instant endExclusive) {
        assertThat(BusinessCalendar.of(zone).range(window, instant)).isEqualTo(new TimeRange(from, endExclusive));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Europe/Berlin,       2026-03-29, PT23H
            Europe/Berlin,       2026-10-25, PT25H
            Europe/Berlin,       2026-10-26, PT24H
            America/New_York,    2026-03-08, PT23H
            America/New_York,    2026-11-01, PT25H
            America/Sao_Paulo,   2018-11-04, PT23H
            America/Sao_Paulo,   2018-02-17, PT25H
            Asia/Beirut,         2022-03-27, PT23H
            Asia/Beirut,         2022-10-29, PT25H
            Australia/Lord_Howe, 2025-10-05, PT23H30M
            Australia/Lord_Howe, 2026-04-05, PT24H30M
            Pacific/Apia,        2011-12-29, PT24H
            Pacific/Apia,        2011-12-30, PT0S
            UTC,                 2026-03-29, PT24H
            """)
    void aDayHasTheHoursThatItsZoneGivesIt(ZoneId zone, LocalDate date, Duration length) {
        BusinessCalendar calendar = BusinessCalendar.of(zone);

        assertThat(Duration.between(calendar.startOf(date), calendar.startOf(date.plusDays(1))))
                .isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({
        "MONDAY,   2026-03-09T00:00:00Z",
        "TUESDAY,  2026-03-10T00:00:00Z",
        "SATURDAY, 2026-03-14T00:00:00Z",
        "SUNDAY,   2026-03-15T00:00:00Z"
    })
    void aWeekBeginsOnItsFirstDay(DayOfWeek firstDay, Instant from) {
        Instant sundayNoon = Instant.parse("2026-03-15T12:00:00Z");
        BusinessCalendar calendar = new BusinessCalendar(ZoneOffset.UTC, firstDay);

        assertThat(calendar.range(Window.THIS_WEEK, sundayNoon)).isEqualTo(new TimeRange(from, sundayNoon));
    }

    @Test
    void aWeekWhoseFirstDayWasSkippedBeginsWithTheDayAfterIt() {
        BusinessCalendar weeksFromFriday = new BusinessCalendar(ZoneId.of("Pacific/Apia"), DayOfWeek.FRIDAY);

        assertThat(weeksFromFriday
                        .range(Window.THIS_WEEK, Instant.parse("2012-01-02T00:00:00Z"))
                        .from())
                .isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void weeksStartOnMondayUnlessConfigured() {
        assertThat(UTC.firstDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void theLifetimeHasNoBeginning() {
        Instant instant = Instant.parse("2026-03-15T12:00:00Z");

        TimeRange lifetime = UTC.range(Window.LIFETIME, instant);

        assertThat(lifetime).isEqualTo(new TimeRange(Instant.MIN, instant));
        assertThat(lifetime.contains(Instant.EPOCH)).isTrue();
        assertThat(lifetime.contains(instant)).isFalse();
    }

    @Test
    void theRangeBeforeARollingWindowHasItsLength() {
        assertThat(UTC.rangeBefore(Window.ROLLING_30D, Instant.parse("2026-03-31T06:00:00Z")))
                .isEqualTo(new TimeRange(Instant.parse("2026-01-30T06:00:00Z"), Instant.parse("2026-03-01T06:00:00Z")));
    }

    @Test
    void theRangeBeforeTheLastMonthIsTheMonthBeforeIt() {
        assertThat(UTC.rangeBefore(Window.LAST_MONTH, Instant.parse("2026-03-31T06:00:00Z")))
                .isEqualTo(new TimeRange(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource(names = {"TODAY", "THIS_WEEK", "THIS_MONTH", "PREVIOUS_MONTH", "LIFETIME"})
    void noOtherWindowHasAnEqualRangeBeforeIt(Window window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UTC.rangeBefore(window, Instant.EPOCH))
                .withMessageContaining(window.key())
                .withMessageContaining("last_month");
    }
}
