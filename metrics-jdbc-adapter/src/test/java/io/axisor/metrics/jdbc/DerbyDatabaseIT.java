package io.axisor.metrics.jdbc;

class DerbyDatabaseIT extends DatabaseContract {

    DerbyDatabaseIT() {
        super(Engines.DERBY);
    }
}
