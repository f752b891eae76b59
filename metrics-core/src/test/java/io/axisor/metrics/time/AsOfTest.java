package io.axisor.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {

    private static final BusinessCalendar UTC = BusinessCalendar.of(ZoneOffset.UTC);
    private static final Instant NOON = Instant.parse("2026-03-15T12:00:00Z");

    @Test
    void instantsAreCutToMicroseconds() {
        AsOf at = new AsOf(NOON.plusNanos(1_999), NOON.plusNanos(5_000_999), UTC);

        assertThat(at.instant()).isEqualTo(NOON.plusNanos(1_000));
        assertThat(at.computedAt()).isEqualTo(NOON.plusNanos(5_000_000));
    }

    @Test
    void instantsBefore1970AreCutDownwardsToo() {
        Instant early = Instant.parse("1969-12-31T23:59:59.123456789Z");

        assertThat(new AsOf(early, early, UTC).instant()).isEqualTo("1969-12-31T23:59:59.123456Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-15T12:00:00Z, false",
        "2026-03-15T11:55:00Z, false",
        "2026-03-15T11:54:59.999999Z, true",
        "2026-03-15T12:30:00Z, false",
        "2020-01-01T00:00:00Z, true"
    })
    void anInstantIsPastWhenClocksCannotDisagreeAboutIt(Instant instant, boolean isPast) {
        assertThat(new AsOf(instant, NOON, UTC).isPast()).isEqualTo(isPast);
    }

    @Test
    void aTimestampIsCredibleUpToFiveMinutesAfterTheComputation() {
        assertThat(new AsOf(Instant.EPOCH, NOON, UTC).latestCredible()).isEqualTo("2026-03-15T12:05:00Z");
    }

    @Test
    void aTimestampBeforeAnInstantOfTheFutureIsCredible() {
        Instant tomorrow = Instant.parse("2026-03-16T12:00:00Z");

        assertThat(new AsOf(tomorrow, NOON, UTC).latestCredible()).isEqualTo("2026-03-16T12:05:00Z");
    }

    @Test
    void rangesAreCutInTheCalendarAtTheInstantNotAtTheComputation() {
        AsOf at = new AsOf(NOON, Instant.parse("2026-06-01T00:00:00Z"), BusinessCalendar.of(ZoneId.of("Asia/Tokyo")));

        assertThat(at.range(Window.TODAY)).isEqualTo(new TimeRange(Instant.parse("2026-03-14T15:00:00Z"), NOON));
        assertThat(at.before(Window.ROLLING_24H))
                .isEqualTo(new TimeRange(Instant.parse("2026-03-13T12:00:00Z"), Instant.parse("2026-03-14T12:00:00Z")));
    }

    @Test
    void daysBeforeAreOfTwentyFourHours() {
        AsOf dayAfterClocksChange =
                new AsOf(Instant.parse("2026-03-29T12:00:00Z"), NOON, BusinessCalendar.of(ZoneId.of("Europe/Berlin")));

        assertThat(dayAfterClocksChange.minusDays(1)).isEqualTo("2026-03-28T12:00:00Z");
    }
}
