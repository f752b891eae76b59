package io.axisor.metrics.jdbc.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Ends the waiting for a database that is frozen, or beyond a network that is gone: neither answers a request to cancel, so
 * that a statement's timeout does not end it. Only for drivers that are known to have such a limit: a pool may take the
 * refusal of another for the end of its connection.
 */
@FunctionalInterface
interface NetworkTimeout {

    /** Limits nothing. */
    NetworkTimeout NONE = () -> {};

    /** How much longer than a statement may take, so that whoever can end one politely has done so. */
    Duration GRACE = Duration.ofSeconds(2);

    /** Limits a connection, unless its host has limited it more. */
    static NetworkTimeout limit(Connection connection, Duration statementTimeout) throws SQLException {
        Executor atOnce = Runnable::run;
        int limit =
                (int) Math.min(Integer.MAX_VALUE, statementTimeout.plus(GRACE).toMillis());
        int before = connection.getNetworkTimeout();
        if (before > 0 && before <= limit) {
            return NONE;
        }
        connection.setNetworkTimeout(atOnce, limit);
        return () -> {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(atOnce, before);
            }
        };
    }

    /** Gives the connection its own limit again. */
    void restore() throws SQLException;
}
