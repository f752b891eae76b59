package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The embedding that the README shows: it runs, and the README shows exactly these lines. */
class ReadmeEmbeddingTest {

    private static MetricsRefresher embed(DataSource dataSource, MeterRegistry registry) {
        // tag::embedding
        MetricsSchema schema = MetricsSchema.builder()
                .users(t -> t.table("accounts").id("account_no").createdAt("opened_at"))
                .payments(t -> {
                    t.table("payments").userId("account_no").amount("amount").currency("currency");
                    t.createdAt("created_at").paidAt("paid_at").status("state");
                    t.succeeded("PAID").refunded("REFUNDED").failed("DECLINED").pending("OPEN");
                })
                .build();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(dataSource, schema);
        source.verify().orThrow();
        BusinessMetrics metrics = BusinessMetrics.of(source, ZoneId.of("Europe/Berlin"));
        MetricsRefresher refresher = MetricsRefresher.builder(metrics).build().start();
        BusinessMetricsBinder.of(refresher).bindTo(registry);
        // end::embedding
        return refresher;
    }

    @Test
    void theEmbeddingRuns() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (HikariDataSource dataSource = new HikariDataSource()) {
            dataSource.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
            createTables(dataSource);
            try (MetricsRefresher refresher = embed(dataSource, registry)) {
                long end = System.nanoTime() + 60_000_000_000L;
                while (!settled(refresher, registry) && System.nanoTime() < end) {
                    Thread.sleep(50);
                }
                assertThat(refresher.health()).allMatch(health -> health.up());
                assertThat(registry.get("business.users").gauge().value()).isEqualTo(2);
                assertThat(registry.get("business.revenue.lifetime")
                                .tag("currency", "EUR")
                                .gauge()
                                .value())
                        .isEqualTo(12.5);
            }
        }
    }

    private static boolean settled(MetricsRefresher refresher, MeterRegistry registry) {
        return refresher.health().stream().allMatch(health -> health.up())
                && registry.find("business.revenue.lifetime").gauge() != null;
    }

    private static void createTables(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE accounts (account_no INTEGER PRIMARY KEY, opened_at TIMESTAMP WITH TIME ZONE)");
            statement.execute(
                    "CREATE TABLE payments (account_no INTEGER, amount DECIMAL(12, 2), currency CHAR(3), state"
                            + " VARCHAR(10), created_at TIMESTAMP WITH TIME ZONE, paid_at TIMESTAMP WITH TIME ZONE)");
            statement.execute(
                    "INSERT INTO accounts VALUES (1, '2026-01-01 00:00:00+00'), (2, '2026-01-02 00:00:00+00')");
            statement.execute("INSERT INTO payments VALUES"
                    + " (1, 12.50, 'EUR', 'PAID', '2026-01-01 00:00:00+00', '2026-01-01 00:00:00+00'),"
                    + " (2, 99.00, 'EUR', 'DECLINED', '2026-01-02 00:00:00+00', NULL)");
        }
    }

    @Test
    void theReadmeShowsTheseLines() throws Exception {
        List<String> source = Files.readAllLines(
                Path.of("src/test/java/io/axisor/metrics/examples/quickstart/ReadmeEmbeddingTest.java"));
        String region = source.stream()
                .dropWhile(line -> !line.endsWith("// tag::" + "embedding"))
                .skip(1)
                .takeWhile(line -> !line.endsWith("// end::" + "embedding"))
                .collect(Collectors.joining("\n"))
                .stripIndent();
        assertThat(region.lines()).hasSizeBetween(8, 16);
        String readme = Files.readString(Path.of("../../README.md"));
        assertThat(Pattern.compile("(?s)```java\n(.*?)\n```").matcher(readme).results())
                .extracting(block -> block.group(1))
                .contains(region);
    }
}
