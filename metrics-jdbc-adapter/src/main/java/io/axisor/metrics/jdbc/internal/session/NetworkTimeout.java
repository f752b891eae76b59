package io.axisor.metrics.jdbc.internal.session;

import io.axisor.metrics.jdbc.internal.dialect.Restorations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Ends the waiting for a database that is frozen, or beyond a network that is gone: neither answers a request to cancel, so
 * that a statement's timeout does not end it. Only for drivers that are known to have such a limit: a pool may take the
 * refusal of another for the end of its connection.
 */
final class NetworkTimeout {

    /** How much longer than a statement may take, so that whoever can end one politely has done so. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private NetworkTimeout() {}

    /** Limits a connection, unless its host has limited it more. */
    static void limit(Connection connection, Duration statementTimeout, Restorations restorations) throws SQLException {
        Executor atOnce = Runnable::run;
        int limit =
                (int) Math.min(Integer.MAX_VALUE, statementTimeout.plus(GRACE).toMillis());
        int before = connection.getNetworkTimeout();
        if (before == 0 || before > limit) {
            restorations.add(() -> {
                if (!connection.isClosed()) {
                    connection.setNetworkTimeout(atOnce, before);
                }
            });
            connection.setNetworkTimeout(atOnce, limit);
        }
    }
}
