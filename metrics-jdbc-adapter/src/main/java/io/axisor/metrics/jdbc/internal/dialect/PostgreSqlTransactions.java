package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's: isolation and read-only are the transaction's own, said by its first statement. The driver's
 * {@link Connection#setTransactionIsolation} and, with {@code readOnlyMode=always}, its {@link Connection#setReadOnly} would
 * change the session instead, which behind a pooler is the next client's.
 */
final class PostgreSqlTransactions implements Transactions {

    /** The driver has put a savepoint before the first statement, as it does with {@code autosave=always}. */
    private static final String IN_SUBTRANSACTION = "25001";

    private final Connection connection;
    private final int timeoutInSeconds;
    private final Restorations restorations;
    private boolean isPrepared;
    private boolean isOpen;

    PostgreSqlTransactions(Connection connection, int timeoutInSeconds, Restorations restorations) {
        this.connection = connection;
        this.timeoutInSeconds = timeoutInSeconds;
        this.restorations = restorations;
    }

    @Override
    public Kind begin() throws SQLException {
        if (!isPrepared) {
            prepare();
            isPrepared = true;
        }
        isOpen = true;
        try {
            run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return Kind.SNAPSHOT;
        } catch (SQLException e) {
            if (!IN_SUBTRANSACTION.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            run("SET TRANSACTION READ ONLY");
            return Kind.TRANSACTION;
        }
    }

    /** To end auto-commit is a matter of the driver, of which the server is not told. */
    private void prepare() throws SQLException {
        if (connection.getAutoCommit()) {
            restorations.add(() -> connection.setAutoCommit(true));
            connection.setAutoCommit(false);
        } else {
            connection.rollback();
        }
        restorations.add(this::end);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(timeoutInSeconds);
            statement.execute(sql);
        }
    }

    /** A name that is left behind a pooler is another client's error. */
    @Override
    public void forgetDescribed() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(timeoutInSeconds);
            try (ResultSet rows = statement.executeQuery(
                    "SELECT name FROM pg_prepared_statements WHERE prepare_time >= transaction_timestamp()")) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        for (String name : names) {
            run("DEALLOCATE \"" + name + '"');
        }
    }

    @Override
    public void end() throws SQLException {
        if (isOpen) {
            connection.rollback();
            isOpen = false;
        }
    }
}
