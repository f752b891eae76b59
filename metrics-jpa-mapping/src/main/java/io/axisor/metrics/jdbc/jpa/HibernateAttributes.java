package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.Attribute.Embedded;
import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import io.axisor.metrics.jdbc.jpa.Attribute.ToOne;
import io.axisor.metrics.jdbc.jpa.Attribute.Unmappable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The attributes of an entity or an embeddable of Hibernate's, by its {@code ManagedMappingType}. */
final class HibernateAttributes implements AttributeOwner {

    private static final String MAPPING = "org.hibernate.metamodel.mapping.";

    private final HibernateMetamodel metamodel;
    private final String name;
    private final Optional<String> onlyTable;
    private final Map<String, ProviderObject> parts = new LinkedHashMap<>();
    private final List<String> idNames = new ArrayList<>();

    /**
     * Those of a type.
     *
     * @param onlyTable the table that all of them lie in, whatever Hibernate says: the tables of a union hold what they
     *     inherit, which it ascribes to the table above
     */
    HibernateAttributes(
            HibernateMetamodel metamodel, String name, ProviderObject managedType, Optional<String> onlyTable) {
        this.metamodel = metamodel;
        this.name = name;
        this.onlyTable = onlyTable;
        if (managedType.isA(MAPPING + "EntityMappingType")) {
            addId(managedType.get("getIdentifierMapping"));
        }
        Consumer<Object> each = attribute -> {
            ProviderObject part = new ProviderObject(attribute);
            parts.put(part.text("getAttributeName").orElse(""), part);
        };
        managedType.call("forEachAttributeMapping", each);
    }

    /** An id is no attribute to Hibernate; one of several attributes without a class around them has no name either. */
    private void addId(ProviderObject id) {
        if (id.isA(MAPPING + "NonAggregatedIdentifierMapping")) {
            HibernateAttributes inside =
                    new HibernateAttributes(metamodel, name, id.get("getEmbeddableTypeDescriptor"), onlyTable);
            parts.putAll(inside.parts);
            idNames.addAll(inside.parts.keySet());
        } else {
            String idName = id.text("getAttributeName").orElse("");
            parts.put(idName, id);
            idNames.add(idName);
        }
    }

    List<String> idNames() {
        return idNames;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Collection<String> attributeNames() {
        return parts.keySet();
    }

    @Override
    public Optional<Attribute> attribute(String attributeName) {
        return Optional.ofNullable(parts.get(attributeName)).map(this::attribute);
    }

    private Attribute attribute(ProviderObject part) {
        if (part.isA(MAPPING + "internal.ToOneAttributeMapping")) {
            return toOne(part);
        }
        if (part.isA(MAPPING + "EmbeddableValuedModelPart")) {
            return new Embedded(new HibernateAttributes(
                    metamodel,
                    name + "." + part.text("getPartName").orElse(""),
                    part.get("getEmbeddableTypeDescriptor"),
                    onlyTable));
        }
        if (!part.isA(MAPPING + "BasicValuedModelPart")) {
            return new Unmappable(
                    part.isA(MAPPING + "PluralAttributeMapping") ? "a collection" : "of a kind without a column");
        }
        ProviderObject column = part.get("getSelectable", 0);
        if (column.is("isFormula")) {
            return new Unmappable("a @Formula");
        }
        if (isTransformed(column)) {
            return new Unmappable("read by an expression of its own (@ColumnTransformer)");
        }
        ProviderObject jdbcMapping = part.get("getJdbcMapping");
        Object type =
                jdbcMapping.get("getJavaTypeDescriptor").get("getJavaTypeClass").value();
        return new Basic(place(column), (Class<?>) type, new HibernateStorage(jdbcMapping));
    }

    /** What Hibernate reads is else the column itself, after a placeholder for its table's alias. */
    private static boolean isTransformed(ProviderObject column) {
        String selection = column.text("getSelectionExpression").orElse("");
        String plain = "[^ .(]+[.]" + Pattern.quote(selection);
        return column.text("getCustomReadExpression")
                .filter(expression -> !expression.matches(plain))
                .isPresent();
    }

    private Attribute toOne(ProviderObject part) {
        boolean isOwner = "KEY".equals(part.text("getSideNature").orElse(""));
        if (!isOwner) {
            return new Unmappable("the other side of a @OneToOne, whose column is in the other table");
        }
        if (part.is("hasJoinTable")) {
            return new Unmappable("held in a @JoinTable");
        }
        ProviderObject foreignKey = part.get("getForeignKeyDescriptor");
        if (!Integer.valueOf(1).equals(foreignKey.call("getJdbcTypeCount"))) {
            return new Unmappable("held in several columns");
        }
        return new ToOne(
                place(foreignKey.get("getKeyPart").get("getSelectable", 0)),
                foreignPlace(foreignKey.get("getTargetPart").get("getSelectable", 0)),
                () -> metamodel.entity(part.get("getAssociatedEntityMappingType")));
    }

    /** The key of an entity that is referred to lies in that one's tables. */
    private static Place foreignPlace(ProviderObject selectable) {
        return new Place(
                RenderedName.table(
                        selectable.text("getContainingTableExpression").orElse("")),
                RenderedName.column(selectable.text("getSelectionExpression").orElse("")));
    }

    private Place place(ProviderObject selectable) {
        Place place = foreignPlace(selectable);
        return onlyTable.map(table -> new Place(table, place.column())).orElse(place);
    }
}
