package io.axisor.metrics.jdbc;

import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;

final class DuckDbEngine extends Engine {

    private final String[] settings;

    /** A database with further settings, as statements. */
    DuckDbEngine(String... settings) {
        super("DuckDB");
        this.settings = settings;
    }

    /** In memory and in a zone of its own; its driver has no data source. */
    @Override
    DataSource start() {
        try {
            DuckDBConnection first = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = first.createStatement()) {
                statement.execute("SET GLOBAL TimeZone = 'Asia/Tokyo'");
                for (String setting : settings) {
                    statement.execute(setting);
                }
            }
            return (DataSource) Proxy.newProxyInstance(
                    DataSource.class.getClassLoader(),
                    new Class<?>[] {DataSource.class},
                    (self, method, arguments) -> first.duplicate());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String instantType() {
        return "TIMESTAMPTZ";
    }

    @Override
    String localType() {
        return "TIMESTAMP";
    }
}
