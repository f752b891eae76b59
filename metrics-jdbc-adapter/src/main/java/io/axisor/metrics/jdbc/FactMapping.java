package io.axisor.metrics.jdbc;

import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.JoinSpec;
import io.axisor.metrics.jdbc.internal.spec.MoneySpec;
import io.axisor.metrics.jdbc.internal.spec.WrittenFact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where one kind of fact stands: a table, a view or a SELECT, and the columns that matter. Each kind adds setters for its
 * own columns.
 *
 * <p>Names are given as in SQL, in any case: {@code accounts}, {@code billing.payments}. They are looked up in the
 * database's metadata, first as they are, then regardless of case, and quoted as stored. A part that itself holds a dot is
 * put in double quotes.
 *
 * @param <M> the mapping itself
 */
@SuppressWarnings("exports") // what it inherits is for the module that maps by entities
public abstract sealed class FactMapping<M extends FactMapping<M>> extends WrittenFact
        permits MoneyMapping,
                UsersMapping,
                ActivityMapping,
                RefundsMapping,
                PlanChangesMapping,
                SurveysMapping,
                AutomationsMapping,
                ExecutionsMapping,
                MarketLogMapping,
                FeatureUseMapping,
                TicketsMapping,
                ComplianceRequestsMapping {

    private final String name;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();
    private final Map<String, String> constants = new LinkedHashMap<>();
    private @Nullable String table;
    private @Nullable String select;
    private @Nullable String where;
    private final List<JoinSpec> joins = new ArrayList<>();

    FactMapping(String name) {
        this.name = name;
    }

    /** This, as the setters return it. */
    abstract M self();

    /** The roles that must have a column. */
    abstract List<String> requiredRoles();

    /**
     * The table or view.
     *
     * @param newTable its name, with its schema where it is not the connection's
     * @return this
     */
    public M table(String newTable) {
        this.table = newTable;
        return self();
    }

    /**
     * A SELECT instead of a table, for facts that no table holds as they are. It becomes a derived table, so it has no
     * parameters, no ORDER BY and no semicolon. For code only: never build it from input.
     *
     * @param newSelect the SELECT, its columns named as the setters name them
     * @return this
     */
    public M select(String newSelect) {
        this.select = newSelect;
        return self();
    }

    /**
     * A condition on the table's rows, such as is_test = false: the others count for no metric and are no issues. In the
     * database's own SQL, on columns of this table, without parameters. Unlike a {@link #select}, it leaves the table its
     * name, so that missing indexes are still reported. For code and configuration only: never build it from input.
     *
     * @param condition what could stand behind WHERE
     * @return this
     */
    public M where(String condition) {
        this.where = condition;
        return self();
    }

    /**
     * One other table that columns may come from, as {@code name.column}. It must hold at most one row for each of ours:
     * where no unique index says so, its rows are compared, and a key that several share is an error.
     *
     * @param joinName what its columns are prefixed with in this mapping
     * @param mapping the table, its key, and our column that matches the key
     * @return this
     */
    public M join(String joinName, Consumer<JoinMapping> mapping) {
        JoinMapping other = new JoinMapping();
        mapping.accept(other);
        joins.add(new JoinSpec(joinName, other.table, other.key, other.matching, Optional.ofNullable(other.where)));
        return self();
    }

    M column(String role, String column, Purpose purpose) {
        columns.put(role, ColumnSpec.of(role, column, purpose, Optional.empty()));
        return self();
    }

    M time(String role, String column, @Nullable TimeKind kind) {
        columns.put(
                role,
                ColumnSpec.of(
                        role, column, Purpose.TIME, Optional.ofNullable(kind).map(TimeKind::encoding)));
        return self();
    }

    /** Gives stored values of a column a meaning. Other columns of the table may store the same values. */
    M values(String role, String meaning, String... stored) {
        values.computeIfAbsent(role, key -> new LinkedHashMap<>())
                .computeIfAbsent(meaning, key -> new ArrayList<>())
                .addAll(List.of(stored));
        return self();
    }

    /** Says what stands in for a column. */
    M constant(String role, String value) {
        constants.put(role, value);
        return self();
    }

    boolean hasConstant(String role) {
        return constants.containsKey(role);
    }

    String name() {
        return name;
    }

    boolean has(String role) {
        return columns.containsKey(role);
    }

    boolean hasValues(String role, String meaning) {
        return !values.getOrDefault(role, Map.of())
                .getOrDefault(meaning, List.of())
                .isEmpty();
    }

    /** What is missing or contradicts itself, each as one sentence. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (isTranslated() && (table != null || select != null || !joins.isEmpty())) {
            faults.add(name + ": the entity says its tables, so give no .table(...), .select(...) or .join(...)");
        } else if (!isTranslated() && (table == null) == (select == null)) {
            faults.add(name + ": give a table or a select, and not both");
        }
        for (String role : requiredRoles()) {
            if (!has(role)) {
                faults.add(name + "." + role + " is not mapped; name its column with ." + role + "(...)");
            }
        }
        if (where != null && (select != null || where.isBlank())) {
            faults.add(name + ".where: "
                    + (select == null
                            ? "is empty; give a condition or leave it out"
                            : "put the condition into the select"));
        }
        for (JoinSpec join : joins) {
            if (join.table().isEmpty()
                    || join.key().isEmpty()
                    || join.matching().isEmpty()) {
                faults.add(name + ": .join(...) of '" + join.name()
                        + "' needs its .table(...), its .key(...) and our .matching(...) column");
            }
        }
        if (joins.size() > 1) {
            faults.add(name + ": "
                    + joins.stream().map(join -> "'" + join.name() + "'").collect(Collectors.joining(" and "))
                    + " are joined, but one table can be; join the others in a view or with .select(...)");
        }
        values.forEach((role, meanings) -> addAmbiguous(role, meanings, faults));
        return faults;
    }

    private void addAmbiguous(String role, Map<String, List<String>> stored, List<String> faults) {
        Map<String, String> meanings = new LinkedHashMap<>();
        stored.forEach((meaning, values) -> values.forEach(value -> {
            String other = meanings.putIfAbsent(value, meaning);
            if (other != null && !other.equals(meaning)) {
                faults.add(name + "." + role + ": '" + value + "' stands for both ." + other + "(...) and ." + meaning
                        + "(...); leave it out of one");
            }
        }));
    }

    FactSpec spec() {
        return new FactSpec(
                name,
                Optional.ofNullable(table),
                Optional.ofNullable(select),
                Optional.ofNullable(where),
                joins.stream().findFirst(),
                Collections.unmodifiableMap(new LinkedHashMap<>(columns)),
                FactSpec.copyOf(values),
                Map.copyOf(constants),
                MoneySpec.NONE,
                Optional.empty());
    }

    /** The mapping, in names of the database also where it is written in those of an entity. */
    final FactSpec translated(List<String> faults) {
        return translated(spec(), faults);
    }
}
