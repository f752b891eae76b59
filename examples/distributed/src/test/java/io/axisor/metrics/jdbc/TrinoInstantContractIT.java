package io.axisor.metrics.jdbc;

class TrinoInstantContractIT extends JdbcContract {

    TrinoInstantContractIT() {
        super(TrinoEngine.INSTANCE, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
