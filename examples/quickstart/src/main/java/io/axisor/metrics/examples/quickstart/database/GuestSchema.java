package io.axisor.metrics.examples.quickstart.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The one schema that the quickstart makes in a database. A table in it lists the tables that were made, so that a schema
 * which an earlier run left behind is told from somebody else's: only the former is ever dropped, table by table and never
 * with CASCADE.
 */
final class GuestSchema {

    private static final String MARKER = "made_by_axisor_quickstart";

    private final String name;

    GuestSchema(String name) {
        this.name = name;
    }

    /** Makes the schema and lists the tables that will be in it, in the place of one that an earlier run left behind. */
    void create(Connection connection, List<Table> tables) throws SQLException {
        drop(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
            statement.execute("CREATE TABLE " + name + "." + MARKER + " (table_name VARCHAR(100) PRIMARY KEY)");
            for (Table table : tables) {
                statement.execute("INSERT INTO " + name + "." + MARKER + " VALUES ('" + table.name() + "')");
            }
        }
    }

    /** Drops the schema and everything in it, if it is there and provided that all of it is ours. */
    void drop(Connection connection) throws SQLException {
        Optional<String> stored = stored(connection);
        if (stored.isEmpty()) {
            return;
        }
        Set<String> found = tables(connection, stored.get());
        if (!found.remove(MARKER)) {
            throw new DatabaseException("the schema '" + name + "' is there already and not one of the quickstart's"
                    + " (it holds no table " + MARKER + "); give another name with --schema");
        }
        List<String> ours = listed(connection);
        ours.forEach(found::remove);
        if (!found.isEmpty()) {
            throw new DatabaseException("the schema '" + name + "' holds tables that the quickstart has not made: "
                    + found + "; move them elsewhere, or give another name with --schema");
        }
        try (Statement statement = connection.createStatement()) {
            for (String table : ours) {
                statement.execute("DROP TABLE IF EXISTS " + name + "." + table);
            }
            statement.execute("DROP TABLE " + name + "." + MARKER);
            statement.execute("DROP SCHEMA " + name + " RESTRICT");
        }
    }

    /** The schema's name as the database stores it, if it is there. */
    private Optional<String> stored(Connection connection) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                String found = schemas.getString("TABLE_SCHEM");
                if (name.equalsIgnoreCase(found)) {
                    return Optional.of(found);
                }
            }
            return Optional.empty();
        }
    }

    /** Whatever metadata calls a table, views and the like among them but no index, in lower case. */
    private static Set<String> tables(Connection connection, String stored) throws SQLException {
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, stored, "%", null)) {
            while (rows.next()) {
                boolean isIndex = String.valueOf(rows.getString("TABLE_TYPE")).contains("INDEX");
                // an underscore in the name stands for any character in the pattern
                if (stored.equals(rows.getString("TABLE_SCHEM")) && !isIndex) {
                    tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return tables;
    }

    private List<String> listed(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT table_name FROM " + name + "." + MARKER)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
