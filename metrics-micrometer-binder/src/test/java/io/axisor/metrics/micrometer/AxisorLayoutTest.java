package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AxisorLayoutTest {

    /**
     * Every series of the dashboards, as they are specified: gauge, labels joined by slashes in the order of the
     * specification, and the number that follows from {@link AxisorCompany}.
     */
    private static final String DASHBOARDS = """
        axisor_business_user_metrics total_users/all/all 4
        axisor_business_user_metrics total_users/free/all 3
        axisor_business_user_metrics total_users/pro/all 1
        axisor_business_user_metrics active_users/all/24h 1
        axisor_business_user_metrics active_users/all/7d 2
        axisor_business_user_metrics active_users/all/30d 2
        axisor_business_user_metrics new_users/all/today 1
        axisor_business_user_metrics new_users/all/this_week 1
        axisor_business_user_metrics new_users/all/this_month 1
        axisor_business_user_metrics retention_rate/all/30d 50
        axisor_business_user_metrics churn_rate/all/monthly 33.3333333333
        axisor_business_revenue_metrics total_revenue/all/all 1500
        axisor_business_revenue_metrics total_revenue/free/all 0
        axisor_business_revenue_metrics total_revenue/pro/all 1500
        axisor_business_revenue_metrics mrr/all/monthly 1000
        axisor_business_revenue_metrics growth_rate/all/monthly 100
        axisor_business_revenue_metrics arpu/all/all 375
        axisor_business_revenue_metrics clv/all/all 750
        axisor_business_revenue_metrics payment_success_rate/all/all 75
        axisor_business_revenue_metrics refund_rate/all/all 33.3333333333
        axisor_business_automation_metrics total/all/all 3
        axisor_business_automation_metrics active/all/all 2
        axisor_business_automation_metrics executions/all/today 2
        axisor_business_automation_metrics success_rate/all/all 66.6666666667
        axisor_business_automation_metrics margin_guard_actions/margin_guard/all 2
        axisor_business_automation_metrics usage_by_plan/all/free 0
        axisor_business_automation_metrics usage_by_plan/all/pro 2
        axisor_business_automation_metrics average_execution_time/all/all 3000
        axisor_business_trading_metrics total/all/all 4
        axisor_business_trading_metrics total/manual/all 3
        axisor_business_trading_metrics total/margin_guard/all 0
        axisor_business_trading_metrics total/tp_sl/all 1
        axisor_business_trading_metrics successful/all/all 3
        axisor_business_trading_metrics failed/all/all 1
        axisor_business_trading_metrics volume/all/all 180
        axisor_business_trading_metrics average_size/all/all 60
        axisor_business_trading_metrics success_rate/all/all 75
        axisor_business_trading_metrics max_drawdown/all/all 4
        axisor_business_trading_metrics sharpe_ratio/all/all 7.2534552
        axisor_business_trading_metrics win_rate/all/all 66.6666666667
        axisor_business_kpi_metrics user_acquisition_rate/current 1
        axisor_business_kpi_metrics user_retention_rate/current 50
        axisor_business_kpi_metrics user_churn_rate/current 33.3333333333
        axisor_business_kpi_metrics revenue_growth_rate/current 100
        axisor_business_kpi_metrics customer_lifetime_value/current 750
        axisor_business_kpi_metrics average_revenue_per_user/current 250
        axisor_business_kpi_metrics automation_adoption_rate/current 25
        axisor_business_kpi_metrics automation_success_rate/current 66.6666666667
        axisor_business_kpi_metrics trading_success_rate/current 75
        axisor_business_kpi_metrics trading_volume_growth/current 0
        axisor_business_kpi_metrics average_response_time/current 150
        axisor_business_kpi_metrics error_rate/current 0.5
        """;

    private static final Map<String, List<String>> LABELS = Map.of(
            "axisor_business_user_metrics", List.of("metric_type", "plan_type", "period"),
            "axisor_business_revenue_metrics", List.of("metric_type", "plan_type", "period"),
            "axisor_business_automation_metrics", List.of("metric_type", "automation_type", "status"),
            "axisor_business_trading_metrics", List.of("metric_type", "automation_type", "status"),
            "axisor_business_kpi_metrics", List.of("kpi_type", "period"));

    private final AxisorCompany company = new AxisorCompany();

    /** Gauge and labels, as the specification writes them, and the value. */
    private static Map<String, Double> shown(List<Series> series) {
        Map<String, Double> shown = new TreeMap<>();
        for (Series one : series) {
            String gauge = one.name().replace('.', '_');
            assertThat(one.tags().keySet()).containsExactlyInAnyOrderElementsOf(LABELS.get(gauge));
            String labels = LABELS.get(gauge).stream()
                    .map(label -> one.tags().get(label))
                    .collect(Collectors.joining("/"));
            assertThat(shown.put(gauge + " " + labels, one.value().doubleValue()))
                    .isNull();
        }
        return shown;
    }

    private MetricsSnapshot snapshot(InMemoryMetricsDataSource source) {
        try (MetricsRefresher refresher = company.refresher(source)) {
            return refresher.refresh();
        }
    }

    private Map<String, Double> shown(InMemoryMetricsDataSource source) {
        return shown(MeterLayout.axisor().series(snapshot(source)));
    }

    @Test
    void showsExactlyTheSeriesOfTheDashboardsWithTheirNumbers() {
        Map<String, Double> expected = new TreeMap<>();
        DASHBOARDS.lines().forEach(line -> {
            int value = line.lastIndexOf(' ');
            expected.put(line.substring(0, value), Double.valueOf(line.substring(value + 1)));
        });
        Map<String, Double> shown = shown(company.source().build());

        assertThat(shown.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach(
                (series, value) -> assertThat(shown.get(series)).as(series).isCloseTo(value, within(1e-7)));
    }

    @Test
    void bothLayoutsAreOneTextThatPrometheusReads() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (MetricsRefresher refresher = company.refresher(company.source().build());
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .layout(MeterLayout.axisor())
                        .build()) {
            binder.bindTo(registry);
            refresher.refresh();
            PrometheusText text = PrometheusText.parse(registry.scrape());

            assertThat(text.names()).containsAll(LABELS.keySet()).contains("business_users_churn_30d_ratio");
            assertThat(text.value(
                            "axisor_business_user_metrics",
                            Map.of("metric_type", "churn_rate", "plan_type", "all", "period", "monthly")))
                    .isCloseTo(100 / 3.0, within(1e-9));
            assertThat(text.value("business_users_churn_30d_ratio", Map.of())).isCloseTo(1 / 3.0, within(1e-12));
        }
    }

    @Test
    void whatTheDefinitionGivesNoValueIsZeroAndWhatIsNotMappedIsAbsent() {
        Map<String, Double> shown = shown(InMemoryMetricsDataSource.builder()
                .currencies(CurrencyUnit.of("SAT"))
                .accounts(List.of())
                .lastActivityOnAccounts()
                .trades(List.of())
                .build());

        assertThat(shown)
                .containsEntry("axisor_business_user_metrics total_users/all/all", 0.0)
                .containsEntry("axisor_business_user_metrics churn_rate/all/monthly", 0.0)
                .containsEntry("axisor_business_trading_metrics success_rate/all/all", 0.0)
                .containsEntry("axisor_business_trading_metrics sharpe_ratio/all/all", 0.0)
                .doesNotContainKey("axisor_business_revenue_metrics mrr/all/monthly")
                .doesNotContainKey("axisor_business_automation_metrics total/all/all")
                .doesNotContainKey("axisor_business_kpi_metrics automation_success_rate/current");
    }

    @Test
    void anErrorIsNeverZero() {
        InMemoryMetricsDataSource source =
                company.source().payments(new BrokenCollection<>()).build();

        assertThat(shown(source))
                .containsKey("axisor_business_trading_metrics total/all/all")
                .doesNotContainKey("axisor_business_revenue_metrics total_revenue/all/all")
                .doesNotContainKey("axisor_business_revenue_metrics payment_success_rate/all/all")
                .doesNotContainKey("axisor_business_kpi_metrics customer_lifetime_value/current");
    }

    @Test
    void moneyOfSeveralCurrenciesNeedsACurrencyToBeNamed() {
        company.payments.add(AxisorCompany.payment("5", "ann", 7, "EUR", PaymentStatus.SUCCEEDED, 1));
        MetricsSnapshot snapshot = snapshot(company.source().build());

        assertThat(shown(MeterLayout.axisor().series(snapshot)))
                .doesNotContainKeys(
                        "axisor_business_revenue_metrics total_revenue/all/all",
                        "axisor_business_revenue_metrics total_revenue/pro/all",
                        "axisor_business_revenue_metrics mrr/all/monthly",
                        "axisor_business_kpi_metrics customer_lifetime_value/current")
                .containsEntry("axisor_business_trading_metrics volume/all/all", 180.0);
        assertThat(shown(MeterLayout.axisor(CurrencyUnit.of("EUR")).series(snapshot)))
                .containsEntry("axisor_business_revenue_metrics total_revenue/all/all", 7.0)
                .containsEntry("axisor_business_revenue_metrics total_revenue/pro/all", 7.0);
    }

    /** A store that is out of reach. */
    private static final class BrokenCollection<E> extends AbstractCollection<E> {

        @Override
        public Iterator<E> iterator() {
            throw new MetricsDataException("out of reach");
        }

        @Override
        public int size() {
            throw new MetricsDataException("out of reach");
        }
    }
}
