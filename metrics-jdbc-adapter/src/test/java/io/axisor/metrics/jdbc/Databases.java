package io.axisor.metrics.jdbc;

import javax.sql.DataSource;

/** The databases that every test of a detail runs on. What is promised of all databases is in the contracts. */
@SuppressWarnings("ImmutableEnumChecker") // what has started is kept for the next test
enum Databases {
    H2(new H2Engine()),
    HSQLDB(new HsqldbEngine()),
    POSTGRESQL(new PostgresEngine());

    private final Engine engine;

    Databases(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    /** The type of columns that hold instants. */
    String zonedType() {
        return engine.instantType();
    }

    DataSource dataSource() {
        return engine.dataSource();
    }

    /** Runs statements, each on its own. */
    void run(String... statements) {
        engine.run(statements);
    }
}
