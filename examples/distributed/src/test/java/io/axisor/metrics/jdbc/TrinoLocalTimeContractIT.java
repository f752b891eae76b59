package io.axisor.metrics.jdbc;

class TrinoLocalTimeContractIT extends JdbcContract {

    TrinoLocalTimeContractIT() {
        super(TrinoEngine.INSTANCE, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
