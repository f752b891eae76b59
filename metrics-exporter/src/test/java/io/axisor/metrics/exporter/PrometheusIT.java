package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** For more than a minute, a real Prometheus watches the exporter, whose database is stopped and comes back. */
@Tag("minutes")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class PrometheusIT {

    private static final String ALERT = "BusinessRefreshFailing";

    @TempDir
    private Path folder;

    @Test
    void everyRuleEvaluatesAndTheAlertOfAStoppedDatabaseFiresAndResolves() throws Exception {
        EmbeddedPostgres server = server(0);
        try {
            makeCompany(server);
            try (ExporterProcess exporter = new ExporterProcess(folder, "exporter", config(server));
                    PrometheusProcess prometheus = new PrometheusProcess(folder, exporter.port())) {
                await(() -> prometheus.query("job_status:business_payments:max").count() == 4);
                await(() -> prometheus
                        .rules()
                        .allMatch(rule -> rule.get("health").asText().equals("ok")));
                assertThat(prometheus.rules()).hasSizeGreaterThanOrEqualTo(11);
                await(() -> prometheus.query("business_users").count() == 2);
                assertThat(prometheus.firing()).isEmpty();

                int port = server.getPort();
                server.close();
                await(() -> prometheus.firing().anyMatch(ALERT::equals));
                assertThat(prometheus.query("business_users"))
                        .as("last good values stay")
                        .hasSize(2);
                assertThat(prometheus.query("business_refresh_up{domain='users'} == 0"))
                        .hasSize(1);

                server = server(port);
                await(() -> prometheus.firing().findAny().isEmpty());
                await(() ->
                        prometheus.query("business_refresh_up == 0").findAny().isEmpty());
                assertThat(prometheus.rules())
                        .allMatch(rule -> rule.get("health").asText().equals("ok"));
            }
        } finally {
            server.close();
        }
    }

    /** The same data again at the same port, where there are any. */
    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static void makeCompany(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                CREATE TABLE accounts AS
                    SELECT id, CASE WHEN random() < 0.2 THEN 'pro' ELSE 'free' END AS plan,
                        now() - random() * interval '400 days' AS created_at
                    FROM generate_series(1, 20000) id;
                CREATE TABLE payments AS
                    SELECT id, 1 + id % 20000 AS account_id, round((5 + 50 * random())::numeric, 2) AS amount,
                        CASE WHEN random() < 0.95 THEN 'PAID' ELSE 'DECLINED' END AS state,
                        now() - random() * interval '90 days' AS created_at
                    FROM generate_series(1, 60000) id;
                CREATE INDEX ON accounts (created_at);
                CREATE INDEX ON payments (created_at);
                """);
        }
    }

    private static String config(EmbeddedPostgres server) throws IOException {
        String shop = Files.readString(Shop.CONFIG);
        return "query-timeout: 2s\n"
                + shop.replaceFirst("listen: .*\n", "")
                        .replace("interval: 10s", "interval: 5s")
                        .replaceFirst("url: .*", "url: " + server.getJdbcUrl("postgres", "postgres"));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.sleep(1000);
        }
    }
}
