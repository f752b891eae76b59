package io.axisor.metrics.jdbc.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.sql.BoundValues;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds against the plain meaning of a column's values, one by one, near every change of the clocks. */
class TimeEncodingTest {

    private static final long SEED = 20260415L;
    private static final List<Duration> STEPS = List.of(
            Duration.ZERO,
            Duration.of(1, ChronoUnit.MICROS),
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            Duration.ofMinutes(29),
            Duration.ofMinutes(59),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(24));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/Berlin",
                "Asia/Kolkata",
                "Australia/Lord_Howe", // half an hour
                "America/Sao_Paulo", // changed at midnight
                "America/Havana",
                "Pacific/Apia" // has no 2011-12-30
            })
    void boundsSplitRowsWhereTheirMeaningDoes(String id) throws SQLException {
        ZoneId zone = ZoneId.of(id);
        for (Form form : Form.values()) {
            TimeEncoding encoding = new TimeEncoding(form, zone);
            int compared = 0;
            for (Instant instant : instants(zone)) {
                Object from = BoundValues.of(encoding.from(instant));
                Object upTo = BoundValues.of(encoding.upTo(instant));
                for (Object value : valuesNear(instant, form, zone)) {
                    Instant meaning = meaning(form, value, zone);
                    String row = form + " in " + zone + ": " + value + " against " + instant + ", seed " + SEED;
                    assertThat(compare(value, from) < 0).as("before, %s", row).isEqualTo(meaning.isBefore(instant));
                    assertThat(compare(value, upTo) > 0).as("after, %s", row).isEqualTo(meaning.isAfter(instant));
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(1000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo"})
    void anInclusiveEndSplitsRowsOneUnitLater(String id) throws SQLException {
        ZoneId zone = ZoneId.of(id);
        for (Form form : Form.values()) {
            TimeEncoding encoding = new TimeEncoding(form, zone);
            for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS)) {
                for (Instant instant : instants(zone)) {
                    Object bound = BoundValues.of(encoding.fromEndOf(unit, instant));
                    for (Object value : valuesNear(instant, form, zone)) {
                        if (isInsideAGap(form, value, unit, zone)) {
                            continue;
                        }
                        assertThat(compare(value, bound) < 0)
                                .as("%s in %s: the last of %s is %s, against %s", form, zone, unit, value, instant)
                                .isEqualTo(end(form, value, unit, zone).isBefore(instant));
                    }
                }
            }
        }
    }

    /** A day after a local time may be one that the clock never shows, and then it is out of order. */
    private static boolean isInsideAGap(Form form, Object value, ChronoUnit unit, ZoneId zone) {
        if (form != Form.LOCAL) {
            return false;
        }
        LocalDateTime end = ((LocalDateTime) value).plus(1, unit);
        ZoneOffsetTransition change = zone.getRules().getTransition(end);
        return change != null && change.isGap() && !end.equals(change.getDateTimeBefore());
    }

    /** The first moment after the last unit, days by the calendar of the column's zone where it has one. */
    private static Instant end(Form form, Object value, ChronoUnit unit, ZoneId zone) {
        if (form == Form.LOCAL) {
            return ((LocalDateTime) value).plus(1, unit).atZone(zone).toInstant();
        }
        return form == Form.DATE && unit == ChronoUnit.DAYS
                ? ((LocalDate) value).plusDays(1).atStartOfDay(zone).toInstant()
                : meaning(form, value, zone).plus(1, unit);
    }

    @Test
    void aLocalTimeThatTheClockShowsTwiceStandsForTheFirst() throws SQLException {
        TimeEncoding newYork = new TimeEncoding(Form.LOCAL, ZoneId.of("America/New_York"));

        assertThat(BoundValues.of(newYork.from(Instant.parse("2025-11-02T05:30:00Z"))))
                .as("the first 01:30")
                .isEqualTo(LocalDateTime.parse("2025-11-02T01:30:00"));
        assertThat(BoundValues.of(newYork.from(Instant.parse("2025-11-02T06:30:00Z"))))
                .as("the second 01:30 comes after all of the first hour")
                .isEqualTo(LocalDateTime.parse("2025-11-02T02:00:00"));
    }

    @Test
    void aDayIsBoundByItselfWhereItStartsAndByTheNextOneAfterwards() throws SQLException {
        TimeEncoding berlin = new TimeEncoding(Form.DATE, ZoneId.of("Europe/Berlin"));

        assertThat(BoundValues.of(berlin.from(Instant.parse("2026-04-14T22:00:00Z"))))
                .isEqualTo(LocalDate.parse("2026-04-15"));
        assertThat(BoundValues.of(berlin.from(Instant.parse("2026-04-14T22:00:00.000001Z"))))
                .isEqualTo(LocalDate.parse("2026-04-16"));
    }

    /** Every change of the clocks of twenty years, and some hundred instants anywhere. */
    private static List<Instant> instants(ZoneId zone) {
        Random random = new Random(SEED);
        List<Instant> instants = new ArrayList<>();
        Instant from = Instant.parse("2007-01-01T00:00:00Z");
        Instant end = Instant.parse("2027-01-01T00:00:00Z");
        ZoneOffsetTransition change = zone.getRules().nextTransition(from);
        while (change != null && change.getInstant().isBefore(end)) {
            for (int minutes : new int[] {-60, -30, -1, 0, 1, 30, 60}) {
                instants.add(change.getInstant().plus(Duration.ofMinutes(minutes)));
            }
            change = zone.getRules().nextTransition(change.getInstant());
        }
        long seconds = Duration.between(from, end).toSeconds();
        for (int i = 0; i < 200; i++) {
            instants.add(from.plusSeconds(random.nextLong(seconds)).plus(random.nextInt(1_000_000), ChronoUnit.MICROS));
        }
        return instants;
    }

    private static List<Object> valuesNear(Instant instant, Form form, ZoneId zone) {
        List<Object> values = new ArrayList<>();
        for (Duration step : STEPS) {
            for (Instant near : List.of(instant.minus(step), instant.plus(step))) {
                Object value = switch (form) {
                    case INSTANT -> near.atOffset(ZoneOffset.ofHours(-3));
                    case LOCAL -> near.atZone(zone).toLocalDateTime();
                    case EPOCH_SECONDS -> near.getEpochSecond();
                    case EPOCH_MILLIS -> near.toEpochMilli();
                    case DATE -> near.atZone(zone).toLocalDate();
                };
                values.add(value);
            }
        }
        return values;
    }

    private static Instant meaning(Form form, Object value, ZoneId zone) {
        return switch (form) {
            case INSTANT -> ((OffsetDateTime) value).toInstant();
            case LOCAL -> ((LocalDateTime) value).atZone(zone).toInstant();
            case EPOCH_SECONDS -> Instant.ofEpochSecond((Long) value);
            case EPOCH_MILLIS -> Instant.ofEpochMilli((Long) value);
            case DATE -> ((LocalDate) value).atStartOfDay(zone).toInstant();
        };
    }

    /** As a database compares: times with a zone by their instant. */
    private static int compare(Object value, Object bound) {
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().compareTo(((OffsetDateTime) bound).toInstant());
        }
        if (value instanceof LocalDateTime time) {
            return time.compareTo((LocalDateTime) bound);
        }
        return value instanceof LocalDate date
                ? date.compareTo((LocalDate) bound)
                : ((Long) value).compareTo((Long) bound);
    }
}
