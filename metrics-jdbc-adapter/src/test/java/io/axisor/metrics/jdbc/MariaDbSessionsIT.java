package io.axisor.metrics.jdbc;

class MariaDbSessionsIT extends MySqlFamilySessions {

    MariaDbSessionsIT() {
        super(Engines.MARIADB);
    }
}
