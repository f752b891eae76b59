package io.axisor.metrics.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The databases that entities are persisted in. */
public enum EntityDatabase {
    /** H2. */
    H2,
    /** A real PostgreSQL. */
    POSTGRESQL;

    /**
     * A pool of connections to the database, which is started once for all tests. H2 evaluates the check constraints that
     * Hibernate makes in the connection that made them, so that must stay open.
     */
    public HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(Databases.valueOf(name()).dataSource());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    /** Runs statements, each on its own. */
    public void run(String... statements) {
        Databases.valueOf(name()).run(statements);
    }
}
