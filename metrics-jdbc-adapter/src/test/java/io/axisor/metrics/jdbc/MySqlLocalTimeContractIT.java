package io.axisor.metrics.jdbc;

class MySqlLocalTimeContractIT extends JdbcContract {

    MySqlLocalTimeContractIT() {
        super(Engines.MYSQL, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
