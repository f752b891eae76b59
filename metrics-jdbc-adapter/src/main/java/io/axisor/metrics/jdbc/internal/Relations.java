package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.DatabaseTables.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds tables and their columns by the names that a mapping gives, and says which are not there. */
final class Relations {

    private final DatabaseTables tables;
    private final List<String> errors = new ArrayList<>();

    /**
     * A table, a view or a SELECT.
     *
     * @param sql what stands after FROM
     * @param shown how messages call it
     * @param table the table, empty for a SELECT
     * @param columns its columns by their stored names
     */
    record Relation(String sql, String shown, Optional<Table> table, Map<String, Column> columns) {}

    Relations(Connection connection) throws SQLException {
        this.tables = new DatabaseTables(connection);
    }

    DatabaseTables tables() {
        return tables;
    }

    /** What was not found, or does not fit, each with what to change. */
    List<String> errors() {
        return errors;
    }

    /** The table or view of a name. */
    Optional<Relation> table(String place, String written) throws SQLException {
        TableName name = TableName.parse(written);
        List<Table> found = tables.find(name);
        if (found.size() == 1) {
            Table table = found.get(0);
            return Optional.of(
                    new Relation(tables.quoted(table), "table " + table, Optional.of(table), tables.columns(table)));
        }
        errors.add(place + ": "
                + (found.isEmpty()
                        ? "there is no table '" + written + "'" + didYouMean(name.table(), tables.names(name))
                        : "'" + written + "' can be any of " + found + "; give its schema, and its name as stored"));
        return Optional.empty();
    }

    /** A SELECT as a derived table. */
    Optional<Relation> derived(String place, String select) {
        String derivedTable = "(" + select + ")";
        try {
            return Optional.of(
                    new Relation(derivedTable, "the select", Optional.empty(), tables.columns(derivedTable)));
        } catch (SQLException e) {
            errors.add(place + ": the select cannot be used as a derived table: " + SchemaResolver.words(e));
            return Optional.empty();
        }
    }

    /** The column of a name, null if there is none. */
    @Nullable
    Column find(String place, String name, Relation relation) {
        Column exact = relation.columns().get(name);
        if (exact != null) {
            return exact;
        }
        List<Column> alike = relation.columns().values().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .toList();
        if (alike.size() == 1) {
            return alike.get(0);
        }
        errors.add(place + ": " + relation.shown()
                + (alike.isEmpty()
                        ? " has no column '" + name + "'"
                                + didYouMean(name, relation.columns().keySet())
                        : " has several columns '" + name + "' that differ in case only; write it as stored"));
        return null;
    }

    private static String didYouMean(String misspelt, Collection<String> names) {
        return NearestName.of(misspelt, names)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }
}
