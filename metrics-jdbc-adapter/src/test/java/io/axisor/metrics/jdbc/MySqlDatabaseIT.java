package io.axisor.metrics.jdbc;

class MySqlDatabaseIT extends DatabaseContract {

    MySqlDatabaseIT() {
        super(Engines.MYSQL);
    }
}
