package io.axisor.metrics.jdbc;

class MariaDbDatabaseIT extends DatabaseContract {

    MariaDbDatabaseIT() {
        super(Engines.MARIADB);
    }
}
