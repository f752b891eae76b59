package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec;
import io.axisor.metrics.jdbc.internal.spec.ViewSpec.Beside;
import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.Attribute.Embedded;
import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import io.axisor.metrics.jdbc.jpa.Attribute.ToOne;
import io.axisor.metrics.jdbc.jpa.Attribute.Unmappable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows attributes from an entity to columns, and notes which tables they lie in beside the entity's own. */
final class AttributePaths {

    private final EntityMapping entity;
    private final String table;
    private final Map<String, Beside> beside = new LinkedHashMap<>();

    /**
     * Where a path ends.
     *
     * @param at its column
     * @param basic the attribute, empty for a reference to an entity
     */
    record Found(At at, Optional<Basic> basic) {}

    /**
     * A column of a table of the view.
     *
     * @param alias the table's alias
     * @param column its name
     */
    record At(String alias, String column) {}

    /**
     * Where a path has come to.
     *
     * @param entity the entity whose attributes come next
     * @param key the column by which a reference has found it, null for the first entity
     * @param reference the column that refers to it, null for the first entity
     */
    private record Standing(
            EntityMapping entity,
            @Nullable Place key,
            @Nullable At reference) {}

    AttributePaths(EntityMapping entity) {
        this.entity = entity;
        this.table = entity.table();
    }

    String table() {
        return table;
    }

    /** The tables that were needed so far. */
    List<Beside> beside() {
        return new ArrayList<>(beside.values());
    }

    /** The column of a condition. */
    At at(Place place) {
        return locate(new Standing(entity, null, null), place);
    }

    /** The column of a path such as {@code address.country}. */
    Found find(String path) {
        return find(new Standing(entity, null, null), entity, List.of(path.split("\\.", -1)));
    }

    private Found find(Standing standing, AttributeOwner owner, List<String> path) {
        String first = path.get(0);
        List<String> rest = path.subList(1, path.size());
        Attribute attribute = owner.attribute(first)
                .orElseThrow(() -> new UnmappableException(owner.name() + " has no attribute '" + first + "'"
                        + NearestName.hint(first, new TreeSet<>(owner.attributeNames()))));
        String shown = "attribute '" + first + "' of " + owner.name();
        if (attribute instanceof Embedded embedded) {
            return inside(shown, embedded, standing, first, rest);
        }
        if (attribute instanceof ToOne toOne) {
            At reference = locate(standing, toOne.foreignKey());
            if (rest.isEmpty()) {
                return new Found(reference, Optional.empty());
            }
            EntityMapping target = toOne.target().get();
            return find(new Standing(target, toOne.key(), reference), target, rest);
        }
        if (attribute instanceof Basic basic && rest.isEmpty()) {
            return new Found(locate(standing, basic.place()), Optional.of(basic));
        }
        if (attribute instanceof Unmappable unmappable) {
            throw new UnmappableException(shown + " is " + unmappable.why() + "; " + UnmappableException.bySelect());
        }
        throw new UnmappableException(
                shown + " has no attributes itself, so there is no '" + String.join(".", rest) + "' in it");
    }

    private Found inside(String shown, Embedded embedded, Standing standing, String first, List<String> rest) {
        if (rest.isEmpty()) {
            String example = embedded.inside().attributeNames().stream()
                    .sorted()
                    .findFirst()
                    .map(name -> ", such as '" + first + "." + name + "'")
                    .orElse("");
            throw new UnmappableException(shown + " has several columns; name one of its attributes" + example);
        }
        return find(standing, embedded.inside(), rest);
    }

    private At locate(Standing standing, Place place) {
        Place key = standing.key();
        At reference = standing.reference();
        if (key == null || reference == null) {
            return place.isIn(table) ? new At(ViewSpec.OWN, place.column()) : besideOwn(place);
        }
        if (place.isSame(key)) {
            return reference;
        }
        String found = place.isIn(key.table()) ? key.column() : key(standing.entity(), place.table());
        return new At(beside(reference, place.table(), found, standing.entity()), place.column());
    }

    private At besideOwn(Place place) {
        At ownKey = new At(ViewSpec.OWN, key(entity, table));
        return new At(beside(ownKey, place.table(), key(entity, place.table()), entity), place.column());
    }

    private static String key(EntityMapping owner, String table) {
        return owner.keys().entrySet().stream()
                .filter(key -> key.getKey().equalsIgnoreCase(table))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new UnmappableException("how the table " + table + " of " + owner.name()
                        + " is joined is not known, or takes several columns; " + UnmappableException.bySelect()));
    }

    private String beside(At from, String otherTable, String key, EntityMapping owner) {
        String identity = String.join("\n", from.alias(), from.column(), otherTable, key);
        return beside.computeIfAbsent(
                        identity,
                        none -> new Beside(
                                "j" + (beside.size() + 1),
                                otherTable,
                                key,
                                from.alias(),
                                from.column(),
                                "a table of " + owner.name()))
                .alias();
    }
}
