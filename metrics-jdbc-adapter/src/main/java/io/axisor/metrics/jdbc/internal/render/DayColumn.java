package io.axisor.metrics.jdbc.internal.render;

import io.axisor.metrics.jdbc.internal.dialect.Param;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding.Form;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.CaseTree;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The business day that a row's instant lies in, as SQL, for rows within a range of consecutive days.
 *
 * <p>Where the database can tell seconds, the day is the quotient of the seconds that the business clock shows: one CASE
 * for each change of clocks. Elsewhere it is looked for among the beginnings of all days, which is as exact, but which
 * PostgreSQL, for one, would compile before it runs: 3 ms for each day.
 *
 * @param sql the day as the database tells it, equal for rows of one day
 * @param reader makes a date of it
 */
public record DayColumn(Sql sql, Reader reader) {

    private static final int SECONDS = 86_400;

    /** Days to count from, so that quotients are of numbers above 0: the year 8000 before our era. */
    private static final long EPOCH = 3_652_425;

    /** Makes a date of a column of a row. */
    @FunctionalInterface
    public interface Reader {

        /** The date. */
        LocalDate read(ResultSet row, int index) throws SQLException;
    }

    /** The column for the days that fit into one statement; the days before them need others. */
    public static DayColumn of(Source source, String role, LocalDate first, LocalDate last, BusinessCalendar calendar) {
        TimeEncoding encoding = source.encoding(role);
        if (encoding.form() == Form.DATE) {
            return new DayColumn(
                    Sql.of(source.time(role).ordered()),
                    (row, index) -> LocalDate.ofInstant(encoding.read(row, index), calendar.zone()));
        }
        return source.dialect()
                .epochSeconds(source.time(role).ordered(), encoding.form())
                .map(seconds -> quotient(source, role, seconds, range(first, last, calendar), calendar.zone()))
                .orElseGet(() -> bucket(source, role, first, last, calendar));
    }

    /** How many days fit into one statement. */
    public static int mostDays(Source source, String role) {
        TimeEncoding encoding = source.encoding(role);
        boolean isLookedFor = encoding.form() != Form.DATE
                && source.dialect()
                        .epochSeconds(source.column(role), encoding.form())
                        .isEmpty();
        return isLookedFor ? source.dialect().mostBounds() : Integer.MAX_VALUE;
    }

    /** From the beginning of a day to the end of another. */
    public static TimeRange range(LocalDate first, LocalDate last, BusinessCalendar calendar) {
        return new TimeRange(calendar.startOf(first), calendar.startOf(last.plusDays(1)));
    }

    private static DayColumn bucket(
            Source source, String role, LocalDate first, LocalDate last, BusinessCalendar calendar) {
        List<Instant> latestFirst = new ArrayList<>();
        for (LocalDate day = last.plusDays(1); !day.isBefore(first); day = day.minusDays(1)) {
            latestFirst.add(calendar.startOf(day));
        }
        return new DayColumn(
                TimeBuckets.between(latestFirst).number(source, role),
                (row, index) -> last.minusDays(row.getInt(index)));
    }

    private static DayColumn quotient(Source source, String role, String seconds, TimeRange range, ZoneId business) {
        TimeEncoding encoding = source.encoding(role);
        List<Param> changes = new ArrayList<>();
        List<String> shifts = new ArrayList<>(List.of(shift(range.from(), business, encoding.zone())));
        TreeSet<Instant> instants = changes(business, range);
        instants.addAll(changes(encoding.zone(), range));
        for (Instant instant : instants) {
            String shift = shift(instant, business, encoding.zone());
            if (!shift.equals(shifts.get(shifts.size() - 1))) {
                changes.add(encoding.from(instant));
                shifts.add(shift);
            }
        }
        return new DayColumn(
                Sql.template(
                        "({} + {}) {} " + SECONDS,
                        seconds,
                        CaseTree.pick(source.time(role).ordered(), changes, shifts),
                        source.dialect().wholeDivision()),
                (row, index) -> LocalDate.ofEpochDay(row.getLong(index) - EPOCH));
    }

    /** What the business clock shows more than the column's, in seconds since {@link #EPOCH}. */
    private static String shift(Instant instant, ZoneId business, ZoneId column) {
        int ahead = business.getRules().getOffset(instant).getTotalSeconds()
                - column.getRules().getOffset(instant).getTotalSeconds();
        return String.valueOf(EPOCH * SECONDS + ahead);
    }

    private static TreeSet<Instant> changes(ZoneId zone, TimeRange range) {
        TreeSet<Instant> changes = new TreeSet<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(range.from());
        while (next != null && next.getInstant().isBefore(range.endExclusive())) {
            changes.add(next.getInstant());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }
}
