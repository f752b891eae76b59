package io.axisor.metrics.jdbc;

class SqliteDatabaseIT extends DatabaseContract {

    SqliteDatabaseIT() {
        super(Engines.SQLITE);
    }
}
