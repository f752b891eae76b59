package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A statement that hangs gives its connection back when its time is over. */
class HangingStatementIT {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    @Test
    void aLockOnPostgresqlIsNotWaitedForBeyondTheTimeout() throws SQLException {
        MetricsSchema schema = WholeCompany.in(Databases.POSTGRESQL, RefundShape.ON_PAYMENT);
        WatchedDataSource watched = new WatchedDataSource(Databases.POSTGRESQL.dataSource())
                .beforeLending(HangingStatementIT::endAnyWayAfterTwentySeconds);
        JdbcMetricsDataSource source = impatient(watched.dataSource(), schema);
        source.users(WholeCompany.AT);

        assertGivesUpWhileLocked(source, "PSQLException, SQLState 57014, code 0");
        assertThat(watched.returned()).isNotEmpty().isEqualTo(watched.lent());
    }

    /** Looking up the indexes waits for the lock, too, and no driver cancels that: the connection is given up. */
    @Test
    void aLockOnPostgresqlIsNotWaitedForWhileTablesAreLookedUp() throws SQLException {
        MetricsSchema schema = WholeCompany.in(Databases.POSTGRESQL, RefundShape.ON_PAYMENT);
        Databases.POSTGRESQL.run("CREATE INDEX ON app_accounts (created)");

        assertGivesUpWhileLocked(
                impatient(Databases.POSTGRESQL.dataSource(), schema),
                "the database did not answer (PSQLException, SQLState 08006, code 0), and the connection is gone");
    }

    private static void assertGivesUpWhileLocked(JdbcMetricsDataSource source, String words) throws SQLException {
        try (Connection host = Databases.POSTGRESQL.dataSource().getConnection();
                Statement lock = host.createStatement()) {
            host.setAutoCommit(false);
            lock.execute("LOCK TABLE app_accounts IN ACCESS EXCLUSIVE MODE");

            assertGivesUp(source, words);
        }
        assertThat(source.users(WholeCompany.AT).accounts().get().byPlan().total())
                .as("the lock is gone")
                .isEqualByComparingTo("1");
    }

    @Test
    void aSlowSelectOnH2IsNotWaitedForBeyondTheTimeout() {
        Databases.H2.run(
                "CREATE ALIAS IF NOT EXISTS take_a_nap FOR 'java.lang.Thread.sleep(long)'",
                "CREATE OR REPLACE VIEW sleepers AS SELECT x AS id, DATE '2020-01-01' AS born, take_a_nap(20) AS nap"
                        + " FROM SYSTEM_RANGE(1, 1000)");
        MetricsSchema schema = MetricsSchema.builder()
                .users(u -> u.select("SELECT id, born, nap FROM sleepers WHERE nap IS NULL")
                        .id("id")
                        .createdAt("born"))
                .build();
        WatchedDataSource watched = new WatchedDataSource(Databases.H2.dataSource());

        assertGivesUp(impatient(watched.dataSource(), schema), "JdbcSQLTimeoutException, SQLState 57014, code 57014");
        assertThat(watched.returned()).isNotEmpty().isEqualTo(watched.lent());
    }

    /** A large table whose mapping is right keeps nobody from starting. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void statusesThatTakeTooLongToReadAreAWarning(Databases database) {
        String sleepers = "SELECT x AS id, DATE '2020-01-01' AS born, CASE WHEN x > 0 THEN 'PAID' END AS state FROM ";
        if (database == Databases.H2) {
            Databases.H2.run("CREATE ALIAS IF NOT EXISTS take_a_nap FOR 'java.lang.Thread.sleep(long)'");
            sleepers += "SYSTEM_RANGE(1, 1000) WHERE take_a_nap(20) IS NULL";
        } else {
            sleepers += "generate_series(1, 1000) x WHERE pg_sleep(0.02) IS NOT NULL";
        }
        String select = sleepers;
        MetricsSchema schema = MetricsSchema.builder()
                .payments(p -> p.select(select)
                        .userId("id")
                        .amount("id")
                        .fixedCurrency(CurrencyUnit.of("EUR"))
                        .createdAt("born")
                        .status("state")
                        .succeeded("SETTLED"))
                .build();

        SchemaReport report = impatient(database.dataSource(), schema).verify();

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings())
                .contains("payments.status: the stored values were not compared, since reading them takes longer than"
                        + " 1 s");
    }

    private static void assertGivesUp(JdbcMetricsDataSource source, String words) {
        long begun = System.nanoTime();

        assertThatThrownBy(() -> source.users(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageContaining(words);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(900), MARGIN);
    }

    /** So that a timeout that does not work fails this test, rather than stopping it. */
    private static void endAnyWayAfterTwentySeconds(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = '20s'");
        }
    }

    private static JdbcMetricsDataSource impatient(DataSource dataSource, MetricsSchema schema) {
        return JdbcMetricsDataSource.builder(dataSource, schema)
                .queryTimeout(Duration.ofSeconds(1))
                .build();
    }
}
