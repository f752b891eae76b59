package io.axisor.metrics.jdbc;

class DuckDbInstantContractIT extends JdbcContract {

    DuckDbInstantContractIT() {
        super(Engines.DUCKDB, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
