package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.value.Status;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** A guest's manners towards the host's connections and statements. */
class ConnectionMannersIT {

    static Stream<Arguments> databasesAndRefunds() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(RefundShape.values()).map(shape -> Arguments.of(database, shape)));
    }

    static Stream<Arguments> databasesAndStates() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(true, false)
                        .flatMap(autoCommit -> Stream.of(
                                        Connection.TRANSACTION_READ_COMMITTED, Connection.TRANSACTION_SERIALIZABLE)
                                .flatMap(isolation -> Stream.of(true, false)
                                        .map(readOnly -> Arguments.of(database, autoCommit, isolation, readOnly)))));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDomainTakesOneConnectionAndTheFirstOneMoreToLookTheMappingUp(Databases database) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        JdbcMetricsDataSource source = watching(watched, database, RefundShape.OWN_TABLE);

        source.users(WholeCompany.AT);
        assertThat(watched.lent()).hasSize(2);
        WholeCompany.askAll(source);
        assertThat(watched.lent()).as("one more for each of five domains").hasSize(7);
        assertThat(watched.returned()).hasSize(7);
        assertThat(watched.mostAtOnce()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void makingASourceTouchesNoDatabase(Databases database) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        watching(watched, database, RefundShape.ON_PAYMENT);

        assertThat(watched.lent()).isEmpty();
    }

    @ParameterizedTest(name = "{0} auto-commit {1} isolation {2} read-only {3}")
    @MethodSource("databasesAndStates")
    void aConnectionGoesBackAsItCame(Databases database, boolean autoCommit, int isolation, boolean readOnly)
            throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource()).beforeLending(connection -> {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(autoCommit);
        });
        JdbcMetricsDataSource source = watching(watched, database, RefundShape.OWN_TABLE);

        WholeCompany.askAll(source);
        source.verify();
        assertThat(watched.lent()).hasSize(7).allSatisfy(state -> {
            assertThat(state.autoCommit()).isEqualTo(autoCommit);
            assertThat(state.isolation()).isEqualTo(isolation);
        });
        assertThat(watched.returned()).isEqualTo(watched.lent());
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aConnectionGoesBackAsItCameWhicheverStatementFails(Databases database) throws SQLException {
        AtomicInteger untilFailure = new AtomicInteger(Integer.MAX_VALUE);
        WatchedDataSource watched = new WatchedDataSource(database.dataSource()).beforeRunning(run -> {
            if (untilFailure.decrementAndGet() == 0) {
                throw new SQLException("told to fail", "99999", 7);
            }
        });
        JdbcMetricsDataSource source = watching(watched, database, RefundShape.OWN_TABLE);
        source.users(WholeCompany.AT);
        int statements = watched.runs().size();
        for (int failing = 1; failing <= statements; failing++) {
            watched.forget();
            untilFailure.set(failing);

            assertThatThrownBy(() -> source.users(WholeCompany.AT))
                    .isInstanceOf(MetricsDataException.class)
                    .hasMessage(
                            "users: the database reported an error (SQLException, SQLState 99999, code 7); verifying"
                                    + " the mapping compares it with the database");
            assertThat(watched.runs()).hasSize(failing);
            assertThat(watched.returned()).isNotEmpty().isEqualTo(watched.lent());
        }
        source.users(WholeCompany.AT);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyStatementHasATimeoutAndRunsInATransaction(Databases database) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        MetricsSchema schema = WholeCompany.in(database, RefundShape.OWN_TABLE);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(watched.dataSource(), schema)
                .queryTimeout(Duration.ofSeconds(7))
                .build();
        source.verify();
        WholeCompany.askAll(source);

        assertThat(watched.runs()).hasSizeGreaterThan(25).allSatisfy(run -> {
            assertThat(run.queryTimeout()).isEqualTo(7);
            assertThat(run.autoCommit()).isFalse();
        });
    }

    @Test
    void aSocketIsWaitedForALittleLongerThanAStatementAndNeverLongerThanItsHostAllows() throws SQLException {
        Databases database = Databases.POSTGRESQL; // the others are in this process
        AtomicInteger hosts = new AtomicInteger();
        WatchedDataSource watched = new WatchedDataSource(database.dataSource())
                .beforeLending(connection -> connection.setNetworkTimeout(Runnable::run, hosts.get()));
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(
                        watched.dataSource(), WholeCompany.in(database, RefundShape.OWN_TABLE))
                .queryTimeout(Duration.ofSeconds(7))
                .build();

        Map.of(0, 9000, 60_000, 9000, 5000, 5000).forEach((host, expected) -> {
            watched.forget();
            hosts.set(host);
            source.users(WholeCompany.AT);

            assertThat(watched.runs())
                    .isNotEmpty()
                    .allSatisfy(run -> assertThat(run.networkTimeout()).isEqualTo(expected));
            assertThat(watched.returned())
                    .isEqualTo(watched.lent())
                    .allSatisfy(state -> assertThat(state.networkTimeout()).isEqualTo(host));
        });
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "H2") // it takes the flag and ignores it
    void theTransactionIsReadOnlyForTheDatabaseToo(Databases database) throws SQLException {
        AtomicReference<Throwable> refused = new AtomicReference<>();
        WatchedDataSource watched = new WatchedDataSource(database.dataSource()).beforeRunning(run -> {
            try (Statement statement = run.connection().createStatement()) {
                refused.set(catchThrowable(() -> statement.execute("DELETE FROM app_accounts WHERE 1 = 0")));
            }
            throw new SQLException("enough");
        });
        JdbcMetricsDataSource source = watching(watched, database, RefundShape.ON_PAYMENT);

        assertThatThrownBy(() -> source.users(WholeCompany.AT)).hasRootCauseMessage("enough");
        assertThat(refused.get()).isInstanceOf(SQLException.class).hasMessageContaining("read-only");
    }

    @ParameterizedTest
    @MethodSource("databasesAndRefunds")
    void aDomainCostsAFewStatementsForEachMappedTable(Databases database, RefundShape refunds) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        JdbcMetricsDataSource source = watching(watched, database, refunds);

        assertThat(statements(watched, () -> source.users(WholeCompany.AT)))
                .as("users 2, activity 2, payments 1 (conversion), subscriptions 1 (paying), plan changes 1, surveys 1")
                .isEqualTo(8);
        assertThat(statements(watched, () -> source.revenue(WholeCompany.AT)))
                .as("payments 3 (totals, windows, rows left out), subscriptions 1, refunds 2 where they have a table")
                .isEqualTo(refunds == RefundShape.OWN_TABLE ? 6 : 4);
        assertThat(statements(watched, () -> source.automation(WholeCompany.AT)))
                .as("automations 1, executions 3 (windows, durations, margin guard)")
                .isEqualTo(4);
        assertThat(statements(watched, () -> source.trading(WholeCompany.AT)))
                .as("trades 2 (totals, daily profit), market log 2 (volumes, closes)")
                .isEqualTo(4);
        assertThat(statements(watched, () -> source.platform(WholeCompany.AT)))
                .as("feature use 1 for each of two tables, tickets 2, compliance requests 1")
                .isEqualTo(5);
    }

    private static int statements(WatchedDataSource watched, Runnable question) {
        watched.forget();
        question.run();
        return watched.runs().size();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothingThatADomainAsksForIsMissingInTheWholeCompany(Databases database) throws SQLException {
        JdbcMetricsDataSource source =
                JdbcMetricsDataSource.of(database.dataSource(), WholeCompany.in(database, RefundShape.OWN_TABLE));

        assertThat(Measured.of(source, SourceUnderTest.NOW).snapshot().measurements())
                .filteredOn(m -> !m.definition().domain().equals(SystemDefinitions.DOMAIN))
                .hasSizeGreaterThan(100)
                .extracting(Measurement::status)
                .doesNotContain(Status.UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource("databasesAndRefunds")
    void everyStatementOnlyReads(Databases database, RefundShape refunds) throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        JdbcMetricsDataSource source = watching(watched, database, refunds);
        source.verify();
        WholeCompany.askAll(source);

        assertThat(watched.runs())
                .extracting(Run::sql)
                .allSatisfy(sql -> assertThat(sql).startsWith("SELECT ").doesNotContain(";", "FOR UPDATE", " INTO "));
    }

    private static JdbcMetricsDataSource watching(WatchedDataSource watched, Databases database, RefundShape refunds)
            throws SQLException {
        return JdbcMetricsDataSource.of(watched.dataSource(), WholeCompany.in(database, refunds));
    }
}
