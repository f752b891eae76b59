package io.axisor.metrics.jdbc;

class H2LocalTimeContractIT extends JdbcContract {

    H2LocalTimeContractIT() {
        super(Databases.H2, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
