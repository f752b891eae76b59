package io.axisor.metrics.automation;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.OutcomeCounts;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.SuccessRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The metrics of the automation domain at one instant. Immutable. */
public final class AutomationMetrics extends DomainMetrics {

    private final Finding<BigDecimal> adopters;

    private AutomationMetrics(
            AsOf at, List<Measurement> measurements, List<LeftOutRows> leftOut, Finding<BigDecimal> adopters) {
        super(AutomationDefinitions.DOMAIN, at, measurements, leftOut);
        this.adopters = adopters;
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static AutomationMetrics of(AutomationFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, facts.issues());
        recordAutomations(facts.automations(), recorder);
        recordExecutions(facts.executions(), rules.topValues(), recorder);
        for (Window window : AutomationDefinitions.DURATION.windows()) {
            recorder.durations(
                    AutomationDefinitions.DURATION,
                    window,
                    facts.durations().map(durations -> Counted.over(durations, window, "AutomationFacts.durations")));
        }
        recordMarginGuard(facts.marginGuard(), recorder);
        recorder.issues(facts.issues());
        return new AutomationMetrics(
                at,
                recorder.measurements(),
                facts.issues().leftOut(),
                facts.adopters().map(BigDecimal::valueOf));
    }

    private static void recordAutomations(Finding<AutomationCounts> automations, MeasurementRecorder recorder) {
        recorder.breakdowns(
                AutomationDefinitions.AUTOMATIONS,
                null,
                automations.map(counts -> Map.of("active", counts.active(), "inactive", counts.inactive())));
        recorder.breakdown(
                AutomationDefinitions.USAGE, null, Map.of(), automations.map(AutomationCounts::activeByPlan));
        recorder.breakdown(
                AutomationDefinitions.OWNERS, null, Map.of(), automations.map(AutomationCounts::ownersByPlan));
    }

    private static void recordExecutions(
            Finding<Map<Window, ExecutionCounts>> executions, int topTypes, MeasurementRecorder recorder) {
        for (Window window : AutomationDefinitions.EXECUTIONS.windows()) {
            recorder.breakdowns(
                    AutomationDefinitions.EXECUTIONS,
                    window,
                    in(window, executions).map(ExecutionCounts::byOutcome));
        }
        for (Window window : AutomationDefinitions.SUCCESS.windows()) {
            recordSuccess(window, in(window, executions), topTypes, recorder);
        }
    }

    private static Finding<ExecutionCounts> in(Window window, Finding<Map<Window, ExecutionCounts>> executions) {
        return executions.map(byWindow -> Counted.over(byWindow, window, "AutomationFacts.executions"));
    }

    /** The types are folded by all executions, as the executions themselves are shown. */
    private static void recordSuccess(
            Window window, Finding<ExecutionCounts> executions, int topTypes, MeasurementRecorder recorder) {
        Finding<Breakdown> shown = executions.map(counts -> counts.all().top(topTypes));
        List<String> types =
                shown.value().map(whole -> List.copyOf(whole.parts().keySet())).orElse(List.of());
        for (String type : types) {
            recorder.ratio(
                    AutomationDefinitions.SUCCESS,
                    window,
                    Map.of(AutomationDefinitions.TYPE, type),
                    executions.combine(shown, (counts, whole) -> successOf(type, counts, whole)));
        }
        if (types.isEmpty()) {
            recorder.ratio(
                    AutomationDefinitions.SUCCESS,
                    window,
                    Map.of(),
                    executions.flatMap(counts -> Finding.noData("nothing was executed in the window")));
        }
        recorder.ratio(
                AutomationDefinitions.SUCCESS_OVERALL,
                window,
                Map.of(),
                executions.flatMap(counts -> SuccessRate.of(
                        counts.succeeded().total().longValueExact(),
                        counts.failed().total().longValueExact())));
    }

    private static Finding<Ratio> successOf(String type, ExecutionCounts counts, Breakdown shown) {
        return SuccessRate.of(of(type, counts.succeeded(), shown), of(type, counts.failed(), shown));
    }

    private static long of(String type, Breakdown counts, Breakdown shown) {
        return counts.foldedLike(shown)
                .parts()
                .getOrDefault(type, BigDecimal.ZERO)
                .longValueExact();
    }

    private static void recordMarginGuard(
            Finding<Map<Window, MarginGuardCounts>> marginGuard, MeasurementRecorder recorder) {
        for (Window window : AutomationDefinitions.MARGIN_GUARD_ACTIONS.windows()) {
            Finding<MarginGuardCounts> guarded =
                    marginGuard.map(byWindow -> Counted.over(byWindow, window, "AutomationFacts.marginGuard"));
            Finding<OutcomeCounts> actions = guarded.map(MarginGuardCounts::actions);
            recorder.breakdown(
                    AutomationDefinitions.MARGIN_GUARD_ACTIONS,
                    window,
                    Map.of(),
                    actions.map(OutcomeCounts::byOutcome));
            recorder.ratio(
                    AutomationDefinitions.MARGIN_GUARD_SUCCESS,
                    window,
                    Map.of(),
                    actions.flatMap(OutcomeCounts::successRate));
            recorder.number(
                    AutomationDefinitions.MARGIN_GUARD_OWNERS,
                    window,
                    Map.of(),
                    guarded.map(MarginGuardCounts::owners));
        }
    }

    @Override
    public AutomationMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new AutomationMetrics(at(), changed(change), leftOut(), change.apply(adopters));
    }

    /**
     * Automations that exist, {@code automations}.
     *
     * @return a count by state and type
     */
    public List<Measurement> automations() {
        return all(AutomationDefinitions.AUTOMATIONS, null);
    }

    /**
     * Active automations, {@code automations.usage}.
     *
     * @return a count by their owner's plan
     */
    public List<Measurement> usage() {
        return all(AutomationDefinitions.USAGE, null);
    }

    /**
     * People with active automations, {@code automations.owners}.
     *
     * @return a count by plan
     */
    public List<Measurement> owners() {
        return all(AutomationDefinitions.OWNERS, null);
    }

    /**
     * Distinct accounts that exist and have an active automation, the numerator of {@code automations.adoption}.
     *
     * @return their number
     */
    public Finding<BigDecimal> adopters() {
        return adopters;
    }

    /**
     * What was executed, {@code automations.executions}.
     *
     * @param window 24h, 30d or today
     * @return a count by outcome and type
     */
    public List<Measurement> executions(Window window) {
        return all(AutomationDefinitions.EXECUTIONS, window);
    }

    /**
     * The share of executions that succeeded, {@code automations.success}.
     *
     * @param window 24h or 30d
     * @return a ratio by type
     */
    public List<Measurement> success(Window window) {
        return all(AutomationDefinitions.SUCCESS, window);
    }

    /**
     * The share of executions of all types that succeeded, {@code automations.success.overall}.
     *
     * @param window 24h or 30d
     * @return the ratio
     */
    public Measurement overallSuccess(Window window) {
        return only(AutomationDefinitions.SUCCESS_OVERALL, window);
    }

    /**
     * How long executions took, {@code automations.duration}.
     *
     * @param window 24h or 30d
     * @param statistic mean, p50, p95 or max
     * @return seconds
     */
    public Measurement duration(Window window, Statistic statistic) {
        return only(AutomationDefinitions.DURATION, window, statistic);
    }

    /**
     * Executions that guard margins, {@code margin.guard.actions}.
     *
     * @param window today, 30d or lifetime
     * @return a count by outcome
     */
    public List<Measurement> marginGuardActions(Window window) {
        return all(AutomationDefinitions.MARGIN_GUARD_ACTIONS, window);
    }

    /**
     * The share of executions that guard margins which succeeded, {@code margin.guard.success}.
     *
     * @param window today, 30d or lifetime
     * @return the ratio
     */
    public Measurement marginGuardSuccess(Window window) {
        return only(AutomationDefinitions.MARGIN_GUARD_SUCCESS, window);
    }

    /**
     * People whose margins were guarded, {@code margin.guard.owners}.
     *
     * @param window today, 30d or lifetime
     * @return the count
     */
    public Measurement marginGuardOwners(Window window) {
        return only(AutomationDefinitions.MARGIN_GUARD_OWNERS, window);
    }
}
