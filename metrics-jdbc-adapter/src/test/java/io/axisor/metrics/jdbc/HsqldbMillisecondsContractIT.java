package io.axisor.metrics.jdbc;

class HsqldbMillisecondsContractIT extends JdbcContract {

    HsqldbMillisecondsContractIT() {
        super(Databases.HSQLDB, StoredAs.MILLISECONDS_AND_MAJOR_UNITS);
    }
}
