package io.axisor.metrics.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;

final class DerbyEngine extends Engine {

    DerbyEngine() {
        super("Apache Derby");
    }

    @Override
    DataSource start() {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        EmbeddedDataSource dataSource = new EmbeddedDataSource();
        dataSource.setDatabaseName("memory:tests");
        dataSource.setCreateDatabase("create");
        return dataSource;
    }

    @Override
    String localType() {
        return "TIMESTAMP";
    }

    @Override
    String amountType() {
        return "DECIMAL(31, 8)";
    }

    @Override
    Object bound(Object value) {
        return timeAsText(value);
    }

    /** It knows no IF EXISTS. */
    @Override
    void drop(String table) {
        boolean isQuoted = table.startsWith("\"");
        String stored = isQuoted ? table.substring(1, table.length() - 1) : table.toUpperCase(Locale.ROOT);
        try (Connection connection = dataSource().getConnection();
                ResultSet found = connection.getMetaData().getTables(null, "APP", stored, null)) {
            if (!found.next()) {
                return;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        run("DROP TABLE " + table);
    }

    @Override
    String instantType() {
        return "";
    }

    @Override
    String quirks() {
        return "no instants: local times, dates or counters; no difference of timestamps, so durations need columns that count;"
                + " numbers have 31 digits";
    }
}
