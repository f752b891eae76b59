package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.resolve.DatabaseTables.Table;
import io.axisor.metrics.jdbc.internal.session.DatabaseFailure;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.JoinSpec;
import io.axisor.metrics.jdbc.internal.spec.NearestName;
import io.axisor.metrics.jdbc.internal.spec.Wording;
import io.axisor.metrics.jdbc.internal.sql.Column;
import io.axisor.metrics.jdbc.internal.sql.NamedSql;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds tables and their columns by the names that a mapping gives, and says which are not there. */
final class Relations {

    private final Session session;
    private final Wording wording;
    private final DatabaseTables tables;
    private final List<String> errors = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<Table, String> read = new LinkedHashMap<>();

    /** The most rows of a joined table that are compared with each other. */
    private static final int MOST_ROWS = 1_000_000;

    /**
     * A table, a view or a SELECT.
     *
     * @param sql what stands after FROM
     * @param shown how messages call it
     * @param table the table, empty for a SELECT
     * @param columns its columns by their stored names
     */
    record Relation(String sql, String shown, Optional<Table> table, Map<String, Column> columns) {}

    Relations(Session session, Wording wording) throws SQLException {
        this.session = session;
        this.wording = wording;
        this.tables = new DatabaseTables(session.connection(), session::texts);
    }

    DatabaseTables tables() {
        return tables;
    }

    /** What was not found, or does not fit, each with what to change. */
    List<String> errors() {
        return errors;
    }

    /** What could not be checked. */
    List<String> warnings() {
        return warnings;
    }

    /** The tables that are read, each with the first place of the mapping that names it. */
    Map<Table, String> read() {
        return read;
    }

    /** The table or view of a name. */
    Optional<Relation> table(String place, String written) throws SQLException {
        TableName name = TableName.parse(written);
        List<Table> found = tables.find(name);
        if (found.size() == 1) {
            Table table = found.get(0);
            read.putIfAbsent(table, place);
            return Optional.of(
                    new Relation(tables.quoted(table), "table " + table, Optional.of(table), tables.columns(table)));
        }
        errors.add(place + ": "
                + (found.isEmpty()
                        ? missing(name, written)
                        : "'" + written + "' can be any of " + found + "; give its schema, and its name as stored"));
        return Optional.empty();
    }

    private String missing(TableName name, String written) throws SQLException {
        String missing = "there is no table '" + written + "'";
        List<Table> elsewhere = tables.elsewhere(name);
        if (!elsewhere.isEmpty()) {
            return missing + " on the search path " + tables.searchPath()
                    + "; give the schema of the one that is meant: "
                    + elsewhere.stream().map(Table::toString).collect(Collectors.joining(" or "));
        }
        String near = didYouMean(name.table(), tables.names(name));
        return missing + (near.isEmpty() ? tables.mayBeHidden(written) : near);
    }

    /** Checks that a condition of the host's can be read by. */
    void checkCondition(String place, String part) throws SQLException {
        try {
            tables.columns(part);
        } catch (SQLException e) {
            errors.add(place + ": the database refuses the condition: " + DatabaseFailure.words(e));
        }
    }

    /** Checks that a join by a column finds at most one row: else each of ours would count several times. */
    void checkJoin(String place, FactSpec fact, JoinSpec join, Relation relation, String sql, Column key)
            throws SQLException {
        String remedy = "join by a unique key, restrict the table with "
                + wording.joined(fact.name(), join.name(), "where") + ", or map the facts by "
                + wording.setter(fact.name(), "select");
        checkKey(place, relation, sql, key, remedy);
    }

    /** Checks that a reference of an entity finds at most one row. */
    void checkReference(String place, String fact, Relation relation, Column key) throws SQLException {
        String remedy = "make it unique, or map the facts by " + wording.setter(fact, "select");
        checkKey(place, relation, relation.sql(), key, remedy);
    }

    private void checkKey(String place, Relation relation, String sql, Column key, String remedy) throws SQLException {
        boolean isKnown =
                relation.table().isPresent() && tables.isUnique(relation.table().get(), key.name());
        if (!isKnown) {
            checkOnce(
                    place,
                    relation.shown(),
                    new Keys(tables.quoted(key.name()), key.name(), sql + " e"),
                    "what is joined would count several times; " + remedy);
        }
    }

    /** Checks that ids by which other facts find their row are of one row each. */
    void checkIds(String referring, Source owner) throws SQLException {
        checkOnce(
                owner.name() + ".id",
                owner.name(),
                new Keys(
                        owner.column("id"),
                        owner.type("id").name(),
                        owner.fromAll().text()),
                "each " + referring + " of them would count several times; map an id of its own for each, or restrict"
                        + " them with " + wording.setter(owner.name(), "where"));
    }

    /**
     * Columns whose values are to be different.
     *
     * @param column the column as SQL
     * @param name its name
     * @param from what it is read from
     */
    private record Keys(String column, String name, String from) {}

    private void checkOnce(String place, String shown, Keys keys, String why) throws SQLException {
        Dialect dialect = session.dialect();
        Sql twice = Sql.of("SELECT " + dialect.limitAtStart(1) + "k, COUNT(*) AS m0 FROM (SELECT "
                + dialect.limitAtStart(MOST_ROWS) + keys.column() + " AS k FROM " + keys.from()
                + dialect.limitAtEnd(MOST_ROWS) + ") d WHERE k IS NOT NULL GROUP BY k HAVING COUNT(*) > 1"
                + dialect.limitAtEnd(1));
        try {
            session.query(
                    twice,
                    row -> errors.add(place + ": several rows of " + shown + " have the same '" + keys.name() + "', so "
                            + why + "; see such keys with: SELECT " + dialect.limitAtStart(20) + keys.column()
                            + ", COUNT(*) FROM " + keys.from() + " WHERE " + keys.column() + " IS NOT NULL GROUP BY "
                            + keys.column() + " HAVING COUNT(*) > 1"
                            + dialect.limitAtEnd(20)));
        } catch (SQLException e) {
            session.nextSnapshot(); // PostgreSQL answers nothing more in a transaction with an error
            warnings.add(place + ": whether each '" + keys.name() + "' of " + shown
                    + " stands there once could not be checked (" + DatabaseFailure.kind(e)
                    + "); a unique index on it says so");
        }
    }

    /** A SELECT as a derived table. */
    Optional<Relation> derived(String place, String select) {
        if (NamedSql.hasQuestionMark(select)) {
            errors.add(place
                    + ": a select has no parameters, but this has a '?'; write operators of jsonb with ?? for each ?");
            return Optional.empty();
        }
        String derivedTable = "(" + select + "\n)"; // it may end with a comment
        try {
            return Optional.of(
                    new Relation(derivedTable, "the select", Optional.empty(), tables.columns(derivedTable)));
        } catch (SQLException e) {
            errors.add(place + ": the select cannot be used as a derived table: " + DatabaseFailure.words(e));
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
