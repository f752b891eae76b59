package io.axisor.metrics.jdbc;

class MariaDbOverConnectorJDatabaseIT extends DatabaseContract {

    MariaDbOverConnectorJDatabaseIT() {
        super(Engines.MARIADB_OVER_CONNECTOR_J);
    }
}
