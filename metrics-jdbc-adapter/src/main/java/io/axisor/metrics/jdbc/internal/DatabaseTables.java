package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables of a database as its metadata describes them, for as long as the connection is lent. */
final class DatabaseTables {

    /** What is listed among tables, but is none. */
    private static final List<String> NO_TABLES = List.of("INDEX", "SEQUENCE", "TYPE");

    private final Connection connection;
    private final DatabaseMetaData metaData;
    private final Dialect dialect;
    private final String quote;

    /**
     * A table or view.
     *
     * @param catalog its catalog, null where the database has none
     * @param schema its schema, null where the database has none
     * @param name its stored name
     * @param isView whether it is a view, which no index can be made on
     */
    record Table(@Nullable String catalog, @Nullable String schema, String name, boolean isView) {
        @Override
        public String toString() {
            return schema == null ? name : schema + "." + name;
        }
    }

    DatabaseTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.metaData = connection.getMetaData();
        this.dialect = Dialects.of(metaData);
        String driverQuote = metaData.getIdentifierQuoteString();
        this.quote = driverQuote == null || driverQuote.isBlank() ? "" : driverQuote;
    }

    Dialect dialect() {
        return dialect;
    }

    /** An identifier as SQL, in exactly this case. */
    String quoted(String identifier) throws SQLException {
        if (!quote.isEmpty()) {
            return quote + identifier.replace(quote, quote + quote) + quote;
        }
        if (!identifier.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new SQLException("the driver knows no quotes, which the identifier '" + identifier + "' needs");
        }
        return identifier;
    }

    String quoted(Table table) throws SQLException {
        StringBuilder sql = new StringBuilder();
        if (table.catalog() != null && metaData.supportsCatalogsInDataManipulation() && !isCurrent(table.catalog())) {
            sql.append(quoted(table.catalog())).append(metaData.getCatalogSeparator());
        }
        if (table.schema() != null) {
            sql.append(quoted(table.schema())).append('.');
        }
        return sql.append(quoted(table.name())).toString();
    }

    private boolean isCurrent(String catalog) throws SQLException {
        return catalog.equals(connection.getCatalog());
    }

    /** The tables that a name can mean: one, none, or several that only their schema tells apart. */
    List<Table> find(TableName name) throws SQLException {
        Set<Table> exact = new LinkedHashSet<>();
        String written = name.table();
        for (String inCase : casesOf(written)) {
            exact.addAll(list(name, pattern(inCase)));
        }
        exact.removeIf(table -> !table.name().equalsIgnoreCase(written));
        String schema = name.schema().orElse(connection.getSchema());
        if (exact.stream().noneMatch(table -> Objects.equals(table.schema(), schema))) {
            list(name, "%").stream()
                    .filter(table -> table.name().equalsIgnoreCase(written))
                    .forEach(exact::add);
        }
        List<Table> best = preferred(new ArrayList<>(exact), table -> Objects.equals(table.schema(), schema));
        return preferred(best, table -> table.name().equals(written));
    }

    /** The cases that a name may be stored in; Trino has one only, and each question costs it as much as a query. */
    private Set<String> casesOf(String written) throws SQLException {
        String lower = written.toLowerCase(Locale.ROOT);
        return metaData.storesLowerCaseQuotedIdentifiers()
                ? Set.of(lower)
                : new LinkedHashSet<>(List.of(written, written.toUpperCase(Locale.ROOT), lower));
    }

    private static List<Table> preferred(List<Table> tables, Predicate<Table> preference) {
        List<Table> preferred = tables.stream().filter(preference).toList();
        return preferred.isEmpty() ? tables : preferred;
    }

    /** The names that a misspelt table could mean. */
    Set<String> names(TableName name) throws SQLException {
        Set<String> names = new HashSet<>();
        list(name, "%").forEach(table -> names.add(table.name()));
        return names;
    }

    private List<Table> list(TableName name, String pattern) throws SQLException {
        boolean hasSchemas = metaData.supportsSchemasInDataManipulation();
        String catalog = name.catalog()
                .orElse(hasSchemas ? currentCatalog() : name.schema().orElse(connection.getCatalog()));
        List<Table> tables = new ArrayList<>();
        try (ResultSet rows = metaData.getTables(catalog, null, pattern, null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                Table table = new Table(
                        rows.getString("TABLE_CAT"),
                        rows.getString("TABLE_SCHEM"),
                        rows.getString("TABLE_NAME"),
                        type.equals("VIEW"));
                boolean inSchema = !hasSchemas
                        || name.schema().isEmpty()
                        || name.schema().get().equalsIgnoreCase(table.schema());
                if (inSchema && NO_TABLES.stream().noneMatch(type::contains)) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** Where a name without a catalog is looked for; null where catalogs are none of a statement's business. */
    private @Nullable String currentCatalog() throws SQLException {
        return metaData.supportsCatalogsInDataManipulation() ? connection.getCatalog() : null;
    }

    /**
     * A pattern that finds a name, and maybe others. Whether the escape character itself is to be escaped, drivers do not
     * agree on, so any character may stand there.
     */
    private String pattern(String name) throws SQLException {
        String escape = metaData.getSearchStringEscape();
        if (escape == null || escape.isEmpty()) {
            return name;
        }
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (escape.indexOf(c) >= 0) {
                pattern.append('_');
            } else {
                pattern.append(c == '_' || c == '%' ? escape : "").append(c);
            }
        }
        return pattern.toString();
    }

    /** The columns of a table, by stored name. */
    Map<String, Column> columns(Table table) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        String schema = table.schema() == null ? null : pattern(table.schema());
        try (ResultSet rows = metaData.getColumns(table.catalog(), schema, pattern(table.name()), "%")) {
            while (rows.next()) {
                boolean isOurs = table.name().equals(rows.getString("TABLE_NAME"))
                        && Objects.equals(table.schema(), rows.getString("TABLE_SCHEM"));
                if (isOurs) {
                    String name = rows.getString("COLUMN_NAME");
                    boolean nullable = rows.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                    columns.put(
                            name,
                            Column.of(dialect, name, rows.getInt("DATA_TYPE"), rows.getString("TYPE_NAME"), nullable));
                }
            }
        }
        return columns;
    }

    /** The columns of a derived table, by name, found without running it; all of them nullable for what is known. */
    Map<String, Column> columns(String derivedTable) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        String empty = "SELECT * FROM " + derivedTable + " d WHERE 1 = 0";
        try (PreparedStatement statement = connection.prepareStatement(empty)) {
            ResultSetMetaData described = statement.getMetaData();
            if (described == null) {
                throw new SQLException("the driver does not describe its columns");
            }
            for (int i = 1; i <= described.getColumnCount(); i++) {
                String name = described.getColumnLabel(i);
                columns.put(
                        name,
                        Column.of(dialect, name, described.getColumnType(i), described.getColumnTypeName(i), true));
            }
        } catch (SQLException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback(); // PostgreSQL answers nothing more in a transaction with an error
            }
            throw e;
        }
        return columns;
    }

    /** The columns that some index of the table begins with; empty where the database has no indexes. */
    Optional<Set<String>> indexedColumns(Table table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (ResultSet rows = metaData.getIndexInfo(table.catalog(), table.schema(), table.name(), false, true)) {
            while (rows.next()) {
                if (rows.getShort("ORDINAL_POSITION") == 1 && rows.getString("COLUMN_NAME") != null) {
                    columns.add(unquoted(rows.getString("COLUMN_NAME")));
                }
            }
        } catch (SQLFeatureNotSupportedException e) {
            return Optional.empty();
        }
        return Optional.of(columns);
    }

    /** PostgreSQL quotes the names in its index metadata where they need it. */
    private String unquoted(String name) {
        boolean isQuoted = name.length() > 1 && !quote.isEmpty() && name.startsWith(quote) && name.endsWith(quote);
        return isQuoted ? name.substring(1, name.length() - 1).replace(quote + quote, quote) : name;
    }
}
