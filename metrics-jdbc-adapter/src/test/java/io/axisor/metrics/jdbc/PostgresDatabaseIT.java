package io.axisor.metrics.jdbc;

class PostgresDatabaseIT extends DatabaseContract {

    PostgresDatabaseIT() {
        super(Databases.POSTGRESQL.engine());
    }
}
