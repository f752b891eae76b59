package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

/** A hundred thousand plans. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
abstract class CardinalityContract {

    private static final int PLANS = 100_000;
    private static final int CAP = 10_000;

    private static final MetricsSchema SCHEMA = MetricsSchema.builder()
            .localTimesIn(ZoneOffset.UTC)
            .users(u -> u.table("accounts").id("id").plan("plan").createdAt("created_at"))
            .payments(p -> p.table("payments")
                    .userId("account")
                    .amount("amount")
                    .fixedCurrency(CurrencyUnit.of("EUR"))
                    .status("status")
                    .succeeded("paid")
                    .createdAt("created_at"))
            .build();

    private final DatabaseServer server;
    private final HikariDataSource database = new HikariDataSource();
    private final Figures figures = Figures.of(getClass());

    CardinalityContract(DatabaseServer server) {
        this.server = server;
        database.setJdbcUrl(server.url());
    }

    @BeforeAll
    void fill() throws SQLException {
        server.run(
                "CREATE TABLE accounts AS SELECT n AS id, CONCAT('plan-', n) AS plan, " + server.secondsAgo("172800")
                        + " AS created_at FROM " + server.numbers(PLANS),
                "ALTER TABLE accounts ADD PRIMARY KEY (id)",
                "CREATE TABLE payments AS SELECT id AS account, 1 AS amount, 'paid' AS status, created_at FROM accounts");
    }

    @AfterAll
    void end() throws IOException {
        database.close();
        server.close();
    }

    private BusinessMetrics metrics(MeasurementRules rules) {
        return BusinessMetrics.builder(JdbcMetricsDataSource.of(database, SCHEMA), ZoneOffset.UTC)
                .rules(rules)
                .build();
    }

    @Test
    void aHundredThousandPlansFoldIntoFiftyAndTheRest() {
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(metrics(MeasurementRules.DEFAULT)).build()) {
            refresher.refresh(); // finds the mapping, warms up
            long begun = System.nanoTime();
            UserMetrics users = refresher.refresh().users();
            figures.record(
                    "refresh of all domains, 100 000 plans, 50 and the rest shown",
                    Duration.ofNanos(System.nanoTime() - begun));

            for (List<Measurement> byPlan : List.of(users.byPlan(), users.paying())) {
                assertThat(byPlan).hasSize(51);
                assertThat(byPlan)
                        .filteredOn(m -> Breakdown.OTHER.equals(m.tags().get("plan")))
                        .extracting(m -> m.value().orElseThrow().intValueExact())
                        .containsExactly(PLANS - 50);
            }
            assertThat(refresher.snapshot().find("revenue.lifetime", null)).hasSize(51);
        }
    }

    @Test
    void withoutFoldingTheCapHoldsAndTheHostsRegistryStays() {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        registry.counter("host.orders").increment(42);
        MeasurementRules all = new MeasurementRules(MeasurementRules.DEFAULT.confidence(), 30, 2 * PLANS);
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics(all)).build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            long begun = System.nanoTime();
            MetricsSnapshot snapshot = refresher.refresh();
            figures.record("refresh with all of them measured", Duration.ofNanos(System.nanoTime() - begun));
            long measured = snapshot.measurements().stream()
                    .filter(m -> m.value().isPresent())
                    .count();
            assertThat(measured).isGreaterThan(3 * PLANS);
            assertThat(value(registry, "business.series")).isEqualTo(CAP);
            assertThat(value(registry, "business.series.dropped")).isEqualTo((double) (measured - CAP));

            begun = System.nanoTime();
            String text = registry.scrape();
            figures.record("scrape at the cap of 10 000 series", Duration.ofNanos(System.nanoTime() - begun));
            assertThat(text).contains("host_orders_total 42.0", "business_series_dropped ");
            assertThat(text.lines().filter(line -> line.startsWith("business_")))
                    .hasSizeBetween(CAP, CAP + 100);
            figures.record("series measured, shown, dropped", measured + ", " + CAP + ", " + (measured - CAP));
        }
        assertThat(registry.scrape().lines().filter(line -> !line.startsWith("#")))
                .containsExactly("host_orders_total 42.0");
    }

    private static double value(MeterRegistry registry, String gauge) {
        return registry.get(gauge).gauge().value();
    }

    @Test
    void aStatementThatReturnsAHundredThousandSeriesIsRefusedAndTheOthersGoOn() {
        MetricDefinition accounts = MetricDefinition.of("wide", "accounts.wide", new MetricUnit("accounts"))
                .tags("plan")
                .describedAs("Accounts by plan");
        CustomSqlDomain wide = CustomSqlDomain.builder("wide", database)
                .times(TimeKind.localIn(ZoneOffset.UTC))
                .metric(CustomSqlMetric.of(
                        accounts, "SELECT plan, COUNT(*) FROM accounts WHERE created_at < :at GROUP BY plan"))
                .build();
        BusinessMetrics metrics = BusinessMetrics.builder(JdbcMetricsDataSource.of(database, SCHEMA), ZoneOffset.UTC)
                .domain(wide)
                .build();
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build()) {
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("wide").lastFailure().orElseThrow()).contains("more than 1000 rows");
            assertThat(refresher.health("users").up()).isTrue();
            assertThat(snapshot.users().total().get()).isEqualByComparingTo(new BigDecimal(PLANS));
        }
    }
}
