package io.axisor.metrics.jdbc;

class DuckDbDatabaseIT extends DatabaseContract {

    DuckDbDatabaseIT() {
        super(Engines.DUCKDB);
    }
}
