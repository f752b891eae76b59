package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;

/**
 * As text, {@code 2026-03-01 07:30:00.25}: for drivers that know no java.time, and for databases that have no other times.
 * Where the database compares text with text, what has a shorter fraction comes first, so that a bound has the shortest
 * where it belongs to what it bounds and the longest where it does not.
 */
enum TextTimes implements TimeBinding {
    /** The only ones. */
    INSTANCE;

    private static final int DIGITS = 9;
    private static final DateTimeFormatter SHORTEST = withFraction(0);
    private static final DateTimeFormatter LONGEST = withFraction(DIGITS);

    /** As a database that has dates as text only takes them: 30 February is 2 March. */
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.LENIENT);

    private static final DateTimeFormatter READ_DATE =
            DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.LENIENT);

    private static DateTimeFormatter withFraction(int leastDigits) {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral(' ')
                .appendPattern("HH:mm:ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, leastDigits, DIGITS, true)
                .toFormatter();
    }

    /** As what a clock in UTC shows. */
    @Override
    public Param instant(Instant instant) {
        return local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    @Override
    public Param local(LocalDateTime local) {
        return text(SHORTEST.format(local));
    }

    @Override
    public Param localUpTo(LocalDateTime local) {
        return text(LONGEST.format(local));
    }

    @Override
    public Param date(LocalDate date) {
        return text(date.toString());
    }

    private static Param text(String text) {
        return (statement, index) -> statement.setString(index, text);
    }

    @Override
    public Instant readInstant(ResultSet row, int index) throws SQLException {
        return readLocal(row, index).toInstant(ZoneOffset.UTC);
    }

    @Override
    public LocalDateTime readLocal(ResultSet row, int index) throws SQLException {
        return LocalDateTime.parse(row.getString(index).replace(' ', 'T'), READ);
    }

    @Override
    public LocalDate readDate(ResultSet row, int index) throws SQLException {
        return LocalDate.parse(row.getString(index), READ_DATE);
    }
}
