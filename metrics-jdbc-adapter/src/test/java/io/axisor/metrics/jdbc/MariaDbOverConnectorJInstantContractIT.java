package io.axisor.metrics.jdbc;

class MariaDbOverConnectorJInstantContractIT extends JdbcContract {

    MariaDbOverConnectorJInstantContractIT() {
        super(Engines.MARIADB_OVER_CONNECTOR_J, StoredAs.INSTANTS_AND_MAJOR_UNITS);
    }
}
