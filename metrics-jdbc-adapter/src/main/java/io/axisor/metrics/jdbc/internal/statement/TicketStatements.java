package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.DueConditions;
import io.axisor.metrics.jdbc.internal.render.DueTally;
import io.axisor.metrics.jdbc.internal.render.DurationColumn;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.platform.ScoreCounts;
import io.axisor.metrics.platform.TicketFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts support tickets: one statement over all of them, and one for how long those of the window took. */
final class TicketStatements {

    private static final String OPENED = "openedAt";
    private static final String ANSWERED = "firstResponseAt";
    private static final String RESOLVED = "resolvedAt";

    /** The codes of a score; none, or not on a ticket that is counted, is 0. */
    private static final int UNSATISFIED = 1;

    private static final int SATISFIED = 2;
    private static final int OFF_SCALE = 3;

    private final Inquiry inquiry;
    private final DueConditions conditions;
    private final Source tickets;
    private final DueTally due = new DueTally();
    private final Map<String, DurationHistogram> durations = new LinkedHashMap<>();
    private final CountedRows opened;
    private final CountedRows open;
    private final CountedRows scores;
    private long toDo;
    private long resolved;
    private long satisfied;
    private long scored;

    TicketStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.conditions = new DueConditions(inquiry, "tickets", OPENED, RESOLVED, ANSWERED);
        this.tickets = conditions.source();
        this.opened = new CountedRows(inquiry, RowAxis.TICKETS_OPENED);
        this.open = new CountedRows(inquiry, RowAxis.TICKETS_OPEN);
        this.scores = new CountedRows(inquiry, RowAxis.TICKET_SCORES);
    }

    /** The checks that are made. */
    Set<DataCheck> checks() {
        Set<DataCheck> made = EnumSet.of(DataCheck.TICKETS_OPENED_AT, DataCheck.TICKETS_FUTURE);
        if (conditions.isOrderChecked()) {
            made.add(DataCheck.TICKETS_ORDER);
        }
        if (tickets.has("score")) {
            made.add(DataCheck.TICKETS_SCORE);
        }
        return made;
    }

    TicketFacts ask() throws SQLException {
        askCounts();
        askDurations();
        return new TicketFacts(
                toDo,
                resolved,
                duration(ANSWERED),
                duration(RESOLVED),
                conditions.dueCounts(due),
                tickets.has("score")
                        ? Finding.ok(new ScoreCounts(satisfied, scored))
                        : Finding.unavailable("tickets.score is not mapped"));
    }

    private void askCounts() throws SQLException {
        Sql rows = Sql.template(
                "SELECT {} AS k, {} AS q, {} AS s, {} AS b, {} AS o FROM {} WHERE {}",
                state(),
                conditions.due(),
                score(),
                opened.bucket(tickets, OPENED),
                conditions.isOpen(),
                tickets.from(),
                conditions.exists());
        inquiry.query(
                Sql.template("SELECT k, q, s, b, o, COUNT(*) AS m0 FROM ({}) d GROUP BY k, q, s, b, o", rows), row -> {
                    int state = row.getInt(1);
                    long number = row.getLong(6);
                    Optional<DataCheck> failed = DirtyCode.failed(state);
                    opened.add(row.getInt(4), number, failed);
                    opened.addUnbounded(number, failed);
                    open.addAll(row.getInt(5) == 1 ? number : 0, failed);
                    if (failed.isPresent()) {
                        inquiry.addIssues(failed.get(), number);
                    } else {
                        due.add(row.getInt(2), number);
                        add(state, row.getInt(3), number);
                    }
                });
    }

    private Sql state() {
        return conditions.state(DataCheck.TICKETS_OPENED_AT, DataCheck.TICKETS_FUTURE, DataCheck.TICKETS_ORDER);
    }

    private Sql score() {
        if (!tickets.has("score")) {
            return Sql.of("0");
        }
        String score = tickets.column("score");
        return Sql.template(
                "CASE WHEN {} THEN 0 WHEN {} OR {} < 1 OR {} > " + ScoreCounts.HIGHEST + " THEN " + OFF_SCALE
                        + " WHEN {} >= " + ScoreCounts.LOWEST_SATISFIED + " THEN " + SATISFIED + " ELSE " + UNSATISFIED
                        + " END",
                tickets.isEmpty("score"),
                tickets.isInvalid("score"),
                score,
                score,
                score);
    }

    private void add(int state, int score, long number) {
        toDo += state == DueConditions.TO_DO ? number : 0;
        resolved += state == DueConditions.DONE ? number : 0;
        if (state == DueConditions.DONE && score != 0) {
            scores.addAll(number, score == OFF_SCALE ? Optional.of(DataCheck.TICKETS_SCORE) : Optional.empty());
        }
        if (score == OFF_SCALE) {
            inquiry.addIssues(DataCheck.TICKETS_SCORE, number);
        } else if (state == DueConditions.DONE) {
            satisfied += score == SATISFIED ? number : 0;
            scored += score == SATISFIED || score == UNSATISFIED ? number : 0;
        }
    }

    /** A ticket may be answered and resolved in the window, or answered in it long after it was resolved. */
    private void askDurations() throws SQLException {
        List<String> events = new ArrayList<>();
        List<Sql> selects = new ArrayList<>();
        for (String event : List.of(ANSWERED, RESOLVED)) {
            micros(event).ifPresent(micros -> {
                selects.add(durations(events.size(), event, micros));
                events.add(event);
                durations.put(event, DurationHistogram.EMPTY);
            });
        }
        if (!selects.isEmpty()) {
            // rows side by side, not aggregates, which engines over several databases fail to bring together
            Sql rows = Sql.join(" UNION ALL ", selects);
            inquiry.query(
                    DurationColumn.histograms(tickets.dialect(), rows),
                    row -> durations.merge(
                            events.get(row.getInt(1)),
                            DurationColumn.read(tickets.dialect(), row),
                            DurationHistogram::plus));
        }
    }

    private Optional<String> micros(String event) {
        return tickets.has(event) ? DurationColumn.micros(tickets, OPENED, event) : Optional.empty();
    }

    private Sql durations(int group, String event, String micros) {
        return Sql.template(
                "SELECT " + group + " AS b, {} AS d FROM {} WHERE {} AND {} < " + DirtyCode.LOWEST,
                micros,
                tickets.from(),
                tickets.within(event, inquiry.at().range(ROLLING_30D)),
                state());
    }

    private Finding<DurationHistogram> duration(String event) {
        if (!tickets.has(event)) {
            return Finding.unavailable(inquiry.schema().said("tickets." + event + " is not mapped"));
        }
        DurationHistogram found = durations.get(event);
        return found != null
                ? Finding.ok(found)
                : Finding.unavailable(inquiry.schema()
                        .said("tickets." + event + ": how this database tells the time since ." + OPENED
                                + "(...), as they are stored, is not known; map a select that gives both as whole"
                                + " milliseconds since 1970, of TimeKind.epochMillis()"));
    }
}
