package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.dialect.Dialects;
import io.axisor.metrics.jdbc.internal.sql.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
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

    private static final String PRIMARY_KEY = "primary key";

    private final Connection connection;
    private final DatabaseMetaData metaData;
    private final Dialect dialect;
    private final String quote;
    private final boolean hasSchemas;
    private final Texts texts;
    private @Nullable List<@Nullable String> path;

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

    /** Runs a query of ours, within the limits of a session, and returns its first column. */
    @FunctionalInterface
    interface Texts {

        /** Asks. */
        List<@Nullable String> ask(String query) throws SQLException;
    }

    DatabaseTables(Connection connection, Texts texts) throws SQLException {
        this.connection = connection;
        this.texts = texts;
        this.metaData = connection.getMetaData();
        this.dialect = Dialects.of(metaData);
        this.hasSchemas = metaData.supportsSchemasInDataManipulation();
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

    /**
     * The tables that a name can mean: one, none, or several that differ in case. Without a schema it means a table where
     * the database would look for it, and none that stands elsewhere.
     */
    List<Table> find(TableName name) throws SQLException {
        List<Table> likely = new ArrayList<>();
        for (String inCase : casesOf(name.table())) {
            likely.addAll(list(name, pattern(inCase)));
        }
        List<Table> found = meant(name, likely, currentPlace());
        if (!found.isEmpty()) {
            return found;
        }
        List<Table> all = list(name, "%");
        found = meant(name, all, currentPlace());
        if (!found.isEmpty()) {
            return found; // without asking for the rest of the path
        }
        for (String place : searchPath()) {
            found = meant(name, all, place);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Of some tables those that a name means at one place: that of its case, or else those of any. */
    private List<Table> meant(TableName name, List<Table> tables, @Nullable String place) {
        Set<Table> alike = new LinkedHashSet<>(tables);
        alike.removeIf(table -> !table.name().equalsIgnoreCase(name.table())
                || (name.schema().isEmpty() && !Objects.equals(hasSchemas ? table.schema() : table.catalog(), place)));
        List<Table> ofSchema = preferred(
                List.copyOf(alike),
                table -> Objects.equals(table.schema(), name.schema().orElse(table.schema())));
        return preferred(ofSchema, table -> table.name().equals(name.table()));
    }

    private static List<Table> preferred(List<Table> tables, Predicate<Table> preference) {
        List<Table> preferred = tables.stream().filter(preference).toList();
        return preferred.isEmpty() ? tables : preferred;
    }

    /** Tables of a name, in any case, that the database would not look at. */
    List<Table> elsewhere(TableName name) throws SQLException {
        return name.schema().isPresent()
                ? List.of()
                : list(name, "%").stream()
                        .filter(table -> table.name().equalsIgnoreCase(name.table()))
                        .toList();
    }

    /** The schema, or the catalog of databases that have no schemas, where a name is looked for first. */
    private @Nullable String currentPlace() throws SQLException {
        return hasSchemas ? connection.getSchema() : connection.getCatalog();
    }

    /** Where the database looks for a table whose name has no schema, in this order. */
    List<@Nullable String> searchPath() throws SQLException {
        if (path == null) {
            List<@Nullable String> places = new ArrayList<>();
            places.add(currentPlace());
            places.addAll(hasSchemas ? dialect.otherSchemas(pathAsTold()) : List.of());
            path = places.stream().distinct().toList();
        }
        return path;
    }

    private List<@Nullable String> pathAsTold() throws SQLException {
        Optional<String> query = dialect.searchPathQuery();
        try {
            return query.isPresent() ? texts.ask(query.get()) : List.of();
        } catch (SQLException e) { // a database that only speaks like the one that is known
            return List.of();
        }
    }

    /** Whether an index or the primary key says that a column holds each value once. */
    boolean isUnique(Table table, String column) throws SQLException {
        return uniqueKeys(table).containsValue(List.of(column));
    }

    /** What the database promises of a column of ids. */
    Ids promised(Table table, Column id) throws SQLException {
        Map<String, List<String>> keys = uniqueKeys(table);
        List<String> alone = List.of(id.name());
        if (!keys.containsValue(alone)) {
            return Ids.ANY;
        }
        boolean isNeverNull = !id.nullable()
                || (alone.equals(keys.get(PRIMARY_KEY)) && dialect.primaryKeysAreNeverNull(id.typeName()));
        return isNeverNull ? Ids.UNIQUE : Ids.UNIQUE_OR_NULL;
    }

    /** The columns of the primary key and of each unique index over all rows. */
    private Map<String, List<String>> uniqueKeys(Table table) throws SQLException {
        Map<String, List<String>> unique = new HashMap<>();
        if (table.isView()) {
            return unique;
        }
        try (ResultSet rows = metaData.getPrimaryKeys(table.catalog(), table.schema(), table.name())) {
            while (rows.next()) {
                unique.computeIfAbsent(PRIMARY_KEY, key -> new ArrayList<>()).add(rows.getString("COLUMN_NAME"));
            }
        } catch (SQLFeatureNotSupportedException e) {
            return unique;
        }
        try (ResultSet rows = metaData.getIndexInfo(table.catalog(), table.schema(), table.name(), true, true)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME");
                boolean isWhole = !rows.getBoolean("NON_UNIQUE") && rows.getString("FILTER_CONDITION") == null;
                if (name != null && isWhole) {
                    unique.computeIfAbsent("index " + rows.getString("INDEX_NAME"), key -> new ArrayList<>())
                            .add(unquoted(name));
                }
            }
        } catch (SQLFeatureNotSupportedException e) {
            return unique; // as far as they are known
        }
        return unique;
    }

    /** The user as a GRANT names it. */
    String user() throws SQLException {
        Optional<String> query = dialect.userQuery();
        return query.isPresent()
                ? String.valueOf(texts.ask(query.get()).get(0))
                : quoted(String.valueOf(metaData.getUserName()));
    }

    /** Whether the database hides rows of a table from the user, as far as is known. */
    boolean hidesRows(Table table) throws SQLException {
        Optional<String> query = dialect.hidesRowsQuery(quoted(table));
        try {
            return query.isPresent() && texts.ask(query.get()).contains("hidden");
        } catch (SQLException e) { // a database that only speaks like the one that is known
            return false;
        }
    }

    /** What lets the user read a table. */
    String grants(Table table) throws SQLException {
        String schema = table.schema() == null ? "" : dialect.grantOfSchema(quoted(table.schema()), user());
        return schema + "GRANT SELECT ON " + quoted(table) + " TO " + user();
    }

    /** What to say of a table that is missing, where the database lists no table that its user may not read. */
    String mayBeHidden(String written) throws SQLException {
        return dialect.hidesTables()
                ? "; if it is there, user " + user() + " may not see it: let an administrator run: GRANT SELECT ON "
                        + written + " TO " + user()
                : "";
    }

    /** The cases that a name may be stored in; Trino has one only, and each question costs it as much as a query. */
    private Set<String> casesOf(String written) throws SQLException {
        String lower = written.toLowerCase(Locale.ROOT);
        return metaData.storesLowerCaseQuotedIdentifiers()
                ? Set.of(lower)
                : new LinkedHashSet<>(List.of(written, written.toUpperCase(Locale.ROOT), lower));
    }

    /** The names that a misspelt table could mean. */
    Set<String> names(TableName name) throws SQLException {
        Set<String> names = new HashSet<>();
        list(name, "%").forEach(table -> names.add(table.name()));
        return names;
    }

    private List<Table> list(TableName name, String pattern) throws SQLException {
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
        if (columns.values().stream().anyMatch(column -> column.jdbcType() == Types.DISTINCT)) {
            baseTypes(table, columns);
        }
        return columns;
    }

    /** What a domain is a domain of, which a result tells where the description of the table does not. */
    private void baseTypes(Table table, Map<String, Column> columns) throws SQLException {
        Map<String, Column> described = columns(quoted(table));
        columns.replaceAll((name, column) -> {
            Column base = described.get(name);
            return column.jdbcType() != Types.DISTINCT || base == null
                    ? column
                    : Column.of(dialect, name, base.jdbcType(), base.typeName(), column.nullable());
        });
    }

    /** The columns of a derived table, by name, found without running it; all of them nullable for what is known. */
    Map<String, Column> columns(String derivedTable) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        String empty = "SELECT * FROM " + derivedTable + " d WHERE 1 = 0";
        try (PreparedStatement statement = connection.prepareStatement(empty)) {
            ResultSetMetaData described = dialect.describesWithoutTrace()
                    ? statement.getMetaData()
                    : statement.executeQuery().getMetaData(); // closed with the statement
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
