package io.axisor.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Windows at random instants against a second way to find them: walking back along the clock, a quarter of an hour at a
 * time, until the day, week or month on it becomes another. Clocks have changed at quarters of an hour only since 2000
 * in these zones. Half of the instants lie within two days of a change of clocks.
 */
class BusinessCalendarSecondWayTest {

    private static final long FROM = Instant.parse("2000-06-01T00:00:00Z").getEpochSecond();
    private static final long TO = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long STEP = Duration.ofMinutes(15).toSeconds();
    private static final int INSTANTS = 60;

    @ParameterizedTest(name = "{0}, weeks from {1}, seed {2}")
    @CsvSource({
        "Europe/Berlin, MONDAY, 1",
        "America/New_York, SUNDAY, 2",
        "America/Sao_Paulo, MONDAY, 3",
        "Asia/Beirut, SATURDAY, 4",
        "Australia/Lord_Howe, SUNDAY, 5",
        "Pacific/Apia, FRIDAY, 6",
        "Asia/Kathmandu, MONDAY, 7",
        "UTC, WEDNESDAY, 8"
    })
    void windowsAreThoseFoundByWalkingBackAlongTheClock(ZoneId zone, DayOfWeek firstDayOfWeek, long seed) {
        BusinessCalendar calendar = new BusinessCalendar(zone, firstDayOfWeek);
        Random random = new Random(seed);
        for (int i = 0; i < INSTANTS; i++) {
            Instant instant = randomInstant(random, zone, i % 2 == 0);
            LongUnaryOperator day = second -> localDay(zone, second);
            LongUnaryOperator week =
                    second -> Math.floorDiv(localDay(zone, second) + 3 - (firstDayOfWeek.getValue() - 1), 7);
            LongUnaryOperator month = second -> {
                LocalDate date = LocalDate.ofEpochDay(localDay(zone, second));
                return date.getYear() * 12L + date.getMonthValue();
            };
            Instant thisMonth = beginning(month, instant);
            Instant lastMonth = beginning(month, thisMonth.minusMillis(1));
            Instant previousMonth = beginning(month, lastMonth.minusMillis(1));
            String where = "seed " + seed + ", " + instant;

            assertThat(calendar.range(Window.TODAY, instant))
                    .as(where)
                    .isEqualTo(new TimeRange(beginning(day, instant), instant));
            assertThat(calendar.range(Window.THIS_WEEK, instant))
                    .as(where)
                    .isEqualTo(new TimeRange(beginning(week, instant), instant));
            assertThat(calendar.range(Window.THIS_MONTH, instant))
                    .as(where)
                    .isEqualTo(new TimeRange(thisMonth, instant));
            assertThat(calendar.range(Window.LAST_MONTH, instant))
                    .as(where)
                    .isEqualTo(new TimeRange(lastMonth, thisMonth));
            assertThat(calendar.range(Window.PREVIOUS_MONTH, instant))
                    .as(where)
                    .isEqualTo(new TimeRange(previousMonth, lastMonth));
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"Europe/Berlin, 11", "America/Sao_Paulo, 12", "Pacific/Apia, 13", "Australia/Lord_Howe, 14"})
    void windowsThatFollowEachOtherShareNoInstantAndMissNone(ZoneId zone, long seed) {
        BusinessCalendar calendar = BusinessCalendar.of(zone);
        Random random = new Random(seed);
        for (int i = 0; i < INSTANTS; i++) {
            Instant instant = randomInstant(random, zone, i % 2 == 0);
            String where = "seed " + seed + ", " + instant;
            TimeRange thisMonth = calendar.range(Window.THIS_MONTH, instant);
            TimeRange month = calendar.range(Window.ROLLING_30D, instant);
            LocalDate date = instant.atZone(zone).toLocalDate();
            TimeRange day = new TimeRange(calendar.startOf(date), calendar.startOf(date.plusDays(1)));

            assertThat(calendar.range(Window.LAST_MONTH, instant).endExclusive())
                    .as(where)
                    .isEqualTo(thisMonth.from());
            assertThat(calendar.rangeBefore(Window.ROLLING_30D, instant).endExclusive())
                    .as(where)
                    .isEqualTo(month.from());
            assertThat(calendar.range(Window.ROLLING_30D, month.from()))
                    .as(where)
                    .isEqualTo(calendar.rangeBefore(Window.ROLLING_30D, instant));
            assertThat(day.contains(instant)).as(where).isTrue();
            assertThat(calendar.range(Window.TODAY, day.endExclusive()).from())
                    .as(where)
                    .isEqualTo(day.endExclusive());
            assertThat(calendar.range(Window.TODAY, day.endExclusive().minusNanos(1000)))
                    .as(where)
                    .isEqualTo(new TimeRange(day.from(), day.endExclusive().minusNanos(1000)));
        }
    }

    private static Instant randomInstant(Random random, ZoneId zone, boolean nearAChange) {
        Instant instant = Instant.ofEpochSecond(FROM + (long) (random.nextDouble() * (TO - FROM)))
                .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
        var change = zone.getRules().previousTransition(instant);
        return nearAChange && change != null && change.getInstant().getEpochSecond() > FROM
                ? change.getInstant().plusSeconds(random.nextInt(4 * 86_400) - 2 * 86_400)
                : instant;
    }

    /** The local date as days since 1970-01-01, by the offset that the zone has at that second. */
    private static long localDay(ZoneId zone, long second) {
        int offset = zone.getRules().getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
        return Math.floorDiv(second + offset, 86_400);
    }

    private static Instant beginning(LongUnaryOperator unit, Instant instant) {
        long second = Math.floorDiv(instant.getEpochSecond(), STEP) * STEP;
        long current = unit.applyAsLong(instant.getEpochSecond());
        while (unit.applyAsLong(second - STEP) == current) {
            second -= STEP;
        }
        return Instant.ofEpochSecond(second);
    }
}
