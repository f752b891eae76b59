package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Those of MySQL and MariaDB, begun by a statement of their own in whatever mode auto-commit is: their drivers would change the
 * session. The zone, which is the session's only, is set as the transaction's first statement and put back as its last.
 */
final class MySqlTransactions implements Transactions {

    private static final String UTC = "+00:00";

    private final Connection connection;
    private final int timeoutInSeconds;
    private final Restorations restorations;
    private boolean isPrepared;
    private boolean isOpen;
    private String zone = UTC;

    MySqlTransactions(Connection connection, int timeoutInSeconds, Restorations restorations) {
        this.connection = connection;
        this.timeoutInSeconds = timeoutInSeconds;
        this.restorations = restorations;
    }

    @Override
    public Kind begin() throws SQLException {
        if (!isPrepared) {
            if (!connection.getAutoCommit()) {
                connection.rollback(); // what begins a transaction commits one that is open
            }
            restorations.add(this::end);
            isPrepared = true;
        }
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_REPEATABLE_READ) {
            run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"); // of the next transaction only
        }
        isOpen = true;
        run("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
        String before = zone();
        if (!before.equals(UTC)) {
            zone = before;
            setZone(UTC);
        }
        return Kind.SNAPSHOT;
    }

    private String zone() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(timeoutInSeconds);
            try (ResultSet row = statement.executeQuery("SELECT @@SESSION.time_zone")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private void setZone(String wanted) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SET SESSION time_zone = ?")) {
            statement.setQueryTimeout(timeoutInSeconds);
            statement.setString(1, wanted);
            statement.execute();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(timeoutInSeconds);
            statement.execute(sql);
        }
    }

    @Override
    public void end() throws SQLException {
        if (isOpen) {
            if (!zone.equals(UTC)) {
                setZone(zone);
                zone = UTC;
            }
            run("ROLLBACK");
            isOpen = false;
        }
    }
}
