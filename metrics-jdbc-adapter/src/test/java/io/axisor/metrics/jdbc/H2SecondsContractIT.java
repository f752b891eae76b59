package io.axisor.metrics.jdbc;

class H2SecondsContractIT extends JdbcContract {

    H2SecondsContractIT() {
        super(Databases.H2, StoredAs.SECONDS_AND_MINOR_UNITS);
    }
}
