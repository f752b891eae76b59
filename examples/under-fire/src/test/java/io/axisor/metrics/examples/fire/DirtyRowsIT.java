package io.axisor.metrics.examples.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.PaymentsMapping;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.DataIssues;
import io.axisor.metrics.value.Measurement;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that say nonsense: a million of them, amounts at the limits of their types, a status that nobody mapped. */
@Timeout(120)
class DirtyRowsIT {

    private static final Figures FIGURES = Figures.of(DirtyRowsIT.class);

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static void run(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static MetricsRefresher refresher(String table, Consumer<PaymentsMapping> money) {
        MetricsSchema schema = MetricsSchema.builder()
                .payments(p -> money.accept(p.table(table)
                        .userId("account")
                        .amount("amount")
                        .status("status")
                        .succeeded("paid")
                        .failed("failed")
                        .createdAt("created_at")))
                .build();
        return MetricsRefresher.builder(BusinessMetrics.of(
                        JdbcMetricsDataSource.of(server.getPostgresDatabase(), schema), ZoneOffset.UTC))
                .build();
    }

    private static BigDecimal collected(MetricsSnapshot snapshot, String currency) {
        return snapshot.find("revenue.lifetime", null).stream()
                .filter(m -> currency.equals(m.tags().get("currency")))
                .map(m -> m.value().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The checks that found something. */
    private static Map<String, Integer> issues(MetricsSnapshot snapshot) {
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
        run("""
                CREATE TABLE dirty AS
                SELECT CASE WHEN id % 5 <> 0 THEN id END AS account,
                       CASE WHEN id % 5 <> 1 THEN 7 ELSE -1 END AS amount,
                       CASE WHEN id % 5 <> 2 THEN 'paid' ELSE 'oops-' || id END AS status,
                       CASE WHEN id % 5 <> 3 THEN 'EUR' ELSE 'XXQ' END AS currency,
                       CASE WHEN id % 5 <> 4 THEN now() - interval '3 days'
                            ELSE now() + interval '9 days' END AS created_at
                FROM generate_series(1, 1000000) id""", """
                INSERT INTO dirty SELECT id, 7, 'paid', 'EUR', now() - interval '3 days'
                FROM generate_series(1, 1000) id""");
        try (MetricsRefresher refresher = refresher("dirty", p -> p.currency("currency"))) {
            refresher.refresh();
            long begun = System.nanoTime();
            MetricsSnapshot snapshot = refresher.refresh();
            FIGURES.record("refresh over a million dirty rows", Duration.ofNanos(System.nanoTime() - begun));

            assertThat(issues(snapshot))
                    .isEqualTo(Map.of(
                            "payments.user", 200_000,
                            "payments.amount", 200_000,
                            "payments.status", 200_000,
                            "payments.currency", 200_000,
                            "payments.future", 200_000));
            assertThat(collected(snapshot, "EUR")).isEqualByComparingTo("7000");
            assertThat(snapshot.find("revenue.lifetime", null))
                    .extracting(m -> m.tags().get("currency"))
                    .containsExactly("EUR");
            FIGURES.record("dirty rows counted as what they are", "5 x 200 000");
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
            FIGURES.record("three times " + amount + " as " + type, collected(snapshot, "EUR"));
        }
    }

    @Test
    void anAmountBeyondAllMoneyIsADirtyRow() throws SQLException {
        try (MetricsRefresher refresher = refresherOfThree("NUMERIC(38)", "9".repeat(38))) {
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("revenue").lastFailure()).isEmpty();
            assertThat(issues(snapshot)).isEqualTo(Map.of("payments.amount", 3));
        }
    }

    private static MetricsRefresher refresherOfThree(String type, String amount) throws SQLException {
        run(
                "DROP TABLE IF EXISTS large",
                "CREATE TABLE large (account INT, amount " + type + ", status TEXT, created_at TIMESTAMPTZ)",
                "INSERT INTO large SELECT id, " + amount + ", 'paid', now() - interval '1 day'"
                        + " FROM generate_series(1, 3) id");
        return refresher("large", p -> p.fixedCurrency(CurrencyUnit.of("EUR")));
    }

    @Test
    void aBigintOfMinorUnitsAtItsLimitIsShownInMajorUnits() throws SQLException {
        run(
                "DROP TABLE IF EXISTS minor",
                "CREATE TABLE minor (account INT, amount BIGINT, status TEXT, created_at TIMESTAMPTZ)",
                "INSERT INTO minor SELECT id, 9223372036854775807, 'paid', now() - interval '1 day'"
                        + " FROM generate_series(1, 2) id");
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

    @Test
    void whatIsNoNumberAndAStatusThatNobodyMappedAreCountedWhileTheHostGoesOn() throws SQLException {
        run(
                "DROP TABLE IF EXISTS odd",
                "CREATE TABLE odd (account INT, amount FLOAT8, status TEXT, created_at TIMESTAMPTZ)",
                "INSERT INTO odd VALUES (1, 5.25, 'paid', now() - interval '1 day')");
        try (MetricsRefresher refresher = refresher("odd", p -> p.fixedCurrency(CurrencyUnit.of("EUR")))) {
            assertThat(issues(refresher.refresh())).isEmpty();
            run(
                    "INSERT INTO odd SELECT 1, amount, status, now() - interval '1 day' FROM (VALUES ('NaN'::float8, 'paid'),"
                            + " ('Infinity', 'paid'), ('-Infinity', 'paid'), (1.7e308, 'paid'),"
                            + " (5, 'chargeback')) rows (amount, status)");
            MetricsSnapshot snapshot = refresher.refresh();

            assertThat(refresher.health("revenue").lastFailure()).isEmpty();
            assertThat(issues(snapshot)).isEqualTo(Map.of("payments.amount", 4, "payments.status", 1));
            assertThat(collected(snapshot, "EUR")).isEqualByComparingTo("5.25");
        }
    }
}
