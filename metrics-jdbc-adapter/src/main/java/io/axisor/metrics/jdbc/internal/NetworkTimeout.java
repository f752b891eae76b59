package io.axisor.metrics.jdbc.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the waiting for a database that is frozen, or beyond a network that is gone: neither answers a request to cancel, so
 * that a statement's timeout does not end it. Drivers that know no such limit stay without it.
 */
final class NetworkTimeout {

    private static final Logger LOG = LoggerFactory.getLogger(NetworkTimeout.class);

    /** How much longer than a statement may take, so that whoever can end one politely has done so. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Executor AT_ONCE = Runnable::run;

    private final Connection connection;
    private final @Nullable Integer before;

    private NetworkTimeout(Connection connection, @Nullable Integer before) {
        this.connection = connection;
        this.before = before;
    }

    /** Limits a connection, unless its host has limited it more. */
    static NetworkTimeout limit(Connection connection, Duration statementTimeout) {
        int limit = Math.toIntExact(
                Math.min(Integer.MAX_VALUE, statementTimeout.plus(GRACE).toMillis()));
        try {
            int before = connection.getNetworkTimeout();
            if (before > 0 && before <= limit) {
                return new NetworkTimeout(connection, null);
            }
            connection.setNetworkTimeout(AT_ONCE, limit);
            return new NetworkTimeout(connection, before);
        } catch (SQLException | UnsupportedOperationException | AbstractMethodError e) {
            LOG.debug(
                    "the driver knows no limit of the network: {}", e.getClass().getSimpleName());
            return new NetworkTimeout(connection, null);
        }
    }

    /** Gives the connection its own limit again. */
    void restore() throws SQLException {
        if (before != null && !connection.isClosed()) {
            connection.setNetworkTimeout(AT_ONCE, before);
        }
    }
}
