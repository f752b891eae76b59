package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DurationColumn;
import io.axisor.metrics.jdbc.internal.render.ExecutionConditions;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** One statement over the executions of the last weeks that have ended: how long they took, counted into buckets. */
final class ExecutionDurations {

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source executions;
    private final Map<Window, TimeRange> ranges = new EnumMap<>(Window.class);
    private final Map<Window, DurationHistogram> durations = new EnumMap<>(Window.class);
    private final CountedRows counted;

    ExecutionDurations(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.executions = inquiry.schema().source("executions", "f");
        for (Window window : AutomationDefinitions.DURATION.windows()) {
            ranges.put(window, at.range(window));
            durations.put(window, DurationHistogram.EMPTY);
        }
        this.counted = new CountedRows(inquiry, RowAxis.EXECUTION_DURATIONS);
    }

    /** Whether the host maps an end or a duration. */
    boolean areMapped() {
        return executions.has("finishedAt")
                || executions.has("durationInSeconds")
                || executions.has("durationInMillis");
    }

    /** Whether this database can tell them. */
    boolean areKnown() {
        return micros().isPresent();
    }

    Finding<Map<Window, DurationHistogram>> ask() throws SQLException {
        Optional<String> micros = micros();
        if (micros.isEmpty()) {
            return Finding.unavailable(inquiry.schema()
                    .said("how long executions took cannot be told from .startedAt(...) and .finishedAt(...):"
                            + " both must be mapped as the same kind of time, and on this database as epoch seconds or"
                            + " milliseconds; or map .durationInSeconds(...) or .durationInMillis(...) instead"));
        }
        inquiry.query(DurationColumn.histograms(executions.dialect(), rows(micros.get())), row -> {
            int bucket = row.getInt(1);
            DurationHistogram some = DurationColumn.read(executions.dialect(), row);
            if (bucket < 0) {
                inquiry.addIssues(DataCheck.EXECUTIONS_DURATION, some.number());
                counted.add(ofNegative(bucket), some.number(), Optional.of(DataCheck.EXECUTIONS_DURATION));
            } else {
                counted.add(bucket, some.number(), Optional.empty());
                add(bucket, some);
            }
        });
        return Finding.ok(durations);
    }

    /** The bucket of durations that are none, whose groups are below 0. */
    private static int ofNegative(int group) {
        return -1 - group;
    }

    private void add(int bucket, DurationHistogram some) {
        ranges.forEach((window, range) -> {
            if (counted.isWithin(bucket, range)) {
                durations.merge(window, some, DurationHistogram::plus);
            }
        });
    }

    private Optional<String> micros() {
        if (executions.has("finishedAt")) {
            return DurationColumn.micros(executions, "startedAt", "finishedAt");
        }
        return Optional.of(
                executions.has("durationInSeconds")
                        ? DurationColumn.microsOfSeconds(executions, "durationInSeconds")
                        : DurationColumn.microsOfMillis(executions, "durationInMillis"));
    }

    private Sql rows(String micros) {
        Sql hasEnded = executions.has("finishedAt")
                ? Sql.template(" AND {}", executions.before("finishedAt", at.instant()))
                : Sql.EMPTY;
        return Sql.template(
                """
                SELECT CASE WHEN d < 0 THEN -1 - b ELSE b END AS b, CASE WHEN d < 0 THEN 0 ELSE d END AS d
                FROM (SELECT {} AS b, {} AS d FROM {} WHERE {} AND {}{}{}) c
                WHERE d IS NOT NULL
                """,
                counted.bucket(executions, "startedAt"),
                micros,
                executions.from(),
                executions.within("startedAt", counted.whole()),
                new ExecutionConditions(executions, at).hasAutomation(),
                hasEnded,
                executions.dialect().computedOnce());
    }
}
