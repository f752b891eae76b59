package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.AttributeSpec;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec;
import io.axisor.metrics.jdbc.internal.spec.ColumnSpec.Purpose;
import io.axisor.metrics.jdbc.internal.spec.FactSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec.Condition;
import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.AttributePaths.At;
import io.axisor.metrics.jdbc.jpa.AttributePaths.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns one mapping in attributes into one in tables and columns. */
final class EntityTranslation {

    private final FactSpec written;
    private final EntityMapping entity;
    private final AttributePaths paths;
    private final List<String> faults;
    private final Map<String, ColumnSpec> columns = new LinkedHashMap<>();
    private final Map<String, Map<String, List<String>>> values = new LinkedHashMap<>();

    private EntityTranslation(FactSpec written, EntityMapping entity, List<String> faults) {
        this.written = written;
        this.entity = entity;
        this.paths = new AttributePaths(entity);
        this.faults = faults;
        values.putAll(written.values());
    }

    /** The mapping in tables and columns; whole only without new faults. */
    static FactSpec of(FactSpec written, EntityMetamodel metamodel, Class<?> type, List<String> faults) {
        try {
            return new EntityTranslation(written, metamodel.entity(type), faults).translate();
        } catch (UnmappableException e) {
            faults.add(written.name() + ": " + e.getMessage());
            return written;
        }
    }

    private FactSpec translate() {
        List<Condition> conditions = new ArrayList<>();
        for (EntityMapping.Rows rows : entity.conditions()) {
            At at = paths.at(rows.place());
            conditions.add(new Condition(at.alias(), at.column(), rows.values(), rows.why()));
        }
        for (ColumnSpec column : written.columns().values()) {
            try {
                columns.put(column.role(), translate(column));
            } catch (UnmappableException e) {
                faults.add(written.name() + "." + column.role() + ": " + e.getMessage());
            }
        }
        boolean hasWords = columns.values().stream()
                .anyMatch(column -> !column.attribute().orElseThrow().words().isEmpty());
        boolean isView = hasWords || !paths.beside().isEmpty() || !conditions.isEmpty();
        Optional<ViewSpec> view = isView ? Optional.of(new ViewSpec(paths.beside(), conditions)) : Optional.empty();
        return written.ofEntity(paths.table(), view, columns, values);
    }

    private ColumnSpec translate(ColumnSpec column) {
        Found found = paths.find(column.name());
        String shown = "attribute '" + column.name() + "' of " + entity.name();
        String first = column.name().split("\\.", -1)[0];
        if (column.role().equals("id") && entity.compositeId().contains(first)) {
            throw new UnmappableException(shown + " is one part of an id, so it is not there once for each row; "
                    + UnmappableException.bySelect() + ", with the whole id as one column");
        }
        if (found.basic().isEmpty() && column.purpose() != Purpose.VALUE) {
            throw new UnmappableException(
                    shown + " refers to an entity; name an attribute of that, such as '" + column.name() + ".id'");
        }
        found.basic().ifPresent(basic -> AttributeTypes.check(column, basic));
        Map<String, String> words = column.purpose() == Purpose.VALUE
                ? found.basic().map(basic -> words(column, basic)).orElse(Map.of())
                : Map.of();
        Optional<String> instants = found.basic().flatMap(basic -> AttributeTypes.instants(basic.type()));
        return new ColumnSpec(
                column.role(),
                found.at().column(),
                column.purpose(),
                column.encoding(),
                column.lastUnit(),
                column.saysWhichMoment(),
                Optional.of(new AttributeSpec(shown, found.at().alias(), instants, words)));
    }

    private Map<String, String> words(ColumnSpec column, Basic attribute) {
        StoredWords words = new StoredWords(attribute);
        Map<String, List<String>> meanings = new LinkedHashMap<>();
        written.values()
                .getOrDefault(column.role(), Map.of())
                .forEach((meaning, stored) -> meanings.put(
                        meaning,
                        stored.stream()
                                .map(value -> value(column, words, value))
                                .toList()));
        values.put(column.role(), meanings);
        return words.words();
    }

    private String value(ColumnSpec column, StoredWords words, String value) {
        try {
            return words.value(value);
        } catch (UnmappableException e) {
            faults.add(written.name() + "." + column.role() + ": " + e.getMessage());
            return value;
        }
    }
}
