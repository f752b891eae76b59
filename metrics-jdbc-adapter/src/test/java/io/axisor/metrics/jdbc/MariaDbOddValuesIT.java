package io.axisor.metrics.jdbc;

class MariaDbOddValuesIT extends MySqlFamilyOddValues {

    MariaDbOddValuesIT() {
        super(Engines.MARIADB);
    }
}
