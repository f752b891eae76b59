package io.axisor.metrics.jdbc;

class HsqldbDatabaseIT extends DatabaseContract {

    HsqldbDatabaseIT() {
        super(Databases.HSQLDB.engine());
    }
}
