package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.automation.MarginGuardCounts;
import io.axisor.metrics.jdbc.internal.render.ExecutionConditions;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.OutcomeCounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One statement over all executions of automations that guard margins. It sums up each owner first, whose last execution tells
 * in which of the windows, each inside the next, the owner counts.
 */
final class MarginGuardStatement {

    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source executions;
    private final Source automations;
    private final TimeBuckets buckets;
    private final Map<Window, MarginGuardCounts> guarded = new EnumMap<>(Window.class);

    MarginGuardStatement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.executions = inquiry.schema().source("executions", "f");
        this.automations = inquiry.schema().source("automations", "a");
        this.buckets = TimeBuckets.of(windows().stream()
                .filter(window -> window != Window.LIFETIME)
                .map(at::range)
                .toList());
        windows().forEach(window -> guarded.put(window, MarginGuardCounts.NONE));
    }

    private static List<Window> windows() {
        return AutomationDefinitions.MARGIN_GUARD_ACTIONS.windows();
    }

    Finding<Map<Window, MarginGuardCounts>> ask() throws SQLException {
        if (!automations.has("type")) {
            return Finding.unavailable(inquiry.schema()
                    .said("automations' types are not mapped, so that none is known to guard margins; map .type(...)"));
        }
        List<Sql> types = inquiry.schema().spec().automationTypes().marginGuard().stream()
                .filter(type -> automations.mayHold("type", type))
                .sorted()
                .map(type -> automations.equal("type", type))
                .toList();
        if (!types.isEmpty()) {
            ask(owners(Sql.template("({})", Sql.join(" OR ", types))));
        }
        return Finding.ok(guarded);
    }

    /** Adds the owners up; the columns of each are the outcomes of a window and the next window's after them. */
    private void ask(Sql owners) throws SQLException {
        SelectList select = new SelectList();
        for (Window window : windows()) {
            select.add("COUNT(CASE WHEN u IS NOT NULL AND mb < " + bucketsOf(window) + " THEN 1 END)");
            for (Outcome outcome : OUTCOMES) {
                select.add("SUM(", column(window, outcome), ")");
            }
        }
        inquiry.query(Sql.template("SELECT {} FROM ({}) p", select.sql(), owners), row -> {
            int place = 1;
            for (Window window : windows()) {
                guarded.put(window, new MarginGuardCounts(actions(row, place + 1), row.getLong(place)));
                place += 1 + OUTCOMES.size();
            }
        });
    }

    private static OutcomeCounts actions(ResultSet row, int firstPlace) throws SQLException {
        OutcomeCounts actions = OutcomeCounts.NONE;
        for (int i = 0; i < OUTCOMES.size(); i++) {
            actions = actions.plus(OUTCOMES.get(i), row.getLong(firstPlace + i));
        }
        return actions;
    }

    /** How many buckets, counted from the latest, a window has; the oldest are those before all bounds. */
    private int bucketsOf(Window window) {
        int number = buckets.size() + 1;
        if (window != Window.LIFETIME) {
            number = 0;
            while (number < buckets.size() && buckets.isWithin(number, at.range(window))) {
                number++;
            }
        }
        return number;
    }

    private static String column(Window window, Outcome outcome) {
        return "w" + windows().indexOf(window) + OUTCOMES.indexOf(outcome);
    }

    private Sql owners(Sql guardsMargins) {
        List<Sql> sums = new ArrayList<>();
        for (Window window : windows()) {
            for (Outcome outcome : OUTCOMES) {
                sums.add(Sql.of(
                        Sql.countWhen("b < " + bucketsOf(window) + " AND k = " + ExecutionConditions.code(outcome)),
                        " AS " + column(window, outcome)));
            }
        }
        return Sql.template(
                """
                SELECT u, MIN(b) AS mb, {}
                FROM (SELECT {} AS u, {} AS k, {} AS b FROM {}, {} WHERE {} = {} AND {} AND {}) d
                GROUP BY u
                """,
                Sql.join(", ", sums),
                automations.column("userId"),
                new ExecutionConditions(executions, at).outcome(),
                buckets.number(executions, "startedAt"),
                automations.from(),
                executions.from(),
                executions.column("automationId"),
                automations.column("id"),
                guardsMargins,
                executions.before("startedAt", at.instant()));
    }
}
