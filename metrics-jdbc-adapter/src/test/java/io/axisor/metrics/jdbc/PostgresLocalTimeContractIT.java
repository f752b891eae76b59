package io.axisor.metrics.jdbc;

class PostgresLocalTimeContractIT extends JdbcContract {

    PostgresLocalTimeContractIT() {
        super(Databases.POSTGRESQL, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
