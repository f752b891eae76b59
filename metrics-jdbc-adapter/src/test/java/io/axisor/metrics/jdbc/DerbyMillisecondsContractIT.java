package io.axisor.metrics.jdbc;

class DerbyMillisecondsContractIT extends JdbcContract {

    DerbyMillisecondsContractIT() {
        super(Engines.DERBY, StoredAs.MILLISECONDS_AND_MAJOR_UNITS);
    }
}
