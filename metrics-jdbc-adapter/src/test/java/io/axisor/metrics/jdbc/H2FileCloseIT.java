package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** H2 closes the file of a database, for everybody, when a thread that reads it is interrupted. */
@Timeout(120)
class H2FileCloseIT {

    private static final int REFRESHERS = 12;

    @TempDir
    private Path folder;

    @Test
    void closingARefresherLeavesTheHostItsDatabase() throws SQLException, InterruptedException {
        JdbcDataSource database = new JdbcDataSource();
        // Without a cache every row is read from the file.
        database.setURL("jdbc:h2:file:" + folder.resolve("host") + ";CACHE_SIZE=0");
        try (Connection host = database.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("CREATE TABLE orders (id INT PRIMARY KEY, note VARCHAR(200))");
            statement.execute("INSERT INTO orders SELECT x, REPEAT('x', 200) FROM SYSTEM_RANGE(1, 40000)");
            for (int round = 1; round <= REFRESHERS; round++) {
                MetricsRefresher refresher = longRefresh(database).start();
                Thread.sleep(30L * round); // wherever in its reading the statement is then
                long begun = System.nanoTime();
                refresher.close();

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
                statement.execute("INSERT INTO orders VALUES (" + -round + ", 'after close')");
                assertThat(ordersAfterClose(statement)).isEqualTo(round);
            }
        }
    }

    /** The refresh of a SELECT that would take minutes. */
    private static MetricsRefresher longRefresh(JdbcDataSource database) {
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", database)
                .queryTimeout(Duration.ofMinutes(2))
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "orders", new MetricUnit("orders"))
                                .describedAs("Pairs of orders"),
                        "SELECT COUNT(*) FROM orders a CROSS JOIN orders b WHERE a.note <> b.note || a.id"))
                .build();
        BusinessMetrics metrics = BusinessMetrics.builder(
                        InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                .domain(domain)
                .build();
        return MetricsRefresher.builder(metrics).build();
    }

    private static int ordersAfterClose(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM orders WHERE id < 0")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
