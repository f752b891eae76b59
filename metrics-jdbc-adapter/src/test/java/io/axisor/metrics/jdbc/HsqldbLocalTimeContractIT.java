package io.axisor.metrics.jdbc;

class HsqldbLocalTimeContractIT extends JdbcContract {

    HsqldbLocalTimeContractIT() {
        super(Databases.HSQLDB, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
