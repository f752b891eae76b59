package io.axisor.metrics.jdbc;

class HsqldbInstantContractIT extends JdbcContract {

    HsqldbInstantContractIT() {
        super(Databases.HSQLDB, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
