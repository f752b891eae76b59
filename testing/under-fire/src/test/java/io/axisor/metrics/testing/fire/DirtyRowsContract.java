package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.PaymentsMapping;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that say nonsense: a million of them, amounts at the limits of their types. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(120)
abstract class DirtyRowsContract {

    final DatabaseServer server;
    private final HikariDataSource database = new HikariDataSource();
    private final Figures figures = Figures.of(getClass());

    DirtyRowsContract(DatabaseServer server) {
        this.server = server;
        database.setJdbcUrl(server.url());
    }

    @AfterAll
    void end() throws IOException {
        database.close();
        server.close();
    }

    final MetricsRefresher refresher(String table, Consumer<PaymentsMapping> money) {
        MetricsSchema schema = MetricsSchema.builder()
                .localTimesIn(ZoneOffset.UTC)
                .payments(p -> money.accept(p.table(table)
                        .userId("account")
                        .amount("amount")
                        .status("status")
                        .succeeded("paid")
                        .failed("failed")
                        .createdAt("created_at")))
                .build();
        // With a value, however many rows were left out.
        MeasurementRules rules = new MeasurementRules(ConfidenceLevel.P95, 30, 50, new LeftOutLimits(0.05, 1, 1));
        return MetricsRefresher.builder(
                        BusinessMetrics.builder(JdbcMetricsDataSource.of(database, schema), ZoneOffset.UTC)
                                .rules(rules)
                                .build())
                .build();
    }

    static BigDecimal collected(MetricsSnapshot snapshot, String currency) {
        return snapshot.find("revenue.lifetime", null).stream()
                .filter(m -> currency.equals(m.tags().get("currency")))
                .map(m -> m.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The checks that found something. */
    static Map<String, Integer> issues(MetricsSnapshot snapshot) {
        Map<String, Integer> issues = new TreeMap<>();
        for (Measurement m : snapshot.find(DataIssues.DEFINITION.key(), null)) {
            int rows = m.value().orElseThrow().intValueExact();
            if (rows > 0) {
                issues.put(m.tags().get(DataIssues.CHECK), rows);
            }
        }
        return issues;
    }

    @Test
    void aMillionDirtyRowsAreCountedAndTheOthersAreRight() throws SQLException {
        String threeDaysAgo = server.secondsAgo("259200");
        server.run(
                """
                CREATE TABLE dirty AS
                SELECT n AS account,
                       CASE WHEN MOD(n, 5) <> 1 THEN 7 ELSE -1 END AS amount,
                       CASE WHEN MOD(n, 5) <> 2 THEN 'paid' ELSE CONCAT('oops-', n) END AS status,
                       CASE WHEN MOD(n, 5) <> 3 THEN 'EUR' ELSE 'XXQ' END AS currency,
                       CASE MOD(n, 5) WHEN 0 THEN NULL WHEN 4 THEN %2$s ELSE %1$s END AS created_at
                FROM %3$s\
                """.formatted(threeDaysAgo, server.secondsAgo("-777600"), server.numbers(1_000_000)),
                "INSERT INTO dirty SELECT n, 7, 'paid', 'EUR', " + threeDaysAgo + " FROM " + server.numbers(1000));
        try (MetricsRefresher refresher = refresher("dirty", p -> p.currency("currency"))) {
            refresher.refresh();
            long begun = System.nanoTime();
            MetricsSnapshot snapshot = refresher.refresh();
            figures.record("refresh over a million dirty rows", Duration.ofNanos(System.nanoTime() - begun));

            assertThat(issues(snapshot))
                    .isEqualTo(Map.of(
                            "payments.created_at", 200_000,
                            "payments.amount", 200_000,
                            "payments.status", 200_000,
                            "payments.currency", 200_000,
                            "payments.future", 200_000));
            assertThat(collected(snapshot, "EUR")).isEqualByComparingTo("7000");
            assertThat(snapshot.find("revenue.lifetime", null))
                    .extracting(m -> m.tags().get("currency"))
                    .containsExactly("EUR");
            figures.record("dirty rows counted as what they are", "5 x 200 000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BIGINT, 9223372036854775807, 27670116110564327421",
        "'NUMERIC(38, 8)', 999999999999999999999999999999.99999999, 2999999999999999999999999999999.99999997",
        "'NUMERIC(38, 18)', 99999999999999999999.999999999999999999, 299999999999999999999.999999999999999997"
    })
    void amountsAtTheLimitsOfTheirTypesAreAddedExactly(String type, String amount, String sum) throws SQLException {
        try (MetricsRefresher refresher = refresherOfThree(type, amount)) {
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("revenue").lastFailure()).isEmpty();
            assertThat(collected(snapshot, "EUR")).isEqualByComparingTo(sum);
            assertThat(issues(snapshot)).isEmpty();
            figures.record("three times " + amount + " as " + type, collected(snapshot, "EUR"));
        }
    }

    final MetricsRefresher refresherOfThree(String type, String amount) throws SQLException {
        makePayments("large", type, amount, 3);
        return refresher("large", p -> p.fixedCurrency(CurrencyUnit.of("EUR")));
    }

    @Test
    void aBigintOfMinorUnitsAtItsLimitIsShownInMajorUnits() throws SQLException {
        makePayments("minor", "BIGINT", "9223372036854775807", 2);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (MetricsRefresher refresher = refresher(
                        "minor", p -> p.fixedCurrency(CurrencyUnit.of("EUR")).minorUnits());
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            assertThat(collected(refresher.refresh(), "EUR")).isEqualByComparingTo("184467440737095516.14");
            assertThat(registry.get("business.revenue.gross.lifetime").gauge().value())
                    .isEqualTo(1.8446744073709552E17);
        }
    }

    /** Payments of one amount, a day ago. */
    final void makePayments(String table, String type, String amount, int number) throws SQLException {
        server.run(
                "DROP TABLE IF EXISTS " + table,
                "CREATE TABLE " + table + " AS SELECT n AS account, 'paid' AS status, " + server.secondsAgo("86400")
                        + " AS created_at FROM " + server.numbers(number),
                "ALTER TABLE " + table + " ADD amount " + type,
                "UPDATE " + table + " SET amount = " + amount);
    }
}
