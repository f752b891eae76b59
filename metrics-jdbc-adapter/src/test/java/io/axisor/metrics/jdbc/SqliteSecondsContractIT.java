package io.axisor.metrics.jdbc;

class SqliteSecondsContractIT extends SqliteContract {

    SqliteSecondsContractIT() {
        super(StoredAs.SECONDS_AND_MINOR_UNITS);
    }
}
