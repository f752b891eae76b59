package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.Attribute.Embedded;
import io.axisor.metrics.jdbc.jpa.Attribute.ToOne;
import io.axisor.metrics.jdbc.jpa.Attribute.Unmappable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The attributes of an entity or an embeddable of EclipseLink's, by its {@code ClassDescriptor}. */
final class EclipseLinkAttributes implements AttributeOwner {

    private final EclipseLinkMetamodel metamodel;
    private final String name;
    private final ProviderObject descriptor;

    EclipseLinkAttributes(EclipseLinkMetamodel metamodel, String name, ProviderObject descriptor) {
        this.metamodel = metamodel;
        this.name = name;
        this.descriptor = descriptor;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Collection<String> attributeNames() {
        return descriptor.list("getMappings").stream()
                .map(mapping -> mapping.text("getAttributeName").orElse(""))
                .filter(attributeName -> !attributeName.isEmpty())
                .toList();
    }

    @Override
    public Optional<Attribute> attribute(String attributeName) {
        return descriptor.find("getMappingForAttributeName", attributeName).map(this::attribute);
    }

    private Attribute attribute(ProviderObject mapping) {
        if (mapping.is("isAggregateObjectMapping")) {
            return new Embedded(new EclipseLinkAttributes(
                    metamodel,
                    name + "." + mapping.text("getAttributeName").orElse(""),
                    mapping.get("getReferenceDescriptor")));
        }
        if (mapping.is("isOneToOneMapping")) {
            return toOne(mapping);
        }
        if (!mapping.is("isDirectToFieldMapping")) {
            boolean isCollection = mapping.is("isCollectionMapping") || mapping.is("isDirectCollectionMapping");
            return new Unmappable(isCollection ? "a collection" : "of a kind without a column");
        }
        Object type =
                mapping.get("getAttributeAccessor").get("getAttributeClass").value();
        return new Basic(
                EclipseLinkEntity.place(mapping.get("getField")),
                (Class<?>) type,
                new EclipseLinkStorage(mapping, metamodel.session()));
    }

    private Attribute toOne(ProviderObject mapping) {
        if (mapping.is("hasRelationTable")) {
            return new Unmappable("held in a @JoinTable");
        }
        if (!mapping.is("isForeignKeyRelationship")) {
            return new Unmappable("the other side of a @OneToOne, whose column is in the other table");
        }
        Map<?, ?> keys = (Map<?, ?>) mapping.get("getSourceToTargetKeyFields").value();
        if (keys.size() != 1) {
            return new Unmappable("held in several columns");
        }
        Map.Entry<?, ?> only = keys.entrySet().iterator().next();
        return new ToOne(
                EclipseLinkEntity.place(new ProviderObject(only.getKey())),
                EclipseLinkEntity.place(new ProviderObject(only.getValue())),
                () -> metamodel.entity(mapping.get("getReferenceDescriptor")));
    }
}
