package io.axisor.metrics.jdbc.internal.sql;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Param;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.time.TimeRange;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A column of times, as SQL that compares it with instants. What stands for no time is on neither side of an instant. The
 * column itself is compared, which an index may hold; where it holds text, its days are.
 *
 * @param stored the column
 * @param encoding how it stores instants
 * @param lastUnit the unit that an end stored in it includes
 * @param dialect the database's dialect
 */
public record TimeColumn(String stored, TimeEncoding encoding, Optional<ChronoUnit> lastUnit, Dialect dialect) {

    /** What is stored for a later instant is above 0, whatever unit an end in it includes. */
    private static final Instant BEHIND_EPOCH = Instant.EPOCH.plus(2, ChronoUnit.DAYS);

    /** The time, NULL where what is stored stands for none. */
    String time() {
        return dialect.time(stored, encoding.form());
    }

    public Sql before(Instant instant) {
        if (isNormalized()) {
            return Sql.template("({} < {} AND {} < {})", stored, encoding.dayAfter(instant), time(), bound(instant));
        }
        Sql before = Sql.template("{} < {}", stored, bound(instant));
        return dialect.isTime(stored, encoding.form())
                .map(isTime -> Sql.template("({} AND {})", before, isTime))
                .orElse(before);
    }

    public Sql notBefore(Instant instant) {
        return late(instant, Sql.template(" >= {}", bound(instant)));
    }

    public Sql after(Instant instant) {
        return late(instant, Sql.template(" > {}", encoding.upTo(instant)));
    }

    public Sql within(TimeRange range) {
        return isNormalized()
                ? Sql.and(notBefore(range.from()), before(range.endExclusive()))
                : Sql.template("{} AND {} < {}", notBefore(range.from()), stored, bound(range.endExclusive()));
    }

    /** What sorts by time, for rows that are within bounds already. */
    public String ordered() {
        return isNormalized() ? time() : stored;
    }

    private Sql late(Instant instant, Sql bound) {
        if (isNormalized()) {
            return Sql.template("({} > {} AND {}{})", stored, encoding.dayBefore(instant), time(), bound);
        }
        Sql late = Sql.of(stored, bound);
        if (!instant.isAfter(BEHIND_EPOCH)) {
            late = Sql.template("({}{})", late, Dialect.isSet(stored, encoding.form()));
        }
        Optional<String> latest = dialect.latest(encoding.form());
        return latest.isPresent() ? Sql.template("({} AND {} < {})", late, stored, latest.get()) : late;
    }

    /** Where rows before an instant are split from the others; one unit earlier in a column that holds the last unit. */
    private Param bound(Instant instant) {
        return lastUnit.map(unit -> encoding.fromEndOf(unit, instant)).orElseGet(() -> encoding.from(instant));
    }

    private boolean isNormalized() {
        return dialect.normalizesTimes(encoding.form());
    }
}
