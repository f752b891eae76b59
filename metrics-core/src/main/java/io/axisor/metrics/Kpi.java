package io.axisor.metrics;

import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.value.Statistic;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The key performance indicators: each points at a metric, none has a value of its own. */
@SuppressWarnings("ImmutableEnumChecker") // definitions are immutable, only not annotated so
public enum Kpi {
    /** Accounts created today. */
    USER_ACQUISITION_RATE(UserDefinitions.NEW, Window.TODAY),
    /** The share of new accounts that came back. */
    USER_RETENTION_RATE(UserDefinitions.RETENTION, Window.ROLLING_30D),
    /** The share of active people who left. */
    USER_CHURN_RATE(UserDefinitions.CHURN, Window.ROLLING_30D),
    /** Growth of what was collected, by currency. */
    REVENUE_GROWTH_RATE(RevenueDefinitions.GROWTH, Window.ROLLING_30D),
    /** What a user is expected to bring in, by currency. */
    CUSTOMER_LIFETIME_VALUE(RevenueDefinitions.CLV, null),
    /** Revenue per account, by currency. */
    AVERAGE_REVENUE_PER_USER(RevenueDefinitions.ARPU, Window.ROLLING_30D),
    /** The share of accounts with an active automation. */
    AUTOMATION_ADOPTION_RATE(AutomationDefinitions.ADOPTION, null),
    /** The share of executions that succeeded. */
    AUTOMATION_SUCCESS_RATE(AutomationDefinitions.SUCCESS_OVERALL, Window.ROLLING_30D),
    /** The share of trades that succeeded. */
    TRADING_SUCCESS_RATE(TradingDefinitions.SUCCESS, Window.LIFETIME),
    /** Growth of the volume traded, by currency. */
    TRADING_VOLUME_GROWTH(TradingDefinitions.VOLUME_GROWTH, Window.ROLLING_30D),
    /** The share of time in which the process ran. */
    SYSTEM_UPTIME(SystemDefinitions.UPTIME, Window.ROLLING_30D),
    /** How long a request takes on average. */
    AVERAGE_RESPONSE_TIME(SystemDefinitions.RESPONSE_TIME, Window.ROLLING_24H, Statistic.MEAN),
    /** The share of requests answered with a server error. */
    ERROR_RATE(SystemDefinitions.ERRORS, Window.ROLLING_24H);

    private final MetricDefinition definition;
    private final @Nullable Window window;
    private final @Nullable Statistic statistic;

    Kpi(MetricDefinition definition, @Nullable Window window) {
        this(definition, window, null);
    }

    Kpi(MetricDefinition definition, @Nullable Window window, @Nullable Statistic statistic) {
        this.definition = definition;
        this.window = window;
        this.statistic = statistic;
    }

    /**
     * The indicator's name in data.
     *
     * @return such as {@code user_churn_rate}
     */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The metric that the indicator points at.
     *
     * @return its definition
     */
    public MetricDefinition definition() {
        return definition;
    }

    /**
     * The window of the metric.
     *
     * @return the window; empty for a state at an instant
     */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }

    /**
     * The statistic of the metric.
     *
     * @return the statistic; empty for a metric that is one number
     */
    public Optional<Statistic> statistic() {
        return Optional.ofNullable(statistic);
    }
}
