package io.axisor.metrics.jdbc;

class MariaDbOverConnectorJLocalTimeContractIT extends JdbcContract {

    MariaDbOverConnectorJLocalTimeContractIT() {
        super(Engines.MARIADB_OVER_CONNECTOR_J, StoredAs.LOCAL_TIMES_AND_MINOR_UNITS);
    }
}
