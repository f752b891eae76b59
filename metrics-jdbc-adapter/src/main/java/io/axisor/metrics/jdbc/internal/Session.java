package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Dialect.Restorer;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection lent by the host for one call: statements run in one read-only transaction with a timeout each, and it goes
 * back as it came.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** What JDBC takes for no limit. */
    private static final int ALL_ROWS = 0;

    private final Connection connection;
    private final NetworkTimeout networkTimeout;
    private final Dialect dialect;
    private final int timeoutInSeconds;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final int isolation;
    private Restorer restorer = Restorer.NONE;
    private boolean preparesOnly;
    private @Nullable Integer queryTimeout;

    /** That no connection was lent, rather than no answer given. */
    public static final class NoConnectionException extends SQLException {

        private static final long serialVersionUID = 1L;

        NoConnectionException(Exception cause) {
            super("no connection", cause);
        }
    }

    /** What is done with the rows of a result. */
    @FunctionalInterface
    interface RowHandler {

        /** Takes the row the cursor stands on. */
        void row(ResultSet row) throws SQLException;
    }

    /** What is done with a result as a whole. */
    @FunctionalInterface
    interface ResultHandler {

        /** Takes the result, the cursor before its first row, and says how many rows it has read. */
        int result(ResultSet result) throws SQLException;
    }

    /** What is done with the description of a result. */
    @FunctionalInterface
    interface DescriptionHandler {

        /** Takes the columns; null where the driver does not tell them before it has run the query. */
        void description(@Nullable ResultSetMetaData columns) throws SQLException;
    }

    private Session(Connection connection, Dialect dialect, NetworkTimeout networkTimeout, Duration timeout)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.networkTimeout = networkTimeout;
        this.timeoutInSeconds = (int) Math.max(1, timeout.toSeconds());
        this.autoCommit = connection.getAutoCommit();
        this.readOnly = connection.isReadOnly();
        this.isolation = connection.getTransactionIsolation();
    }

    /**
     * Borrows a connection and begins a read-only transaction.
     *
     * @param dataSource lends it
     * @param timeout the longest that a statement may take
     * @return the session, to be closed
     * @throws NoConnectionException if there is no connection
     * @throws SQLException if it cannot begin
     */
    public static Session open(DataSource dataSource, Duration timeout) throws SQLException {
        return open(dataSource, timeout, false);
    }

    /**
     * The same, reading at the isolation at which all statements see the same rows, where the database has one.
     *
     * @param dataSource lends the connection
     * @param timeout the longest that a statement may take
     * @return the session, to be closed
     * @throws NoConnectionException if there is no connection
     * @throws SQLException if it cannot begin
     */
    public static Session openSnapshot(DataSource dataSource, Duration timeout) throws SQLException {
        return open(dataSource, timeout, true);
    }

    private static Session open(DataSource dataSource, Duration timeout, boolean isSnapshot) throws SQLException {
        Connection connection = borrow(dataSource);
        NetworkTimeout networkTimeout = NetworkTimeout.NONE;
        try {
            Dialect dialect = Dialects.of(connection.getMetaData());
            if (dialect.limitsTheNetwork()) {
                networkTimeout = NetworkTimeout.limit(connection, timeout);
            }
            Session session = new Session(connection, dialect, networkTimeout, timeout);
            session.begin(isSnapshot ? session.dialect.snapshotIsolation() : OptionalInt.empty());
            return session;
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                networkTimeout.restore();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
    }

    /** Some pools say it unchecked. */
    private static Connection borrow(DataSource dataSource) throws NoConnectionException {
        try {
            return dataSource.getConnection();
        } catch (SQLException | RuntimeException e) {
            throw new NoConnectionException(e);
        }
    }

    private void begin(OptionalInt snapshotIsolation) throws SQLException {
        try {
            restorer = dialect.enter(connection, timeoutInSeconds);
            setReadOnly(true);
            if (snapshotIsolation.isPresent() && snapshotIsolation.getAsInt() != isolation) {
                connection.setTransactionIsolation(snapshotIsolation.getAsInt());
            }
            connection.setAutoCommit(false);
        } catch (SQLException | RuntimeException e) {
            restore();
            throw e;
        }
    }

    /** A hint only: some drivers refuse it, some ignore it. */
    private void setReadOnly(boolean wanted) {
        try {
            if (connection.isReadOnly() != wanted) {
                connection.setReadOnly(wanted);
            }
        } catch (SQLException e) {
            LOG.debug("the driver does not take the read-only flag: SQLState {}", e.getSQLState());
        }
    }

    /** What the database does in its own way. */
    public Dialect dialect() {
        return dialect;
    }

    /** The connection, for its metadata. */
    public Connection connection() {
        return connection;
    }

    /** From now on queries are prepared, which makes the database check them, but not run. */
    public void prepareOnly() {
        preparesOnly = true;
    }

    /** Runs a query and hands over its rows. */
    void query(Sql sql, RowHandler handler) throws SQLException {
        if (preparesOnly) {
            describe(sql, columns -> {});
            return;
        }
        query(sql, ALL_ROWS, result -> {
            int rows = 0;
            while (result.next()) {
                rows++;
                handler.row(result);
            }
            return rows;
        });
    }

    /** Runs a query and hands over its result, of which the driver fetches so many rows and no more. */
    void query(Sql sql, int mostRows, ResultHandler handler) throws SQLException {
        long begun = System.nanoTime();
        int rows;
        try (PreparedStatement statement = prepare(sql)) {
            statement.setMaxRows(mostRows);
            Watchdog watchdog = Watchdog.over(statement, Duration.ofSeconds(timeoutInSeconds));
            try (ResultSet result = statement.executeQuery()) {
                rows = handler.result(result);
            } finally {
                watchdog.callOff();
            }
        }
        LOG.debug("{} rows in {} ms: {}", rows, (System.nanoTime() - begun) / 1_000_000, sql);
    }

    /** Lets the database check a query without running it. One that it refuses does not stand in the next one's way. */
    void describe(Sql sql, DescriptionHandler handler) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            handler.description(statement.getMetaData());
        } catch (SQLException e) {
            connection.rollback(); // PostgreSQL answers nothing more in a transaction with an error
            throw e;
        }
    }

    /** What the database takes each parameter of a query for, as long as nothing is bound; empty where it does not tell. */
    List<Column> parameters(Sql sql) throws SQLException {
        List<Column> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(statement);
            ParameterMetaData parameters = statement.getParameterMetaData();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                found.add(Column.of(
                        dialect, "?", parameters.getParameterType(i), parameters.getParameterTypeName(i), true));
            }
            return found;
        } catch (SQLException e) {
            connection.rollback();
            return List.of();
        }
    }

    private PreparedStatement prepare(Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            limit(statement);
            sql.bindTo(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** H2 takes a statement's timeout for its connection's, so that too goes back as it came. */
    private void limit(Statement statement) throws SQLException {
        if (queryTimeout == null) {
            queryTimeout = statement.getQueryTimeout();
        }
        statement.setQueryTimeout(timeoutInSeconds);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            try {
                connection.rollback();
                restoreQueryTimeout();
            } finally {
                restore();
                networkTimeout.restore();
            }
        }
    }

    private void restoreQueryTimeout() throws SQLException {
        if (queryTimeout != null) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(queryTimeout);
            }
        }
    }

    private void restore() throws SQLException {
        try {
            restorer.restore();
        } finally {
            connection.setAutoCommit(autoCommit);
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
            setReadOnly(readOnly);
        }
    }
}
