package io.axisor.metrics.jdbc;

class TrinoInstantContractIT extends TrinoContract {

    TrinoInstantContractIT() {
        super(StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
