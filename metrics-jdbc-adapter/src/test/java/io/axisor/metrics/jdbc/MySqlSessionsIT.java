package io.axisor.metrics.jdbc;

class MySqlSessionsIT extends MySqlFamilySessions {

    MySqlSessionsIT() {
        super(Engines.MYSQL);
    }
}
