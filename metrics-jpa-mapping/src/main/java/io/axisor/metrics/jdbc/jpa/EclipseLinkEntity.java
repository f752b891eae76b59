package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An entity of EclipseLink's, by its {@code ClassDescriptor}. */
final class EclipseLinkEntity implements EntityMapping {

    private final ProviderObject descriptor;
    private final Class<?> type;
    private final EclipseLinkAttributes attributes;

    EclipseLinkEntity(EclipseLinkMetamodel metamodel, ProviderObject descriptor) {
        this.descriptor = descriptor;
        this.type = (Class<?>) descriptor.get("getJavaClass").value();
        this.attributes = new EclipseLinkAttributes(metamodel, type.getSimpleName(), descriptor);
        UnseenRestrictions.refuse(name(), type);
        boolean isRestricted =
                descriptor.get("getQueryManager").is("hasAdditionalCriteria") || descriptor.is("hasMultitenantPolicy");
        if (isRestricted) {
            throw new UnmappableException(name() + " has criteria that EclipseLink adds to statements and that are not"
                    + " known here; " + UnmappableException.bySelect());
        }
    }

    /** The name of a table or of a column, which EclipseLink keeps without quotes. */
    static String table(ProviderObject databaseTable) {
        return RenderedName.table(
                "",
                databaseTable.text("getTableQualifier").orElse(""),
                databaseTable.text("getName").orElse(""));
    }

    static Place place(ProviderObject field) {
        return new Place(
                table(field.get("getTable")),
                RenderedName.column(field.text("getName").orElse("")));
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    private Optional<ProviderObject> inheritance() {
        return descriptor.is("hasInheritance") ? Optional.of(descriptor.get("getInheritancePolicy")) : Optional.empty();
    }

    private Optional<ProviderObject> parent() {
        return inheritance().flatMap(policy -> policy.find("getParentDescriptor"));
    }

    private boolean isUnion() {
        return descriptor.is("hasTablePerClassPolicy");
    }

    private static List<String> tables(ProviderObject descriptor) {
        return descriptor.list("getTables").stream()
                .map(EclipseLinkEntity::table)
                .toList();
    }

    /** The first table that the class above does not have; else that of all classes. */
    @Override
    public String table() {
        if (isUnion()
                && !descriptor
                        .get("getTablePerClassPolicy")
                        .list("getChildDescriptors")
                        .isEmpty()) {
            throw new UnmappableException(
                    name() + " is no table but a union (TABLE_PER_CLASS); " + UnmappableException.bySelect());
        }
        List<String> inherited = parent().map(EclipseLinkEntity::tables).orElse(List.of());
        List<String> all = tables(descriptor);
        return all.stream()
                .filter(table -> !inherited.contains(table))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() ->
                        new UnmappableException(name() + " has no table of its own; " + UnmappableException.byTable()));
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        List<ProviderObject> primaryKey = descriptor.list("getPrimaryKeyFields");
        if (primaryKey.size() == 1) {
            put(keys, primaryKey.get(0));
            Map<?, ?> others = (Map<?, ?>)
                    descriptor.get("getAdditionalTablePrimaryKeyFields").value();
            for (Object fields : others.values()) {
                ((Map<?, ?>) fields).forEach((from, to) -> {
                    put(keys, new ProviderObject(from));
                    put(keys, new ProviderObject(to));
                });
            }
        }
        return keys;
    }

    private static void put(Map<String, String> keys, ProviderObject field) {
        Place place = place(field);
        keys.putIfAbsent(place.table(), place.column());
    }

    /** Rows of other classes stand in the same table only where the class above has it too. */
    @Override
    public List<Rows> conditions() {
        boolean isSingleTable = !isUnion()
                && parent().map(above -> tables(above).contains(table())).orElse(false);
        if (!isSingleTable) {
            return List.of();
        }
        ProviderObject root =
                inheritance().orElseThrow().get("getRootParentDescriptor").get("getInheritancePolicy");
        Optional<ProviderObject> field = root.find("getClassIndicatorField");
        if (field.isEmpty() || root.is("hasClassExtractor")) {
            throw new UnmappableException(
                    name() + " is told from other classes by code; " + UnmappableException.bySelect());
        }
        Set<String> values = new HashSet<>();
        ((Map<?, ?>) root.get("getClassIndicatorMapping").value()).forEach((key, value) -> {
            if (key instanceof Class<?> known && type.isAssignableFrom(known)) {
                values.add(String.valueOf(value));
            }
        });
        return List.of(
                new Rows(place(field.get()), values.stream().sorted().toList(), "the discriminator of " + name()));
    }

    @Override
    public Collection<String> compositeId() {
        if (descriptor.list("getPrimaryKeyFields").size() == 1) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (ProviderObject mapping : descriptor.list("getMappings")) {
            if (mapping.is("isPrimaryKeyMapping")) {
                names.add(mapping.text("getAttributeName").orElse(""));
            }
        }
        return names;
    }

    @Override
    public AttributeOwner attributes() {
        return attributes;
    }
}
