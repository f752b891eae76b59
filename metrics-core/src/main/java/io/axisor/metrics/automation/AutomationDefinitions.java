package io.axisor.metrics.automation;

import static io.axisor.metrics.definition.RowAxis.EXECUTION_DURATIONS;
import static io.axisor.metrics.definition.RowAxis.USERS_EXISTING;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.TODAY;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.Statistic;
import java.util.List;

/** What the metrics of the automation domain mean. */
public final class AutomationDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "automation";

    /** The tag that names an automation's type. */
    public static final String TYPE = "automation";

    /** Automations that exist. */
    public static final MetricDefinition AUTOMATIONS = of("automations", MetricUnit.AUTOMATIONS)
            .tags("state", TYPE)
            .restsOn(RowAxis.AUTOMATIONS)
            .describedAs("Automations created before t, by type; active or inactive as their flag says now, also for a"
                    + " past t");

    /** Active automations by plan. */
    public static final MetricDefinition USAGE = of("automations.usage", MetricUnit.AUTOMATIONS)
            .tags("plan")
            .restsOn(RowAxis.AUTOMATIONS)
            .describedAs("Active automations, by their owner's plan");

    /** Owners of active automations. */
    public static final MetricDefinition OWNERS = of("automations.owners", MetricUnit.USERS)
            .tags("plan")
            .restsOn(RowAxis.AUTOMATIONS)
            .describedAs("Distinct owners of active automations, by their plan");

    /** The share of accounts that automate. */
    public static final MetricDefinition ADOPTION = of("automations.adoption", MetricUnit.RATIO)
            .restsOn(RowAxis.AUTOMATIONS, USERS_EXISTING)
            .describedAs("Distinct accounts with an active automation ÷ accounts");

    /** Executions. */
    public static final MetricDefinition EXECUTIONS = of("automations.executions", MetricUnit.EXECUTIONS)
            .windows(ROLLING_24H, ROLLING_30D, TODAY)
            .tags(Outcome.TAG, TYPE)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Executions started in the window, by their automation's type and how they ended");

    /** {@link io.axisor.metrics.value.SuccessRate} by type. */
    public static final MetricDefinition SUCCESS = of("automations.success", MetricUnit.RATIO)
            .windows(ROLLING_24H, ROLLING_30D)
            .tags(TYPE)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Of the executions started in the window, succeeded ÷ (succeeded + failed), by type");

    /** {@link io.axisor.metrics.value.SuccessRate} over all types. */
    public static final MetricDefinition SUCCESS_OVERALL = of("automations.success.overall", MetricUnit.RATIO)
            .windows(ROLLING_24H, ROLLING_30D)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Of the executions started in the window, succeeded ÷ (succeeded + failed), over all types");

    /** {@link io.axisor.metrics.value.DurationHistogram} of executions. */
    public static final MetricDefinition DURATION = of("automations.duration", MetricUnit.SECONDS)
            .windows(ROLLING_24H, ROLLING_30D)
            .statistics(Statistic.MEAN, Statistic.P50, Statistic.P95, Statistic.MAX)
            .restsOn(RowAxis.EXECUTIONS, EXECUTION_DURATIONS)
            .describedAs(
                    "How long the executions took that started in the window and have ended; percentiles within 5 %");

    /** Executions that guard margins. */
    public static final MetricDefinition MARGIN_GUARD_ACTIONS = of("margin.guard.actions", MetricUnit.EXECUTIONS)
            .windows(TODAY, ROLLING_30D, LIFETIME)
            .tags(Outcome.TAG)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Executions of automations that guard margins, started in the window, by how they ended");

    /** {@link io.axisor.metrics.value.SuccessRate} of executions that guard margins. */
    public static final MetricDefinition MARGIN_GUARD_SUCCESS = of("margin.guard.success", MetricUnit.RATIO)
            .windows(TODAY, ROLLING_30D, LIFETIME)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Of the executions that guard margins, succeeded ÷ (succeeded + failed)");

    /** Accounts whose margins are guarded. */
    public static final MetricDefinition MARGIN_GUARD_OWNERS = of("margin.guard.owners", MetricUnit.USERS)
            .windows(TODAY, ROLLING_30D, LIFETIME)
            .restsOn(RowAxis.EXECUTIONS)
            .describedAs("Distinct accounts whose margins were guarded in the window, successfully or not");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(
            AUTOMATIONS,
            USAGE,
            OWNERS,
            ADOPTION,
            EXECUTIONS,
            SUCCESS,
            SUCCESS_OVERALL,
            DURATION,
            MARGIN_GUARD_ACTIONS,
            MARGIN_GUARD_SUCCESS,
            MARGIN_GUARD_OWNERS);

    private AutomationDefinitions() {}

    private static MetricDefinition.Builder of(String key, MetricUnit unit) {
        return MetricDefinition.of(DOMAIN, key, unit);
    }
}
