package io.axisor.metrics.jdbc;

/** The databases that the contracts run on, beside {@link Databases}. */
final class Engines {

    static final Engine DERBY = new DerbyEngine();
    static final Engine SQLITE = new SqliteEngine();
    static final Engine DUCKDB = new DuckDbEngine();

    static final MySqlFamilyEngine MARIADB = MariaDbEngine.overItsOwnDriver();
    static final MySqlFamilyEngine MARIADB_OVER_CONNECTOR_J = MariaDbEngine.overConnectorJ();
    static final MySqlFamilyEngine MYSQL = new MySqlEngine();

    private Engines() {}
}
