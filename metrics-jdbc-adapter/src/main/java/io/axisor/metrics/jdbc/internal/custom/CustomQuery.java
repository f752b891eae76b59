package io.axisor.metrics.jdbc.internal.custom;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.session.DatabaseFailure;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.sql.NamedSql;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A metric that is nothing but a SELECT of the host's own: one statement for each of its windows.
 *
 * @param definition what it means
 * @param select the statement
 * @param times what the named instants are bound as
 * @param rowLimit how many rows, which are series, a statement may return
 */
public record CustomQuery(MetricDefinition definition, NamedSql select, TimeEncoding times, int rowLimit) {

    /** Begin of the window. */
    public static final String FROM = "from";

    /** End of the window, exclusive. */
    public static final String TO = "to";

    /** The instant that is measured. */
    public static final String AT = "at";

    /** The names that a SELECT may use. */
    public static final List<String> NAMES = List.of(FROM, TO, AT);

    /** What {@link #FROM} is where a window has no beginning: 32-bit columns of seconds hold nothing much older. */
    public static final Instant EARLIEST = Instant.parse("1902-01-01T00:00:00Z");

    private static final AsOf ANY_INSTANT = new AsOf(EARLIEST, EARLIEST, BusinessCalendar.of(ZoneOffset.UTC));

    private static final String ONLY_PRESENT =
            "its SELECT does not look at :at, so it tells the present only; compare its times with :at";

    /**
     * Measures.
     *
     * @param domain the domain, for errors
     * @param session where to ask
     * @param at the instant
     * @param recorder takes what is measured
     * @throws MetricsDataException naming the metric, if it cannot be had
     */
    public void ask(String domain, Session session, AsOf at, MeasurementRecorder recorder) {
        if (definition.windows().isEmpty()) {
            askOne(domain, session, at, null, recorder);
        }
        definition.windows().forEach(window -> askOne(domain, session, at, window, recorder));
    }

    private void askOne(
            String domain, Session session, AsOf at, @Nullable Window window, MeasurementRecorder recorder) {
        if (tellsPresentOnly() && at.isPast()) {
            recorder.number(definition, window, Map.of(), Finding.undefined(ONLY_PRESENT));
            return;
        }
        String place = domain + ": " + definition.key() + (window == null ? "" : " over " + window.key());
        try {
            session.query(statement(at, window, session), rowLimit + 1, new CustomRows(this, place, window, recorder));
        } catch (SQLException e) {
            throw DatabaseFailure.of(place, e, "verifying has the database check every SELECT");
        }
    }

    private boolean tellsPresentOnly() {
        return definition.windows().isEmpty() && !select.names().contains(AT);
    }

    private Sql statement(AsOf at, @Nullable Window window, Session session) {
        TimeEncoding bound = times.in(session.dialect());
        TimeRange range = window == null ? new TimeRange(at.instant(), at.instant()) : at.range(window);
        Instant from = range.from().equals(Instant.MIN) ? EARLIEST : range.from();
        return select.bind(
                Map.of(FROM, bound.from(from), TO, bound.from(range.endExclusive()), AT, bound.from(at.instant())));
    }

    /**
     * Lets the database say what it takes the parameters for.
     *
     * @param domain the domain, for errors
     * @param session where to ask
     * @throws MetricsDataException naming the parameters that are bound as something else
     * @throws SQLException if the connection is broken
     */
    public void checkTimes(String domain, Session session) throws SQLException {
        List<String> faults = timeFaults(session, statement(ANY_INSTANT, null, session));
        if (!faults.isEmpty()) {
            throw new MetricsDataException(domain + ": " + definition.key() + ": " + String.join("; ", faults));
        }
    }

    private List<String> timeFaults(Session session, Sql sql) throws SQLException {
        return BoundTimes.faults(select.places(), session.parameters(sql), times);
    }

    /**
     * Lets the database check the SELECT without running it.
     *
     * @param session where to ask
     * @param errors takes what keeps it from being measured
     * @param warnings takes what else there is to say
     */
    public void verify(Session session, List<String> errors, List<String> warnings) {
        Sql sql = statement(ANY_INSTANT, null, session);
        List<String> faults = new ArrayList<>();
        try {
            faults.addAll(timeFaults(session, sql));
            session.describe(sql, columns -> {
                if (columns != null) {
                    faults.addAll(ResultColumns.of(definition, columns).faults());
                }
            });
        } catch (SQLException e) {
            faults.add("the database refuses the SELECT: " + DatabaseFailure.words(e));
        }
        faults.forEach(fault -> errors.add(definition.key() + ": " + fault));
        if (tellsPresentOnly()) {
            warnings.add(definition.key() + ": for a past instant it is UNDEFINED, since " + ONLY_PRESENT);
        }
    }
}
