package io.axisor.metrics.examples.quickstart.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executes one statement for many rows, a thousand at a time. Used by one thread. */
public final class RowBatch implements AutoCloseable {

    private static final int ROWS = 1000;

    private final PreparedStatement statement;
    private int waiting;

    /**
     * Begins.
     *
     * @param connection in a transaction, which the caller ends
     * @param sql the statement, with a parameter for each value of a row
     * @throws SQLException if the database refuses
     */
    public RowBatch(Connection connection, String sql) throws SQLException {
        this.statement = connection.prepareStatement(sql);
    }

    /**
     * Adds a row, and executes the statement when enough wait for it.
     *
     * @param values strings, numbers, truths, {@link Instant}s or nulls
     * @throws SQLException if the database refuses this row or one before it
     */
    public void add(List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        statement.addBatch();
        waiting++;
        if (waiting == ROWS) {
            flush();
        }
    }

    /**
     * Executes the statement for the rows that wait.
     *
     * @throws SQLException if the database refuses one of them
     */
    public void flush() throws SQLException {
        if (waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    /** Closes the statement. Rows that were not flushed are forgotten. */
    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
