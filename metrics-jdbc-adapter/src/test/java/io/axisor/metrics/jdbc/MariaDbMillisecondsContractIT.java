package io.axisor.metrics.jdbc;

class MariaDbMillisecondsContractIT extends JdbcContract {

    MariaDbMillisecondsContractIT() {
        super(Engines.MARIADB, StoredAs.MILLISECONDS_AND_MAJOR_UNITS);
    }
}
