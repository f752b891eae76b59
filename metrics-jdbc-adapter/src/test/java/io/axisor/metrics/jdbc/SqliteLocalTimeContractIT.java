package io.axisor.metrics.jdbc;

class SqliteLocalTimeContractIT extends SqliteContract {

    SqliteLocalTimeContractIT() {
        super(StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
