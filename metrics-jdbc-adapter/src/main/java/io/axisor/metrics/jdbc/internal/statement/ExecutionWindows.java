package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.automation.ExecutionCounts;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.ExecutionConditions;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One statement over the executions of the last weeks, through an index on their start where there is one, grouped by type and
 * outcome. It also finds those that say something impossible, and looks only for what columns that may be null can lack.
 */
final class ExecutionWindows {

    private final Inquiry inquiry;
    private final Source executions;
    private final ExecutionConditions conditions;
    private final Map<Window, TimeRange> ranges = new EnumMap<>(Window.class);
    private final Map<Window, Map<Outcome, Map<String, BigDecimal>>> sums = new EnumMap<>(Window.class);
    private final CountedRows counted;

    ExecutionWindows(Inquiry inquiry) {
        AsOf at = inquiry.at();
        this.inquiry = inquiry;
        this.executions = inquiry.schema().source("executions", "f");
        this.conditions = new ExecutionConditions(executions, at);
        for (Window window : AutomationDefinitions.EXECUTIONS.windows()) {
            ranges.put(window, at.range(window));
        }
        this.counted = new CountedRows(inquiry, RowAxis.EXECUTIONS);
    }

    Map<Window, ExecutionCounts> ask() throws SQLException {
        boolean hasTypes = inquiry.schema().has("automations", "type");
        Sql sql = Sql.template("SELECT ty, k, b, COUNT(*) AS m0 FROM ({}) d GROUP BY ty, k, b", rows(hasTypes));
        inquiry.query(sql, row -> {
            int code = row.getInt(2);
            long number = row.getLong(4);
            if (code != ExecutionConditions.NOT_YET) {
                counted.add(row.getInt(3), number, DirtyCode.failed(code));
            }
            if (DirtyCode.isDirty(code)) {
                inquiry.addIssues(DirtyCode.check(code), number);
            } else if (code != ExecutionConditions.NOT_YET) {
                String type = Breakdown.valueOrUnspecified(hasTypes ? row.getString(1) : null);
                count(row.getInt(3), ExecutionConditions.outcome(code), type, number);
            }
        });
        Map<Window, ExecutionCounts> counts = new EnumMap<>(Window.class);
        ranges.keySet().forEach(window -> counts.put(window, counts(sums.getOrDefault(window, Map.of()))));
        return counts;
    }

    private void count(int bucket, Outcome outcome, String type, long number) {
        ranges.forEach((window, range) -> {
            if (counted.isWithin(bucket, range)) {
                sums.computeIfAbsent(window, key -> new EnumMap<>(Outcome.class))
                        .computeIfAbsent(outcome, key -> new HashMap<>())
                        .merge(type, BigDecimal.valueOf(number), BigDecimal::add);
            }
        });
    }

    private ExecutionCounts counts(Map<Outcome, Map<String, BigDecimal>> byOutcome) {
        Breakdown types = Breakdown.of(inquiry.schema().spec().automationTypes().known());
        return new ExecutionCounts(
                types.plusAll(byOutcome.getOrDefault(Outcome.SUCCEEDED, Map.of())),
                types.plusAll(byOutcome.getOrDefault(Outcome.FAILED, Map.of())),
                types.plusAll(byOutcome.getOrDefault(Outcome.OTHER, Map.of())));
    }

    private Sql rows(boolean hasTypes) {
        return Sql.template(
                "SELECT {} AS ty, {} AS k, {} AS b FROM {}{} WHERE {}",
                hasTypes ? automations().text("type") : "0",
                conditions.code(),
                counted.bucket(executions, "startedAt"),
                executions.from(),
                hasTypes ? automations().leftJoin("id", executions.column("automationId")) : Sql.EMPTY,
                looksAt());
    }

    private Source automations() {
        return inquiry.schema().source("automations", "a");
    }

    private Sql looksAt() {
        List<Sql> any = new ArrayList<>();
        any.add(executions.notBefore("startedAt", counted.whole().from()));
        if (executions.isNullable("startedAt")) {
            any.add(conditions.noStart());
        }
        if (executions.isNullable("automationId")) {
            any.add(conditions.noAutomation());
        }
        return Sql.join(" OR ", any);
    }
}
