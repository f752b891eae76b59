package io.axisor.metrics.jdbc.internal.dialect;

import java.sql.SQLException;

/**
 * The read-only transactions of a lent connection, one after the other. When one is over, nothing of the session is changed,
 * where the database can do without: behind a pooler the next transaction on the same session may be another client's.
 */
public interface Transactions {

    /** What a transaction that has begun is good for. */
    enum Kind {
        /** Its statements see the same rows, as far as the database can show them so. */
        SNAPSHOT,
        /** Its statements see what is committed by then. */
        TRANSACTION,
        /** The driver refuses transactions: each statement stands alone. */
        STATEMENTS
    }

    /**
     * Begins one.
     *
     * @return its kind
     * @throws SQLException if it does not begin
     */
    Kind begin() throws SQLException;

    /**
     * Removes from the session what describing statements has left in it, before the transaction ends.
     *
     * @throws SQLException if that fails
     */
    default void forgetDescribed() throws SQLException {}

    /**
     * Rolls back the one that has begun.
     *
     * @throws SQLException if that fails
     */
    void end() throws SQLException;
}
