package io.axisor.metrics.testing.federation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import io.trino.plugin.postgresql.PostgreSqlPlugin;
import io.trino.testing.DistributedQueryRunner;
import io.trino.testing.TestingSession;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accounts in one PostgreSQL database and payments in another: what the adapter makes of them through Trino is what it makes of
 * the same rows in one database without.
 */
class TwoDatabasesAsOneIT {

    private static final Instant T = Instant.parse("2026-03-01T00:00:00Z");

    private static final String ACCOUNTS = """
            CREATE TABLE accounts AS
            SELECT n AS id, TIMESTAMPTZ '2025-01-01 00:00:00Z' + n * INTERVAL '3 hours 7 minutes' AS created_at,
                CASE n % 3 WHEN 0 THEN 'pro' WHEN 1 THEN 'team' ELSE 'free' END AS plan
            FROM generate_series(1, 3000) n
            """;

    private static final String PAYMENTS = """
            CREATE TABLE payments AS
            SELECT n AS id, n * 31 % 2500 + 1 AS account_id, (n % 700 + 0.25)::NUMERIC(12, 2) AS amount,
                CASE WHEN n % 9 = 0 THEN 'failed' ELSE 'paid' END AS status,
                TIMESTAMPTZ '2025-01-05 00:00:00Z' + n * INTERVAL '50 minutes 13 seconds' AS paid_at
            FROM generate_series(1, 12000) n
            """;

    private static EmbeddedPostgres postgres;
    private static DistributedQueryRunner trino;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start();
        run(postgres.getPostgresDatabase(), "CREATE DATABASE crm", "CREATE DATABASE billing", "CREATE DATABASE whole");
        run(database("crm"), ACCOUNTS);
        run(database("billing"), PAYMENTS);
        run(database("whole"), ACCOUNTS, PAYMENTS);
        trino = DistributedQueryRunner.builder(
                        TestingSession.testSessionBuilder().build())
                .build();
        trino.installPlugin(new PostgreSqlPlugin());
        for (String name : List.of("crm", "billing")) {
            trino.createCatalog(
                    name,
                    "postgresql",
                    Map.of("connection-url", postgres.getJdbcUrl("postgres", name), "connection-user", "postgres"));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        trino.close();
        postgres.close();
    }

    private static DataSource database(String name) {
        return postgres.getDatabase("postgres", name);
    }

    private static void run(DataSource database, String... statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void twoDatabasesAreCountedAsOne() {
        JdbcMetricsDataSource one =
                JdbcMetricsDataSource.of(database("whole"), schema("public.accounts", "public.payments"));
        try (HikariDataSource pool = throughTrino()) {
            JdbcMetricsDataSource two = JdbcMetricsDataSource.builder(
                            pool, schema("crm.public.accounts", "billing.public.payments"))
                    .queryTimeout(Duration.ofMinutes(2))
                    .build();

            assertThat(two.verify().errors()).isEmpty();
            Measured measured = Measured.of(two, T);
            assertThat(values(measured)).isEqualTo(values(Measured.of(one, T))).isNotEmpty();
            measured.shows("users{plan=pro}", "1000");
        }
    }

    private static HikariDataSource throughTrino() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:trino://" + trino.getCoordinator().getBaseUrl().getAuthority() + "?explicitPrepare=false");
        config.setUsername("metrics");
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static MetricsSchema schema(String accounts, String payments) {
        return MetricsSchema.builder()
                .plans("free", "team", "pro")
                .users(u -> u.table(accounts).id("id").createdAt("created_at").plan("plan"))
                .payments(p -> p.table(payments)
                        .id("id")
                        .userId("account_id")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("USD"))
                        .status("status")
                        .succeeded("paid")
                        .failed("failed")
                        .createdAt("paid_at"))
                .build();
    }

    /** With its tags and parts, each on a line. */
    private static List<String> values(Measured measured) {
        return measured.snapshot().measurements().stream()
                .map(Measurement::toString)
                .sorted()
                .toList();
    }
}
