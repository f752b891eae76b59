package io.axisor.metrics.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.exporter.config.DatabaseAddress;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Connections, which are opened when they are asked for first, and not kept for ever. */
final class Pools {

    private static final Duration KEPT = Duration.ofMinutes(2);

    /** How much longer than a statement may take its server may stay silent. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private Pools() {}

    /**
     * Connections for reading; none is made yet. A file is opened for each use and closed after it, since an open one locks
     * out the application that writes it.
     *
     * @param address the database
     * @param name what the threads of a pool are called
     * @param patience how long a connection is waited for, and a statement
     * @return a pool, to be closed by the caller if it can be
     */
    static DataSource forReading(DatabaseAddress address, String name, Duration patience) {
        return DatabaseFile.of(address.url())
                .<DataSource>map(file -> opening(address, file))
                .orElseGet(() -> pool(address, name, patience));
    }

    private static DataSource opening(DatabaseAddress address, DatabaseFile file) {
        DriverManagerDataSource source = new DriverManagerDataSource(address.url(), file.reading());
        address.user().ifPresent(source::setUsername);
        address.password().ifPresent(source::setPassword);
        return source;
    }

    /**
     * A pool that connects to nothing yet, and whose connections may write.
     *
     * @param address the database
     * @param name what its threads are called
     * @param patience how long a connection is waited for, and a statement
     * @return a pool, to be closed by the caller
     */
    static HikariDataSource forWriting(DatabaseAddress address, String name, Duration patience) {
        HikariDataSource pool = pool(address, name, patience);
        Properties settings =
                DatabaseFile.of(address.url()).map(DatabaseFile::writing).orElseGet(Properties::new);
        settings.forEach((setting, value) -> pool.addDataSourceProperty((String) setting, value));
        return pool;
    }

    private static HikariDataSource pool(DatabaseAddress address, String name, Duration patience) {
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
