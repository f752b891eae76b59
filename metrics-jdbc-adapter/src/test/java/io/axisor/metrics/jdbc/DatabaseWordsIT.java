package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What a failure is called, by what PostgreSQL says when it is provoked. */
class DatabaseWordsIT {

    private static final DataSource SERVER = Databases.POSTGRESQL.dataSource();

    private static PGSimpleDataSource changed() throws SQLException {
        PGSimpleDataSource real = SERVER.unwrap(PGSimpleDataSource.class);
        PGSimpleDataSource changed = new PGSimpleDataSource();
        changed.setServerNames(real.getServerNames());
        changed.setPortNumbers(real.getPortNumbers());
        changed.setDatabaseName(real.getDatabaseName());
        changed.setUser(real.getUser());
        return changed;
    }

    private static void fails(DataSource database, String message) throws SQLException {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(
                        database, WholeCompany.in(Databases.POSTGRESQL, RefundShape.ON_PAYMENT))
                .queryTimeout(Duration.ofSeconds(1))
                .build();
        assertThatThrownBy(() -> source.users(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessage(message);
    }

    @Test
    void aLoginThatIsRefusedNamesUserAndPassword() throws SQLException {
        PGSimpleDataSource nobody = changed();
        nobody.setUser("nobody_of_that_name");

        fails(
                nobody,
                "users: the database refused the login (PSQLException, SQLState 28000, code 0); check the user and the"
                        + " password of the data source");
    }

    @Test
    void aDatabaseThatIsMissingIsToldFromAServerThatIs() throws SQLException {
        PGSimpleDataSource elsewhere = changed();
        elsewhere.setDatabaseName("nowhere");

        fails(
                elsewhere,
                "users: the database that the data source names does not exist (PSQLException, SQLState 3D000, code 0);"
                        + " check its name in the URL");
    }

    @Test
    void aConnectionThatIsRefusedNamesHostAndPort() throws SQLException {
        PGSimpleDataSource closed = changed();
        closed.setPortNumbers(new int[] {1});

        fails(
                closed,
                "users: no connection to the database (PSQLException, SQLState 08001, code 0); check the host and the"
                        + " port of the data source, and whether the database is up");
    }

    @Test
    void aTimeoutIsNoSilence() throws SQLException {
        WatchedDataSource slow = new WatchedDataSource(SERVER).beforeRunning(run -> {
            try (var statement = run.connection().createStatement()) {
                statement.setQueryTimeout(1);
                statement.execute("SELECT pg_sleep(20)");
            }
        });

        fails(
                slow.dataSource(),
                "users: cancelled by the timeout, or by somebody else (PSQLException, SQLState 57014, code 0); raise"
                        + " the query timeout, or make it faster with the indexes that verifying the mapping names");
    }

    @Test
    void aConnectionThatBreaksDidNotAnswer() throws SQLException {
        WatchedDataSource broken = new WatchedDataSource(SERVER).beforeRunning(run -> {
            throw new SQLException("An I/O error occurred", "08006");
        });

        fails(
                broken.dataSource(),
                "users: the database did not answer (SQLException, SQLState 08006, code 0), and the connection is gone;"
                        + " look whether it is up, and at the network between");
    }

    @Test
    void aPreparedStatementThatIsLostNamesPoolerAndSetting() throws SQLException {
        WatchedDataSource pooled = new WatchedDataSource(SERVER).beforeRunning(run -> {
            throw new SQLException("prepared statement \"S_1\" does not exist", "26000");
        });

        fails(
                pooled.dataSource(),
                "users: a prepared statement was lost between sessions (SQLException, SQLState 26000, code 0), as"
                        + " behind a pooler that shares them between transactions; with PostgreSQL's driver set"
                        + " prepareThreshold=0 in the URL");
    }
}
