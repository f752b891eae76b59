package io.axisor.metrics.jdbc;

/** What holds on SQLite, whose decimals are binary fractions. */
abstract class SqliteContract extends JdbcContract {

    SqliteContract(StoredAs stored) {
        super(Engines.SQLITE, stored);
    }

    @Override
    public int decimalsOfQuantities() {
        return 0;
    }
}
