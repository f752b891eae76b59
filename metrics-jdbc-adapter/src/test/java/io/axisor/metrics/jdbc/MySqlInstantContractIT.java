package io.axisor.metrics.jdbc;

class MySqlInstantContractIT extends JdbcContract {

    MySqlInstantContractIT() {
        super(Engines.MYSQL, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
