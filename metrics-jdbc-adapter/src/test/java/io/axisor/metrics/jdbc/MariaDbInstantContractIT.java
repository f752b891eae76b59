package io.axisor.metrics.jdbc;

class MariaDbInstantContractIT extends JdbcContract {

    MariaDbInstantContractIT() {
        super(Engines.MARIADB, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
