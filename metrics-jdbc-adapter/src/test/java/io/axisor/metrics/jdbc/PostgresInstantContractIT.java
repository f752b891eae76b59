package io.axisor.metrics.jdbc;

class PostgresInstantContractIT extends JdbcContract {

    PostgresInstantContractIT() {
        super(Databases.POSTGRESQL, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
