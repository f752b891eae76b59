package io.axisor.metrics.jdbc;

class MariaDbOverConnectorJSessionsIT extends MySqlFamilySessions {

    MariaDbOverConnectorJSessionsIT() {
        super(Engines.MARIADB_OVER_CONNECTOR_J);
    }
}
