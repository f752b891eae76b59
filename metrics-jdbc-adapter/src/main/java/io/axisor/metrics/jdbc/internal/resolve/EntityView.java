package io.axisor.metrics.jdbc.internal.resolve;

import io.axisor.metrics.jdbc.internal.dialect.Dialect;
import io.axisor.metrics.jdbc.internal.resolve.Relations.Relation;
import io.axisor.metrics.jdbc.internal.spec.AttributeSpec;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec.Beside;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec.Condition;
import io.axisor.metrics.jdbc.internal.sql.Column;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The derived table that an entity of several tables, of some rows or with words for codes is read from. */
final class EntityView {

    private final FactSpec fact;
    private final Relations relations;
    private final Dialect dialect;
    private final Map<String, Relation> byAlias = new LinkedHashMap<>();
    private final List<String> joins = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> columns = new ArrayList<>();
    private final Set<String> ownColumns = new LinkedHashSet<>();

    private EntityView(FactSpec fact, Relations relations, Dialect dialect) {
        this.fact = fact;
        this.relations = relations;
        this.dialect = dialect;
    }

    /** Looks its tables up; what is not found becomes an error of the relations. */
    static EntityView find(FactSpec fact, ViewSpec spec, Relations relations, Dialect dialect) throws SQLException {
        EntityView view = new EntityView(fact, relations, dialect);
        relations.table(fact.name(), fact.table().orElseThrow()).ifPresent(own -> view.byAlias.put(ViewSpec.OWN, own));
        for (Beside beside : spec.beside()) {
            view.join(beside);
        }
        for (Condition condition : spec.conditions()) {
            view.restrict(condition);
        }
        return view;
    }

    /** The entity's own table. */
    Optional<Relation> own() {
        return Optional.ofNullable(byAlias.get(ViewSpec.OWN));
    }

    private void join(Beside beside) throws SQLException {
        String place = fact.name() + " (" + beside.shown() + ")";
        Relation from = byAlias.get(beside.from());
        Optional<Relation> found = relations.table(place, beside.table());
        if (found.isEmpty() || from == null) {
            return;
        }
        byAlias.put(beside.alias(), found.get());
        Column key = relations.find(place, beside.key(), found.get());
        Column matching = relations.find(place, beside.matching(), from);
        if (key != null && matching != null) {
            relations.checkReference(place, fact.name(), found.get(), key);
            joins.add(" LEFT JOIN " + found.get().sql() + " " + beside.alias() + " ON " + named(beside.alias(), key)
                    + " = " + named(beside.from(), matching));
        }
    }

    private void restrict(Condition condition) throws SQLException {
        String place = fact.name() + " (" + condition.shown() + ")";
        Column column = column(place, condition.alias(), condition.column());
        if (column == null) {
            return;
        }
        String sql = comparable(named(condition.alias(), column), column);
        List<String> literals = new ArrayList<>();
        for (String value : condition.values()) {
            literal(place, column, value).ifPresent(literals::add);
        }
        conditions.add(sql + (literals.isEmpty() ? " IS NULL" : " IN (" + String.join(", ", literals) + ")"));
    }

    /** A column of the view: as it is in its table, or text where words stand for its values. */
    @Nullable
    Column column(ColumnSpec column, AttributeSpec attribute) throws SQLException {
        String place = fact.name() + "." + column.role();
        Column found = column(place + " (" + attribute.shown() + ")", attribute.relation(), column.name());
        if (found == null) {
            return null;
        }
        String sql = named(attribute.relation(), found);
        boolean hasWords = !attribute.words().isEmpty();
        columns.add((hasWords ? worded(place, sql, found, attribute.words()) : sql) + " AS " + quoted(column));
        if (hasWords) {
            return Column.of(dialect, found.name(), Types.VARCHAR, "VARCHAR", true);
        }
        boolean isOuter = !attribute.relation().equals(ViewSpec.OWN); // there need be no row beside ours
        return Column.of(dialect, found.name(), found.jdbcType(), found.typeName(), isOuter || found.nullable());
    }

    /** The name of a column outside of the view. */
    String quoted(ColumnSpec column) throws SQLException {
        return relations.tables().quoted(column.role());
    }

    /** The view in parentheses. */
    String sql() {
        String own = own().map(this::rows).orElse("");
        return "(SELECT " + String.join(", ", columns) + " FROM " + own + " " + ViewSpec.OWN + String.join("", joins)
                + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions)) + ")";
    }

    private String rows(Relation own) {
        return fact.where()
                .map(condition -> Source.part(own.sql(), ownColumns, condition))
                .orElse(own.sql());
    }

    private @Nullable Column column(String place, String alias, String name) {
        Relation relation = byAlias.get(alias);
        return relation == null ? null : relations.find(place, name, relation);
    }

    private String named(String alias, Column column) throws SQLException {
        String quoted = relations.tables().quoted(column.name());
        if (alias.equals(ViewSpec.OWN)) {
            ownColumns.add(quoted);
        }
        return alias + "." + quoted;
    }

    /** Values that there is no word for stay as they are, so that the preflight tells of them. */
    private String worded(String place, String sql, Column column, Map<String, String> words) {
        String compared = comparable(sql, column);
        StringBuilder cases = new StringBuilder("CASE");
        words.forEach((stored, word) -> literal(place, column, stored)
                .ifPresent(literal -> cases.append(" WHEN ")
                        .append(compared)
                        .append(" = ")
                        .append(literal)
                        .append(" THEN ")
                        .append(text(word))));
        if (column.isText()) {
            cases.append(" ELSE ").append(compared);
        } else if (column.isNumber()) {
            cases.append(" ELSE TRIM(CAST(").append(sql).append(" AS CHAR(40)))");
        }
        return cases.append(" END").toString();
    }

    /** Compared as text where the column is text, so that blanks that fill it up do not matter. */
    private String comparable(String sql, Column column) {
        return column.isText() ? dialect.text(sql, column.jdbcType(), column.typeName()) : sql;
    }

    private Optional<String> literal(String place, Column column, String value) {
        if (!column.mayHold(value)) {
            relations
                    .errors()
                    .add(place + ": '" + column.name() + "' is " + column.typeName() + ", which never holds '" + value
                            + "', though the entity stores that");
            return Optional.empty();
        }
        if (value.contains("\\")) {
            relations
                    .errors()
                    .add(place + ": '" + value + "' holds a backslash, which not all databases read alike; map"
                            + " these facts by a select instead");
            return Optional.empty();
        }
        if (column.isBoolean()) {
            boolean isTrue = value.equalsIgnoreCase("true");
            boolean isBit = column.typeName().equalsIgnoreCase("bit");
            return Optional.of(isBit ? (isTrue ? "1" : "0") : (isTrue ? "TRUE" : "FALSE"));
        }
        return Optional.of(column.isNumber() ? value : text(value));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
