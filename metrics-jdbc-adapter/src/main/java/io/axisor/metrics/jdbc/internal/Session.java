package io.axisor.metrics.jdbc.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    private final Connection connection;
    private final int timeoutInSeconds;
    private final boolean autoCommit;
    private final boolean readOnly;
    private final int isolation;
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

    private Session(Connection connection, Duration timeout) throws SQLException {
        this.connection = connection;
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
     * @param snapshotIsolation the isolation to read at, where not the connection's own
     * @return the session, to be closed
     * @throws NoConnectionException if there is no connection
     * @throws SQLException if it cannot begin
     */
    public static Session open(DataSource dataSource, Duration timeout, OptionalInt snapshotIsolation)
            throws SQLException {
        Connection connection = borrow(dataSource);
        try {
            Session session = new Session(connection, timeout);
            session.begin(snapshotIsolation);
            return session;
        } catch (SQLException | RuntimeException e) {
            connection.close();
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
        long begun = System.nanoTime();
        int rows = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
            limit(statement);
            sql.bindTo(statement);
            if (preparesOnly) {
                statement.getMetaData();
                return;
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows++;
                    handler.row(result);
                }
            }
        }
        LOG.debug("{} rows in {} ms: {}", rows, (System.nanoTime() - begun) / 1_000_000, sql);
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
        connection.setAutoCommit(autoCommit);
        if (connection.getTransactionIsolation() != isolation) {
            connection.setTransactionIsolation(isolation);
        }
        setReadOnly(readOnly);
    }
}
