package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.TimeKind;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A host and the library behind a real PgBouncer that shares sessions between transactions: the next transaction on a session of
 * ours is the host's, and must not be able to tell.
 */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PoolerIT {

    private static final int REFRESHES = 100;
    private static final int SESSIONS = 3;
    private static final int CLIENTS = 4;
    private static final int TRANSACTIONS_AFTERWARDS = 500;

    private final Figures figures = Figures.of(getClass());
    private final AtomicInteger transactions = new AtomicInteger();
    private final Map<String, Integer> kinds = new ConcurrentHashMap<>();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();

    @Test
    void noTransactionOfTheHostsIsChangedByOurs() throws Exception {
        try (PostgresServer server = new PostgresServer()) {
            server.run(
                    "CREATE TABLE accounts AS SELECT n AS id, now() AT TIME ZONE 'UTC' AS created_at FROM "
                            + server.numbers(100),
                    "CREATE TABLE payments AS SELECT n AS id, n AS account_id, 10 AS amount, 'PAID' AS state,"
                            + " now() AT TIME ZONE 'UTC' AS created_at FROM " + server.numbers(100),
                    "CREATE TABLE counters AS SELECT 1 AS id, 0 AS n");
            try (PgBouncer pooler = new PgBouncer(server.port(), SESSIONS);
                    HikariDataSource hosts = poolOf(pooler, CLIENTS);
                    HikariDataSource ours = poolOf(pooler, 2)) {
                AtomicBoolean isOver = new AtomicBoolean();
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                for (int client = 0; client < CLIENTS; client++) {
                    clients.execute(() -> work(hosts, isOver));
                }
                refresh(ours);
                int during = transactions.get();
                Eventually.await("the host goes on", () -> transactions.get() >= during + TRANSACTIONS_AFTERWARDS);
                isOver.set(true);
                clients.shutdown();
                assertThat(clients.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

                assertThat(during).isPositive();
                assertThat(errors).isEmpty();
                assertThat(kinds).containsOnlyKeys("read committed, off");
                figures.record(
                        "refreshes behind PgBouncer; transactions of the host's beside and after; changed; failed",
                        REFRESHES + "; " + transactions + "; 0; 0");
            }
        }
    }

    private static HikariDataSource poolOf(PgBouncer pooler, int connections) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(pooler.url());
        pool.setMaximumPoolSize(connections);
        return pool;
    }

    private static void refresh(HikariDataSource pool) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(pool, schema());
        CustomSqlDomain own = CustomSqlDomain.builder("shop", pool)
                .metric(CustomSqlMetric.of(
                        MetricDefinition.of("shop", "paid", MetricUnit.ONE).describedAs("Payments"),
                        "SELECT COUNT(*) FROM payments WHERE created_at < :at"))
                .times(TimeKind.localIn(ZoneOffset.UTC))
                .build();
        assertThat(source.verify().errors()).isEmpty();
        assertThat(own.verify().errors()).isEmpty();
        BusinessMetrics metrics =
                BusinessMetrics.builder(source, ZoneOffset.UTC).domain(own).build();
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build()) {
            for (int refresh = 0; refresh < REFRESHES; refresh++) {
                refresher.refresh();
                assertThat(refresher.health())
                        .allSatisfy(domain -> assertThat(domain.lastFailure()).isEmpty());
            }
        }
    }

    private static MetricsSchema schema() {
        return MetricsSchema.builder()
                .localTimesIn(ZoneOffset.UTC)
                .users(u -> u.table("accounts").id("id").createdAt("created_at"))
                .payments(p -> p.table("payments")
                        .userId("account_id")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("EUR"))
                        .createdAt("created_at")
                        .status("state")
                        .succeeded("PAID"))
                .build();
    }

    private void work(HikariDataSource pool, AtomicBoolean isOver) {
        while (!isOver.get()) {
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    count(statement);
                    connection.commit();
                } catch (SQLException e) {
                    connection.rollback();
                    throw e;
                }
            } catch (SQLException e) {
                errors.merge(String.valueOf(e.getSQLState()), 1, Integer::sum);
            }
            transactions.incrementAndGet();
        }
    }

    /** A row that all clients change, which at another level of isolation fails those who come second. */
    private void count(Statement statement) throws SQLException {
        try (ResultSet kind = statement.executeQuery("SELECT current_setting('transaction_isolation') || ', ' ||"
                + " current_setting('transaction_read_only')")) {
            kind.next();
            kinds.merge(kind.getString(1), 1, Integer::sum);
        }
        statement.executeUpdate("UPDATE counters SET n = n + 1 WHERE id = 1");
    }
}
