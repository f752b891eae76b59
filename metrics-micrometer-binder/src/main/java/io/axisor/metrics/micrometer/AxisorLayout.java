package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.AxisorFigure.figure;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.THIS_MONTH;
import static io.axisor.metrics.time.Window.THIS_WEEK;
import static io.axisor.metrics.time.Window.TODAY;

import io.axisor.metrics.Kpi;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The five gauges of the Axisor dashboards; see {@link MeterLayout#axisor()}. */
final class AxisorLayout implements MeterLayout {

    private static final String ALL = "all";
    private static final String PLAN = "plan";

    /** Stands in a label for each value of a tag. */
    private static final String EACH = "*";

    private final Optional<String> currency;

    AxisorLayout(@Nullable CurrencyUnit currency) {
        this.currency = Optional.ofNullable(currency).map(CurrencyUnit::code);
    }

    @Override
    public List<Series> series(MetricsSnapshot snapshot) {
        return Stream.of(USER, REVENUE, AUTOMATION, TRADING, kpis())
                .flatMap(List::stream)
                .flatMap(line -> line.series(snapshot, currency))
                .toList();
    }

    private static final List<Line> USER = List.of(
            user("total_users", ALL, ALL, figure(UserDefinitions.USERS, null)),
            user("total_users", EACH, ALL, figure(UserDefinitions.USERS, null)).each(PLAN),
            user("active_users", ALL, "24h", figure(UserDefinitions.ACTIVE, ROLLING_24H)),
            user("active_users", ALL, "7d", figure(UserDefinitions.ACTIVE, ROLLING_7D)),
            user("active_users", ALL, "30d", figure(UserDefinitions.ACTIVE, ROLLING_30D)),
            user("new_users", ALL, "today", figure(UserDefinitions.NEW, TODAY)),
            user("new_users", ALL, "this_week", figure(UserDefinitions.NEW, THIS_WEEK)),
            user("new_users", ALL, "this_month", figure(UserDefinitions.NEW, THIS_MONTH)),
            user("retention_rate", ALL, "30d", figure(UserDefinitions.RETENTION, ROLLING_30D)),
            user("churn_rate", ALL, "monthly", figure(UserDefinitions.CHURN, ROLLING_30D)));

    private static final List<Line> REVENUE = List.of(
            revenue("total_revenue", ALL, ALL, figure(RevenueDefinitions.LIFETIME_REVENUE, null)),
            revenue("total_revenue", EACH, ALL, figure(RevenueDefinitions.LIFETIME_REVENUE, null))
                    .each(PLAN),
            revenue("mrr", ALL, "monthly", figure(RevenueDefinitions.MRR, null)),
            revenue("growth_rate", ALL, "monthly", figure(RevenueDefinitions.GROWTH, ROLLING_30D)),
            revenue("arpu", ALL, ALL, figure(RevenueDefinitions.PER_ACCOUNT, LIFETIME)),
            revenue("clv", ALL, ALL, figure(RevenueDefinitions.CLV, null)),
            revenue("payment_success_rate", ALL, ALL, figure(RevenueDefinitions.SUCCESS, LIFETIME)),
            revenue("refund_rate", ALL, ALL, figure(RevenueDefinitions.REFUND_BY_NUMBER, LIFETIME)));

    private static final List<Line> AUTOMATION = List.of(
            automation("total", ALL, ALL, figure(AutomationDefinitions.AUTOMATIONS, null)),
            automation(
                    "active",
                    ALL,
                    ALL,
                    figure(AutomationDefinitions.AUTOMATIONS, null).only("active")),
            automation("executions", ALL, "today", figure(AutomationDefinitions.EXECUTIONS, TODAY)),
            automation("success_rate", ALL, ALL, figure(AutomationDefinitions.SUCCESS_OVERALL, ROLLING_30D)),
            automation(
                    "margin_guard_actions",
                    AutomationCatalogue.MARGIN_GUARD,
                    ALL,
                    figure(AutomationDefinitions.MARGIN_GUARD_ACTIONS, LIFETIME)),
            automation("usage_by_plan", ALL, EACH, figure(AutomationDefinitions.USAGE, null))
                    .each(PLAN),
            automation(
                    "average_execution_time",
                    ALL,
                    ALL,
                    figure(AutomationDefinitions.DURATION, ROLLING_30D).statistic(Statistic.MEAN)));

    private static final List<Line> TRADING = List.of(
            trading("total", ALL, ALL, figure(TradingDefinitions.TRADES, null)),
            trading("total", EACH, ALL, figure(TradingDefinitions.BY_AUTOMATION, null))
                    .each("automation"),
            trading(
                    "successful",
                    ALL,
                    ALL,
                    figure(TradingDefinitions.TRADES, null).only(Outcome.SUCCEEDED.key())),
            trading("failed", ALL, ALL, figure(TradingDefinitions.TRADES, null).only(Outcome.FAILED.key())),
            trading("volume", ALL, ALL, figure(TradingDefinitions.VOLUME, LIFETIME)),
            trading("average_size", ALL, ALL, figure(TradingDefinitions.SIZE, LIFETIME)),
            trading("success_rate", ALL, ALL, figure(TradingDefinitions.SUCCESS, LIFETIME)),
            trading("max_drawdown", ALL, ALL, figure(TradingDefinitions.DRAWDOWN, LIFETIME)),
            trading("sharpe_ratio", ALL, ALL, figure(TradingDefinitions.SHARPE, LIFETIME)),
            trading("win_rate", ALL, ALL, figure(TradingDefinitions.WIN, LIFETIME)));

    private static List<Line> kpis() {
        return Arrays.stream(Kpi.values())
                .map(kpi -> new Line(
                        "kpi",
                        Map.of("kpi_type", kpi.key(), "period", "current"),
                        new AxisorFigure(
                                kpi.definition(),
                                kpi.window().orElse(null),
                                kpi.statistic().orElse(null),
                                null),
                        null))
                .toList();
    }

    private static Line user(String type, String plan, String period, AxisorFigure figure) {
        return byPlan("user", type, plan, period, figure);
    }

    private static Line revenue(String type, String plan, String period, AxisorFigure figure) {
        return byPlan("revenue", type, plan, period, figure);
    }

    private static Line byPlan(String subject, String type, String plan, String period, AxisorFigure figure) {
        return new Line(subject, Map.of("metric_type", type, "plan_type", plan, "period", period), figure, null);
    }

    private static Line automation(String type, String automation, String status, AxisorFigure figure) {
        return byAutomation("automation", type, automation, status, figure);
    }

    private static Line trading(String type, String automation, String status, AxisorFigure figure) {
        return byAutomation("trading", type, automation, status, figure);
    }

    private static Line byAutomation(
            String subject, String type, String automation, String status, AxisorFigure figure) {
        return new Line(
                subject, Map.of("metric_type", type, "automation_type", automation, "status", status), figure, null);
    }

    /**
     * A series, or one for each value of a tag.
     *
     * @param subject what the gauge is about
     * @param labels its labels
     * @param figure its number
     * @param tag the tag whose values stand for {@link #EACH}; null for a single series
     */
    private record Line(
            String subject,
            Map<String, String> labels,
            AxisorFigure figure,
            @Nullable String tag) {

        private Line each(String newTag) {
            return new Line(subject, labels, figure, newTag);
        }

        private Stream<Series> series(MetricsSnapshot snapshot, Optional<String> currency) {
            return tag == null
                    ? figure.whole(snapshot, currency).stream().map(value -> series(ALL, value))
                    : figure.parts(snapshot, currency, tag).entrySet().stream()
                            .map(part -> series(part.getKey(), part.getValue()));
        }

        private Series series(String part, BigDecimal value) {
            return Series.of(
                    String.join(".", "axisor", "business", subject, "metrics"),
                    labels.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    label -> label.getValue().equals(EACH) ? part : label.getValue())),
                    value,
                    "Metrics of the Axisor dashboards: " + subject
                            + ". Shares are in percent, durations in milliseconds.");
        }
    }
}
