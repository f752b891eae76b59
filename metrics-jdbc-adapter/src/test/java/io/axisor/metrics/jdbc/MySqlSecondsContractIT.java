package io.axisor.metrics.jdbc;

class MySqlSecondsContractIT extends JdbcContract {

    MySqlSecondsContractIT() {
        super(Engines.MYSQL, StoredAs.SECONDS_AND_MINOR_UNITS);
    }
}
