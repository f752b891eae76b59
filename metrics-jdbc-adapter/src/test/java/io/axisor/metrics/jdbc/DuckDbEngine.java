package io.axisor.metrics.jdbc;

import java.lang.reflect.Proxy;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.duckdb.DuckDBConnection;

final class DuckDbEngine extends Engine {

    DuckDbEngine() {
        super("DuckDB");
    }

    /** In memory and in a zone of its own; its driver has no data source. */
    @Override
    DataSource start() {
        try {
            DuckDBConnection first = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = first.createStatement()) {
                statement.execute("SET GLOBAL TimeZone = 'Asia/Tokyo'");
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
