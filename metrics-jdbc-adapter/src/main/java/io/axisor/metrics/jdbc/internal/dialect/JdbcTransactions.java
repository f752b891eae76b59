package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** As JDBC has them: the connection is changed as long as it is lent. What a driver does not support is left out. */
final class JdbcTransactions implements Transactions {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcTransactions.class);

    private final Connection connection;
    private final OptionalInt snapshotIsolation;
    private final Restorations restorations;
    private Kind kind = Kind.SNAPSHOT;
    private boolean isPrepared;
    private boolean isOpen;

    JdbcTransactions(Connection connection, OptionalInt snapshotIsolation, Restorations restorations) {
        this.connection = connection;
        this.snapshotIsolation = snapshotIsolation;
        this.restorations = restorations;
    }

    @Override
    public Kind begin() throws SQLException {
        if (!isPrepared) {
            prepare();
            isPrepared = true;
        }
        isOpen = kind != Kind.STATEMENTS;
        return kind;
    }

    private void prepare() throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        if (!autoCommit) {
            connection.rollback();
        }
        setReadOnly();
        if (snapshotIsolation.isPresent()) {
            setIsolation(snapshotIsolation.getAsInt());
        }
        if (autoCommit) {
            restorations.add(() -> {
                if (!connection.getAutoCommit()) {
                    connection.setAutoCommit(true);
                }
            });
            setAutoCommitOff();
        }
        restorations.add(this::end);
    }

    /** A hint only: some drivers refuse it, some ignore it. */
    private void setReadOnly() throws SQLException {
        if (connection.isReadOnly()) {
            return;
        }
        restorations.add(() -> {
            if (connection.isReadOnly()) {
                connection.setReadOnly(false);
            }
        });
        try {
            connection.setReadOnly(true);
        } catch (SQLException e) {
            LOG.debug("the driver does not take the read-only flag: SQLState {}", e.getSQLState());
        }
    }

    private void setIsolation(int wanted) throws SQLException {
        int isolation = connection.getTransactionIsolation();
        if (isolation == wanted) {
            return;
        }
        restorations.add(() -> {
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
        });
        try {
            connection.setTransactionIsolation(wanted);
        } catch (SQLFeatureNotSupportedException e) {
            kind = Kind.TRANSACTION;
        }
    }

    private void setAutoCommitOff() throws SQLException {
        try {
            connection.setAutoCommit(false);
        } catch (SQLFeatureNotSupportedException | UnsupportedOperationException e) {
            kind = Kind.STATEMENTS;
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
