package io.axisor.metrics.jdbc;

class H2InstantContractIT extends JdbcContract {

    H2InstantContractIT() {
        super(Databases.H2, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
