package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/**
 * How a column stores instants. Bounds are computed here, in Java, and bound as what the column holds; a coarser column
 * gets the bound that tells the same rows apart.
 *
 * @param form the form
 * @param zone the zone of local times and dates; UTC for the others
 * @param binding as what the driver takes them
 */
public record TimeEncoding(Form form, ZoneId zone, TimeBinding binding) {

    /** The forms. */
    public enum Form {
        /** TIMESTAMP WITH TIME ZONE. */
        INSTANT("instants with a zone", "TimeKind.instant()"),
        /** TIMESTAMP, a local time in a zone. */
        LOCAL("local times without a zone", "TimeKind.localIn(zone)"),
        /** Whole seconds since 1970. */
        EPOCH_SECONDS("numbers", "TimeKind.epochSeconds()"),
        /** Whole milliseconds since 1970. */
        EPOCH_MILLIS("numbers", "TimeKind.epochMillis()"),
        /** DATE, standing for the start of the day in a zone. */
        DATE("dates", "TimeKind.dateIn(zone)");

        private final String content;
        private final String written;

        Form(String content, String written) {
            this.content = content;
            this.written = written;
        }

        /** What columns of the form hold, in words. */
        public String content() {
            return content;
        }

        /** How a mapping in Java says it. */
        public String written() {
            return written;
        }

        /** How text says it, for all who write a mapping. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + (this == LOCAL || this == DATE ? "-in ZONE" : "");
        }
    }

    /** No column that is read here is finer. */
    private static final Duration FINEST = Duration.ofNanos(1000);

    /** An encoding as the mapping says it, bound as JDBC has it. */
    public TimeEncoding(Form form, ZoneId zone) {
        this(form, zone, JavaTimes.BY_OFFSET);
    }

    /** The same for a database whose driver takes times in its own way. */
    public TimeEncoding in(Dialect dialect) {
        return new TimeEncoding(form, zone, dialect.times());
    }

    /** The bound {@code b} for which {@code column < b} and {@code column >= b} split rows at the instant. */
    public Param from(Instant instant) {
        return switch (form) {
            case INSTANT -> binding.instant(instant);
            case LOCAL -> binding.local(localOf(instant));
            case EPOCH_SECONDS -> bindLong(-Math.floorDiv(-millisCeiling(instant), 1000L));
            case EPOCH_MILLIS -> bindLong(millisCeiling(instant));
            case DATE -> binding.date(firstDateFrom(instant));
        };
    }

    /** The same where the column holds the last unit, so that the instant meant is one unit after the stored one. */
    public Param fromEndOf(ChronoUnit unit, Instant instant) {
        return switch (form) {
            case LOCAL -> binding.local(endOf(instant).minus(1, unit));
            case DATE ->
                unit == ChronoUnit.DAYS
                        ? binding.date(firstDateFrom(instant).minusDays(1))
                        : from(instant.minus(1, unit));
            case INSTANT, EPOCH_SECONDS, EPOCH_MILLIS -> from(instant.minus(1, unit));
        };
    }

    /** The bound {@code b} for which {@code column > b} holds for the rows after the instant. */
    public Param upTo(Instant instant) {
        return switch (form) {
            case INSTANT -> binding.instant(instant);
            case LOCAL ->
                binding.localUpTo(isRepeated(instant) ? localOf(instant).minus(FINEST) : localOf(instant));
            case EPOCH_SECONDS -> bindLong(instant.getEpochSecond());
            case EPOCH_MILLIS -> bindLong(instant.toEpochMilli());
            case DATE -> binding.date(dateOf(instant));
        };
    }

    /** A day before that of an instant, as text that sorts before all times of the day before, whatever their zone. */
    public Param dayBefore(Instant instant) {
        return text(dateOf(instant).minusDays(2));
    }

    /** The day after that of an instant, as text that sorts behind all times of the instant's day, whatever their zone. */
    public Param dayAfter(Instant instant) {
        return text(dateOf(instant).plusDays(2));
    }

    private static Param text(LocalDate date) {
        return (statement, index) -> statement.setString(index, date.toString());
    }

    /** A column, in a result, as what {@link #read} reads. */
    public String readable(String column) {
        return form == Form.INSTANT ? binding.readable(column) : column;
    }

    /** Reads a column of a row that is not null. */
    public Instant read(ResultSet row, int index) throws SQLException {
        return switch (form) {
            case INSTANT -> binding.readInstant(row, index);
            case LOCAL -> binding.readLocal(row, index).atZone(zone).toInstant();
            case EPOCH_SECONDS -> Instant.ofEpochSecond(row.getLong(index));
            case EPOCH_MILLIS -> Instant.ofEpochMilli(row.getLong(index));
            case DATE -> binding.readDate(row, index).atStartOfDay(zone).toInstant();
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

    /** The local time of an instant; where clocks are put forward, the one that they would have shown, as of a midnight. */
    private LocalDateTime endOf(Instant instant) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant.minusNanos(1));
        return next != null && next.isGap() && next.getInstant().equals(instant)
                ? next.getDateTimeBefore()
                : localOf(instant);
    }

    private boolean isRepeated(Instant instant) {
        ZonedDateTime zoned = instant.atZone(zone);
        return !zoned.getOffset().equals(zoned.withEarlierOffsetAtOverlap().getOffset());
    }

    private LocalDate firstDateFrom(Instant instant) {
        LocalDate date = dateOf(instant);
        return date.atStartOfDay(zone).toInstant().equals(instant) ? date : date.plusDays(1);
    }

    private LocalDate dateOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private static Param bindLong(long number) {
        return (statement, index) -> statement.setLong(index, number);
    }
}
