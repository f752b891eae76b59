package io.axisor.metrics.examples.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.examples.exporter.config.DatabaseAddress;
import java.time.Duration;

/** Connections, which are opened when they are asked for first, and not kept for ever. */
final class Pools {

    private static final Duration KEPT = Duration.ofMinutes(2);

    /** How much longer than a statement may take its server may stay silent. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Pools() {}

    /**
     * A pool that connects to nothing yet.
     *
     * @param address the database
     * @param name what its threads are called
     * @param patience how long a connection is waited for, and a statement
     * @return a pool, to be closed by the caller
     */
    static HikariDataSource of(DatabaseAddress address, String name, Duration patience) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(address.url());
        address.user().ifPresent(pool::setUsername);
        address.password().ifPresent(pool::setPassword);
        pool.setMaximumPoolSize(2); // one measures; another looks the mapping up
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(KEPT.toMillis());
        pool.setConnectionTimeout(patience.toMillis());
        pool.setInitializationFailTimeout(-1);
        if (address.url().startsWith("jdbc:postgresql:")) {
            // Else the driver waits for the answer to a login for ever, and the pool logs in one by one.
            pool.addDataSourceProperty(
                    "socketTimeout", Long.toString(patience.plus(GRACE).toSeconds()));
        }
        return pool;
    }
}
