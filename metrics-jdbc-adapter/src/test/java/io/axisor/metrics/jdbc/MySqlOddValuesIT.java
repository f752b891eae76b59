package io.axisor.metrics.jdbc;

class MySqlOddValuesIT extends MySqlFamilyOddValues {

    MySqlOddValuesIT() {
        super(Engines.MYSQL);
    }
}
