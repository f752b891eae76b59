package io.axisor.metrics.jdbc.internal.session;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import io.axisor.metrics.jdbc.internal.dialect.Transactions;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection lent by the host for one call. Statements run in read-only transactions, none of which is open for longer than
 * the timeout: a statement has what those before it left. The connection goes back as it came.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /** What JDBC takes for no limit. */
    private static final int ALL_ROWS = 0;

    private final Loan loan;
    private final Connection connection;
    private final Duration timeout;
    private final boolean isSnapshot;
    private final Dialect dialect;
    private final Transactions transactions;
    private final Set<Session> open;
    private Transactions.@Nullable Kind transaction;
    private long begunNanos;
    private boolean isOneSnapshot = true;
    private @Nullable Integer queryTimeout;
    private volatile boolean isCancelled;
    private volatile @Nullable Watchdog running;

    /** What is done with the rows of a result. */
    @FunctionalInterface
    public interface RowHandler {

        /** Takes the row the cursor stands on. */
        void row(ResultSet row) throws SQLException;
    }

    /** What is done with a result as a whole. */
    @FunctionalInterface
    public interface ResultHandler {

        /** Takes the result, the cursor before its first row, and says how many rows it has read. */
        int result(ResultSet result) throws SQLException;
    }

    /** What is done with the description of a result. */
    @FunctionalInterface
    public interface DescriptionHandler {

        /** Takes the columns; null where the driver does not tell them before it has run the query. */
        void description(@Nullable ResultSetMetaData columns) throws SQLException;
    }

    /**
     * Begins no transaction yet.
     *
     * @param loan the connection
     * @param timeout the longest that a transaction may take
     * @param isSnapshot whether statements share a transaction
     * @param open what the session is in until it is closed
     * @throws SQLException if the connection does not answer; it is still lent
     */
    Session(Loan loan, Duration timeout, boolean isSnapshot, Set<Session> open) throws SQLException {
        this.loan = loan;
        this.connection = loan.connection();
        this.timeout = timeout;
        this.isSnapshot = isSnapshot;
        this.open = open;
        this.dialect = Dialects.of(connection.getMetaData());
        if (dialect.limitsTheNetwork()) {
            NetworkTimeout.limit(connection, timeout, loan.restorations());
        }
        loan.restorations().add(this::restoreQueryTimeout);
        this.transactions = dialect.transactions(connection, wholeSeconds(timeout), loan.restorations());
        open.add(this);
    }

    /** What the database does in its own way. */
    public Dialect dialect() {
        return dialect;
    }

    /** The connection, for its metadata; read in no transaction of ours. */
    public Connection connection() {
        return connection;
    }

    /**
     * Begins a snapshot, if none has begun.
     *
     * @return whether the statements in it will see the same rows, as far as is known
     * @throws SQLException if it does not begin
     */
    public boolean beginSnapshot() throws SQLException {
        begin();
        return isOneSnapshot;
    }

    /** Whether all statements between two calls of {@link #nextSnapshot} saw the same rows, as far as is known. */
    public boolean isOneSnapshot() {
        return isOneSnapshot;
    }

    /**
     * What is asked from now on may see later rows, and has the whole time again.
     *
     * @throws SQLException if the transaction does not end
     */
    public void nextSnapshot() throws SQLException {
        if (transaction != null) {
            transactions.end();
            transaction = null;
        }
    }

    /** Ends what runs, and lets nothing else run. From any thread; does not wait; never throws. */
    void cancel() {
        isCancelled = true;
        Watchdog watchdog = running;
        if (watchdog != null) {
            watchdog.bark();
        }
    }

    /** Begins a transaction where none is open. How much time is left. */
    private Duration begin() throws SQLException {
        if (isCancelled) {
            throw cancelled();
        }
        if (transaction == null) {
            begunNanos = System.nanoTime();
            transaction = transactions.begin();
            isOneSnapshot &= transaction == Transactions.Kind.SNAPSHOT;
        }
        Duration left = transaction == Transactions.Kind.STATEMENTS
                ? timeout
                : timeout.minusNanos(System.nanoTime() - begunNanos);
        if (left.isNegative()) {
            throw new SQLTimeoutException("the transaction's time is over", DatabaseFailure.CANCELLED);
        }
        return left;
    }

    /** Runs a query and hands over its rows. */
    public void query(Sql sql, RowHandler handler) throws SQLException {
        query(sql, ALL_ROWS, result -> {
            int rows = 0;
            while (result.next()) {
                rows++;
                handler.row(result);
            }
            return rows;
        });
    }

    /** Runs a query and returns its first column; one that fails does not stand in the next one's way. */
    public List<@Nullable String> texts(String query) throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        try {
            query(Sql.of(query), row -> texts.add(row.getString(1)));
            return texts;
        } catch (SQLException e) {
            nextSnapshot();
            throw e;
        }
    }

    /** Runs a query and hands over its result, of which the driver fetches so many rows and no more. */
    public void query(Sql sql, int mostRows, ResultHandler handler) throws SQLException {
        Duration left = begin();
        long begun = System.nanoTime();
        int rows;
        try (PreparedStatement statement = prepare(sql.text(), sql, left)) {
            statement.setMaxRows(mostRows);
            rows = run(statement, left, handler);
        }
        LOG.debug("{} rows in {} ms: {}", rows, (System.nanoTime() - begun) / 1_000_000, sql);
        if (!isSnapshot) {
            nextSnapshot();
        }
    }

    private int run(PreparedStatement statement, Duration left, ResultHandler handler) throws SQLException {
        Watchdog watchdog = Watchdog.over(statement, left);
        running = watchdog;
        try {
            if (isCancelled) {
                throw cancelled();
            }
            try (ResultSet result = statement.executeQuery()) {
                return handler.result(result);
            }
        } catch (SQLException e) {
            throw watchdog.hasBarked() && !DatabaseFailure.isOutOfTime(e) ? cancelled(e) : e;
        } finally {
            running = null;
            if (!watchdog.callOff()) {
                loan.wear();
            }
        }
    }

    private static SQLException cancelled() {
        return new SQLTimeoutException("ended by cancel()", DatabaseFailure.CANCELLED);
    }

    /** Many drivers have no word of their own for it. */
    private static SQLException cancelled(SQLException e) {
        return new SQLTimeoutException(e.getMessage(), DatabaseFailure.CANCELLED, e.getErrorCode(), e);
    }

    /** Lets the database check a query without running it. One that it refuses does not stand in the next one's way. */
    public void describe(Sql sql, DescriptionHandler handler) throws SQLException {
        Duration left = begin();
        try (PreparedStatement statement = prepare(dialect.toDescribe(sql.text()), sql, left)) {
            handler.description(statement.getMetaData());
        } catch (SQLException e) {
            nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
            throw e;
        }
        transactions.forgetDescribed();
        nextSnapshot(); // PostgreSQL keeps a lock on what it has described
    }

    /** What the database takes each parameter of a query for, as long as nothing is bound; empty where it does not tell. */
    public List<Column> parameters(Sql sql) throws SQLException {
        Duration left = begin();
        List<Column> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(dialect.toDescribe(sql.text()))) {
            limit(statement, left);
            ParameterMetaData parameters = statement.getParameterMetaData();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                found.add(Column.of(
                        dialect, "?", parameters.getParameterType(i), parameters.getParameterTypeName(i), true));
            }
        } catch (SQLException e) {
            nextSnapshot();
            return List.of();
        }
        transactions.forgetDescribed();
        nextSnapshot();
        return found;
    }

    private PreparedStatement prepare(String text, Sql sql, Duration left) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        try {
            limit(statement, left);
            sql.bindTo(statement);
            return statement;
        } catch (Throwable e) {
            try {
                statement.close();
            } catch (Throwable broken) {
                e.addSuppressed(broken);
            }
            throw e;
        }
    }

    /** H2 takes a statement's timeout for its connection's, so that too goes back as it came. */
    private void limit(Statement statement, Duration left) throws SQLException {
        if (queryTimeout == null) {
            queryTimeout = statement.getQueryTimeout();
        }
        statement.setQueryTimeout(wholeSeconds(left));
    }

    private static int wholeSeconds(Duration time) {
        return (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, time.plusMillis(500).toSeconds()));
    }

    private void restoreQueryTimeout() throws SQLException {
        if (queryTimeout != null) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(queryTimeout);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        open.remove(this);
        loan.giveBack();
    }
}
