package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.source.MetricsDataException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How long the host waits for us at most: for a lock, for another database, for a close. */
@Timeout(120)
class TimeLimitsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** For how long beyond the timeout the host waits for a lock at most. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** A second, and what a busy machine takes for nothing. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static JdbcMetricsDataSource source(DataSource database, String select) {
        return JdbcMetricsDataSource.builder(
                        database,
                        MetricsSchema.builder()
                                .users(u -> u.select(select).id("id").createdAt("born"))
                                .activity(a -> a.table("visits").userId("who").occurredAt("seen"))
                                .build())
                .queryTimeout(TIMEOUT)
                .build();
    }

    private static Duration since(long begunNanos) {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    /** Each statement of the first snapshot takes most of the timeout; the second one has only the rest of it. */
    @Test
    void alterTableOnPostgresqlWaitsNoLongerThanTheTimeout() throws Exception {
        assertThat(alterTableWaitsNoLongerThanTheTimeout(Databases.POSTGRESQL.engine(), "pg_sleep(1.5) IS NOT NULL"))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageStartingWith("users: cancelled by the timeout, or by somebody else (");
    }

    /** Where a nap that is cut short is no error, but answers 1. */
    @Test
    void alterTableOnMariaDbWaitsNoLongerThanTheTimeout() throws Exception {
        alterTableWaitsNoLongerThanTheTimeout(Engines.MARIADB, "SLEEP(1.5) = 0");
    }

    private static Throwable alterTableWaitsNoLongerThanTheTimeout(Engine engine, String naps) throws Exception {
        engine.drop("nappers");
        engine.drop("visits");
        engine.run(
                "CREATE TABLE nappers (id INTEGER, born DATE)",
                "INSERT INTO nappers VALUES (1, DATE '2026-01-01')",
                "CREATE TABLE visits (who INTEGER, seen DATE)");
        CountDownLatch reading = new CountDownLatch(1);
        WatchedDataSource watched =
                new WatchedDataSource(engine.dataSource()).beforeRunning(run -> reading.countDown());
        JdbcMetricsDataSource source = source(watched.dataSource(), "SELECT id, born FROM nappers WHERE " + naps);
        CompletableFuture<Throwable> failure =
                CompletableFuture.supplyAsync(() -> catchThrowable(() -> source.users(WholeCompany.AT)));
        reading.await();
        Thread.sleep(300);
        long begun = System.nanoTime();

        engine.run("ALTER TABLE nappers ADD COLUMN more INTEGER");

        assertThat(since(begun)).isLessThan(TIMEOUT.plus(GRACE));
        return failure.get();
    }

    /** A driver whose request to cancel never comes back keeps no other database's statement running. */
    @Test
    void aRequestToCancelThatHangsDelaysNoOtherTimeout() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        DataSource stuck = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) ->
                        stuck(Disguise.of(Databases.H2.dataSource()).getConnection(), end));
        Databases.H2.run(
                "CREATE ALIAS IF NOT EXISTS take_a_nap FOR 'java.lang.Thread.sleep(long)'",
                "DROP TABLE IF EXISTS visits",
                "CREATE TABLE visits (who INTEGER, seen DATE)");
        String slow =
                "SELECT x AS id, DATE '2020-01-01' AS born FROM SYSTEM_RANGE(1, 1000) WHERE take_a_nap(20) IS NULL";
        CompletableFuture<Duration> other = CompletableFuture.supplyAsync(() -> {
            pause(Duration.ofMillis(500)); // so that the one that hangs comes first
            return untilItFails(source(ignoringTimeouts(Databases.H2.dataSource()), slow));
        });
        CompletableFuture<Duration> hanging = CompletableFuture.supplyAsync(() -> untilItFails(source(stuck, slow)));

        assertThat(other.get()).isLessThan(TIMEOUT.plus(SLACK));
        end.countDown();
        assertThat(hanging.get()).isLessThan(Duration.ofSeconds(60));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration untilItFails(JdbcMetricsDataSource source) {
        long begun = System.nanoTime();
        assertThat(catchThrowable(() -> source.users(WholeCompany.AT))).isInstanceOf(MetricsDataException.class);
        return since(begun);
    }

    private static Connection stuck(Connection connection, CountDownLatch end) {
        return withStatements(connection, (statement, method) -> {
            if (method.equals("cancel")) {
                end.await();
            }
            return !method.equals("setQueryTimeout");
        });
    }

    private static DataSource ignoringTimeouts(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) ->
                        withStatements(database.getConnection(), (statement, name) -> !name.equals("setQueryTimeout")));
    }

    /** What is done before a call of a statement; whether it goes on to the driver. */
    private interface Call {
        boolean goesOn(Statement statement, String method) throws Exception;
    }

    private static Connection withStatements(Connection connection, Call call) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    Object result = invoke(method, connection, arguments);
                    return result instanceof PreparedStatement statement
                            ? Proxy.newProxyInstance(
                                    Statement.class.getClassLoader(),
                                    new Class<?>[] {PreparedStatement.class},
                                    (own, step, values) -> call.goesOn(statement, step.getName())
                                            ? invoke(step, statement, values)
                                            : null)
                            : result;
                });
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** To interrupt a thread inside H2's file store would close the file, for the host, too. */
    @Test
    void cancelEndsAStatementAndLeavesTheHostsDatabaseOpen(@TempDir Path folder) throws Exception {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:" + folder.resolve("shop"));
        try (Connection host = database.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("CREATE TABLE accounts AS SELECT x AS id, DATE '2026-01-01' AS born, REPEAT('x', 500) AS"
                    + " padding FROM SYSTEM_RANGE(1, 20000)");
            statement.execute("CREATE TABLE visits (who INTEGER, seen DATE)");
            String slow = "SELECT a.id, a.born FROM accounts a, accounts b, accounts c WHERE a.padding || b.padding <>"
                    + " c.padding";
            List<Throwable> failures = new ArrayList<>();
            for (int time = 0; time < 12; time++) {
                CountDownLatch running = new CountDownLatch(1);
                WatchedDataSource watched = new WatchedDataSource(database).beforeRunning(run -> running.countDown());
                JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(
                                watched.dataSource(),
                                MetricsSchema.builder()
                                        .users(u -> u.select(slow).id("ID").createdAt("BORN"))
                                        .build())
                        .queryTimeout(Duration.ofSeconds(60))
                        .build();
                CompletableFuture<Throwable> failure =
                        CompletableFuture.supplyAsync(() -> catchThrowable(() -> source.users(WholeCompany.AT)));
                running.await();
                Thread.sleep(time * 5L);
                source.cancel();
                failures.add(failure.get());
                try (ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM accounts")) {
                    row.next();
                    assertThat(row.getInt(1)).isEqualTo(20_000);
                }
            }
            assertThat(failures)
                    .hasSize(12)
                    .allSatisfy(failure -> assertThat(failure)
                            .isInstanceOf(MetricsDataException.class)
                            .hasMessageStartingWith("users: cancelled by the timeout, or by somebody else ("));
        }
    }
}
