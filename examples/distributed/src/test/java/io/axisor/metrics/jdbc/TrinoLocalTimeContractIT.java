package io.axisor.metrics.jdbc;

class TrinoLocalTimeContractIT extends TrinoContract {

    TrinoLocalTimeContractIT() {
        super(StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
