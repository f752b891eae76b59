package io.axisor.metrics.jdbc;

class DuckDbLocalTimeContractIT extends JdbcContract {

    DuckDbLocalTimeContractIT() {
        super(Engines.DUCKDB, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
