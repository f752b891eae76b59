package io.axisor.metrics.jdbc.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * How a column stores instants. Bounds are computed here, in Java, and bound as what the column holds; a coarser column
 * gets the bound that tells the same rows apart.
 *
 * @param form the form
 * @param zone the zone of local times and dates; UTC for the others
 */
public record TimeEncoding(Form form, ZoneId zone) {

    /** The forms. */
    public enum Form {
        /** TIMESTAMP WITH TIME ZONE. */
        INSTANT,
        /** TIMESTAMP, a local time in a zone. */
        LOCAL,
        /** Whole seconds since 1970. */
        EPOCH_SECONDS,
        /** Whole milliseconds since 1970. */
        EPOCH_MILLIS,
        /** DATE, standing for the start of the day in a zone. */
        DATE
    }

    /** No column that is read here is finer. */
    private static final Duration FINEST = Duration.ofNanos(1000);

    /** The bound {@code b} for which {@code column < b} and {@code column >= b} split rows at the instant. */
    Param from(Instant instant) {
        return switch (form) {
            case INSTANT -> bindInstant(instant);
            case LOCAL -> bindLocal(localOf(instant));
            case EPOCH_SECONDS -> bindLong(-Math.floorDiv(-millisCeiling(instant), 1000L));
            case EPOCH_MILLIS -> bindLong(millisCeiling(instant));
            case DATE -> {
                LocalDate date = dateOf(instant);
                boolean startsThere = date.atStartOfDay(zone).toInstant().equals(instant);
                yield bindDate(startsThere ? date : date.plusDays(1));
            }
        };
    }

    /** The bound {@code b} for which {@code column > b} holds for the rows after the instant. */
    Param upTo(Instant instant) {
        return switch (form) {
            case INSTANT -> bindInstant(instant);
            case LOCAL -> bindLocal(isRepeated(instant) ? localOf(instant).minus(FINEST) : localOf(instant));
            case EPOCH_SECONDS -> bindLong(instant.getEpochSecond());
            case EPOCH_MILLIS -> bindLong(instant.toEpochMilli());
            case DATE -> bindDate(dateOf(instant));
        };
    }

    /** Reads a column of a row that is not null. */
    Instant read(ResultSet row, int index) throws SQLException {
        return switch (form) {
            case INSTANT -> row.getObject(index, OffsetDateTime.class).toInstant();
            case LOCAL -> row.getObject(index, LocalDateTime.class).atZone(zone).toInstant();
            case EPOCH_SECONDS -> Instant.ofEpochSecond(row.getLong(index));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(row.getLong(index));
            case DATE ->
                row.getObject(index, LocalDate.class).atStartOfDay(zone).toInstant();
        };
    }

    private static long millisCeiling(Instant instant) {
        long floor = instant.toEpochMilli();
        return Instant.ofEpochMilli(floor).equals(instant) ? floor : floor + 1;
    }

    /**
     * The local time of an instant. A local time that the clock shows twice stands for the first, as {@link #read} has it,
     * so an instant of the second is after all of them.
     */
    private LocalDateTime localOf(Instant instant) {
        ZonedDateTime zoned = instant.atZone(zone);
        return isRepeated(instant)
                ? zone.getRules().getTransition(zoned.toLocalDateTime()).getDateTimeBefore()
                : zoned.toLocalDateTime();
    }

    private boolean isRepeated(Instant instant) {
        ZonedDateTime zoned = instant.atZone(zone);
        return !zoned.getOffset().equals(zoned.withEarlierOffsetAtOverlap().getOffset());
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Param bindInstant(Instant instant) {
        OffsetDateTime utc = instant.atOffset(ZoneOffset.UTC);
        return (statement, index) -> statement.setObject(index, utc);
    }

    private static Param bindLocal(LocalDateTime local) {
        return (statement, index) -> statement.setObject(index, local);
    }

    private static Param bindLong(long number) {
        return (statement, index) -> statement.setLong(index, number);
    }

    private static Param bindDate(LocalDate date) {
        return (statement, index) -> statement.setObject(index, date);
    }
}
