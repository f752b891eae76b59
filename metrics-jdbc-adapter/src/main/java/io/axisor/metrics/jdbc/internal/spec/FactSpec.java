package io.axisor.metrics.jdbc.internal.spec;

import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One kind of fact as the host maps it.
 *
 * @param name what the mapping calls it, such as {@code payments}
 * @param table the table's or view's name; empty for a SELECT
 * @param select the SELECT; empty for a table
 * @param where the condition that its rows must meet, if there is one
 * @param join the other table
 * @param columns the columns by role
 * @param values by role of their column, the stored values that stand for each meaning, such as {@code succeeded}
 * @param constants what stands in for a column that there is none of, by role
 * @param money how its amounts are to be read
 * @param view what the table is read with, for facts that are mapped by an entity whose table is not all of it
 */
public record FactSpec(
        String name,
        Optional<String> table,
        Optional<String> select,
        Optional<String> where,
        Optional<JoinSpec> join,
        Map<String, ColumnSpec> columns,
        Map<String, Map<String, List<String>>> values,
        Map<String, String> constants,
        MoneySpec money,
        Optional<ViewSpec> view) {

    /** This with amounts of money. */
    public FactSpec withMoney(MoneySpec newMoney) {
        return new FactSpec(name, table, select, where, join, columns, values, constants, newMoney, view);
    }

    /** This with a column that holds the last unit of what it ends; without such a column, as it is. */
    public FactSpec upToLast(String role, Optional<ChronoUnit> unit) {
        Map<String, ColumnSpec> changed = new LinkedHashMap<>(columns);
        changed.computeIfPresent(role, (same, column) -> column.upToLast(unit));
        return new FactSpec(
                name, table, select, where, join, Collections.unmodifiableMap(changed), values, constants, money, view);
    }

    /** This as an entity maps it. */
    public FactSpec ofEntity(
            String newTable,
            Optional<ViewSpec> newView,
            Map<String, ColumnSpec> newColumns,
            Map<String, Map<String, List<String>>> newValues) {
        return new FactSpec(
                name,
                Optional.of(newTable),
                Optional.empty(),
                where,
                Optional.empty(),
                newColumns,
                newValues,
                constants,
                money,
                newView);
    }

    /** Values that change no more. */
    public static Map<String, Map<String, List<String>>> copyOf(Map<String, Map<String, List<String>>> values) {
        return values.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        role -> role.getValue().entrySet().stream()
                                .collect(Collectors.toUnmodifiableMap(
                                        Map.Entry::getKey, meaning -> List.copyOf(meaning.getValue())))));
    }

    /** The stored values of a column that stand for a meaning. */
    public List<String> stored(String role, String meaning) {
        return values.getOrDefault(role, Map.of()).getOrDefault(meaning, List.of());
    }

    /** Whether the host maps a column of this role. */
    public boolean has(String role) {
        return columns.containsKey(role);
    }
}
