package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.automation.ExecutionCounts;
import io.axisor.metrics.automation.MarginGuardCounts;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.OutcomeCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts executions, by the types of the automations that were executed. */
final class InMemoryExecutions {

    private static final Set<DataCheck> CHECKS =
            EnumSet.range(DataCheck.EXECUTIONS_AUTOMATION, DataCheck.EXECUTIONS_FUTURE);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final CheckedRows<Execution> executions;
    private final DataIssues shares;
    private final Map<String, Automation> automations = new HashMap<>();

    InMemoryExecutions(InMemoryMetricsDataSource source, Collection<Execution> rows, AsOf at) {
        this.source = source;
        this.at = at;
        this.executions = CheckedRows.of(rows, at, CHECKS, Execution::startedAt, this::check);
        this.shares = new InMemoryLeftOut<>(rows, at, Execution::startedAt, this::check)
                .byBirth(RowAxis.EXECUTIONS)
                .shares()
                .plus(ofDurations());
        if (source.automations != null) {
            UniqueIds.require("automations", "execution", source.automations, Automation::id);
            source.automations.forEach(automation -> automations.put(automation.id(), automation));
        }
    }

    private @Nullable DataCheck check(Execution execution) {
        if (execution.automationId() == null) {
            return DataCheck.EXECUTIONS_AUTOMATION;
        }
        if (execution.startedAt() == null) {
            return DataCheck.EXECUTIONS_STARTED_AT;
        }
        return isFuture(execution.startedAt(), at) ? DataCheck.EXECUTIONS_FUTURE : null;
    }

    private DataIssues ofDurations() {
        List<Execution> ended = executions.clean().stream()
                .filter(execution -> duration(execution).isPresent())
                .toList();
        return new InMemoryLeftOut<>(
                        ended,
                        at,
                        Execution::startedAt,
                        execution -> duration(execution)
                                .filter(Duration::isNegative)
                                .map(negative -> DataCheck.EXECUTIONS_DURATION)
                                .orElse(null))
                .byBirth(RowAxis.EXECUTION_DURATIONS)
                .shares();
    }

    void count(AutomationFacts.Builder facts) {
        facts.issues(executions.issues()).issues(shares);
        facts.issues(DataCheck.issues(
                EnumSet.of(DataCheck.EXECUTIONS_DURATION), Map.of(DataCheck.EXECUTIONS_DURATION, negativeDurations())));
        facts.executions(Finding.ok(byWindow(AutomationDefinitions.EXECUTIONS.windows(), this::counts)));
        facts.durations(Finding.ok(byWindow(AutomationDefinitions.DURATION.windows(), this::durations)));
        if (source.automations != null) {
            facts.marginGuard(
                    Finding.ok(byWindow(AutomationDefinitions.MARGIN_GUARD_ACTIONS.windows(), this::guarded)));
        }
    }

    private <C> Map<Window, C> byWindow(List<Window> windows, Function<List<Execution>, C> counting) {
        Map<Window, C> byWindow = new EnumMap<>(Window.class);
        for (Window window : windows) {
            byWindow.put(window, counting.apply(startedIn(at.range(window))));
        }
        return byWindow;
    }

    private List<Execution> startedIn(TimeRange range) {
        return executions.clean().stream()
                .filter(execution -> InMemoryUsers.within(range, execution.startedAt()))
                .toList();
    }

    private ExecutionCounts counts(List<Execution> started) {
        return new ExecutionCounts(
                byType(started, Outcome.SUCCEEDED), byType(started, Outcome.FAILED), byType(started, Outcome.OTHER));
    }

    private Breakdown byType(List<Execution> started, Outcome outcome) {
        return Breakdown.of(source.automationCatalogue.known())
                .plusEach(
                        started.stream()
                                .filter(execution -> outcome(execution) == outcome)
                                .toList(),
                        this::type);
    }

    private @Nullable String type(Execution execution) {
        Automation automation = automations.get(execution.automationId());
        return automation == null ? null : automation.type();
    }

    /** One that ended at the instant or later was still running. */
    private Outcome outcome(Execution execution) {
        Instant finished = execution.finishedAt();
        return finished == null || finished.isBefore(at.instant()) ? execution.outcome() : Outcome.OTHER;
    }

    private DurationHistogram durations(List<Execution> started) {
        return DurationHistogram.of(
                allDurations(started).filter(duration -> !duration.isNegative()).toList());
    }

    /** Of the longest window of durations: no other duration is looked at. */
    private long negativeDurations() {
        return allDurations(startedIn(at.range(ROLLING_30D)))
                .filter(Duration::isNegative)
                .count();
    }

    /** Of those that had ended at the instant. */
    private Stream<Duration> allDurations(List<Execution> started) {
        return started.stream().flatMap(execution -> duration(execution).stream());
    }

    private Optional<Duration> duration(Execution execution) {
        Instant from = execution.startedAt();
        Instant to = execution.finishedAt();
        return from == null || to == null || !to.isBefore(at.instant())
                ? Optional.empty()
                : Optional.of(Duration.between(from, to));
    }

    private MarginGuardCounts guarded(List<Execution> started) {
        OutcomeCounts actions = OutcomeCounts.NONE;
        Set<String> owners = new HashSet<>();
        for (Execution execution : started) {
            Automation automation = automations.get(execution.automationId());
            if (automation != null && isMarginGuard(automation.type())) {
                actions = actions.plus(outcome(execution), 1);
                if (automation.userId() != null) {
                    owners.add(automation.userId());
                }
            }
        }
        return new MarginGuardCounts(actions, owners.size());
    }

    private boolean isMarginGuard(@Nullable String type) {
        return type != null && source.automationCatalogue.marginGuard().contains(type);
    }
}
