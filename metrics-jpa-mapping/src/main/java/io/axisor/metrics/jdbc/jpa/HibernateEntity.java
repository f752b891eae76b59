package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An entity of Hibernate's, by its {@code EntityPersister}. */
final class HibernateEntity implements EntityMapping {

    private final HibernateMetamodel metamodel;
    private final ProviderObject descriptor;
    private final HibernateAttributes attributes;
    private final String table;

    HibernateEntity(HibernateMetamodel metamodel, ProviderObject descriptor) {
        this.metamodel = metamodel;
        this.descriptor = descriptor;
        this.table = table(descriptor);
        this.attributes = new HibernateAttributes(
                metamodel, name(), descriptor, isUnion() ? Optional.of(table) : Optional.empty());
        UnseenRestrictions.refuse(
                name(), (Class<?>) descriptor.get("getMappedClass").value());
        if (descriptor.is("hasWhereRestrictions")) {
            throw new UnmappableException(
                    name() + " has a restriction in SQL, which is not known here; " + UnmappableException.bySelect());
        }
    }

    private static String table(ProviderObject descriptor) {
        String rendered =
                descriptor.get("getMappedTableDetails").text("getTableName").orElse("");
        return RenderedName.table(rendered);
    }

    @Override
    public String name() {
        String entityName = descriptor.text("getEntityName").orElse("");
        return entityName.substring(Math.max(entityName.lastIndexOf('.'), entityName.lastIndexOf('$')) + 1);
    }

    @Override
    public String table() {
        String rendered =
                descriptor.get("getMappedTableDetails").text("getTableName").orElse("");
        if (rendered.startsWith("(") || isUnionOfTables()) {
            throw new UnmappableException(name() + " is no table but a query of Hibernate's (" + inheritance() + "); "
                    + UnmappableException.bySelect());
        }
        return table;
    }

    private String inheritance() {
        return isUnion() ? "TABLE_PER_CLASS" : "@Subselect";
    }

    private boolean isUnion() {
        return descriptor.isA("org.hibernate.persister.entity.UnionSubclassEntityPersister");
    }

    private boolean isUnionOfTables() {
        return isUnion() && entityNames().size() > 1;
    }

    private List<String> entityNames() {
        return descriptor.list("getSubclassEntityNames").stream()
                .map(name -> String.valueOf(name.value()))
                .toList();
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        Consumer<Object> each = mapping -> {
            ProviderObject tableMapping = new ProviderObject(mapping);
            ProviderObject key = tableMapping.get("getKeyDetails");
            if (Integer.valueOf(1).equals(key.call("getColumnCount"))) {
                keys.put(
                        RenderedName.table(tableMapping.text("getTableName").orElse("")),
                        RenderedName.column(
                                key.get("getKeyColumn", 0).text("getColumnName").orElse("")));
            }
        };
        descriptor.call("forEachMutableTable", each);
        return keys;
    }

    @Override
    public List<Rows> conditions() {
        List<Rows> conditions = new ArrayList<>();
        discriminator().ifPresent(conditions::add);
        descriptor.find("getSoftDeleteMapping").map(this::notDeleted).ifPresent(conditions::add);
        return conditions;
    }

    private Rows notDeleted(ProviderObject softDelete) {
        Place place = new Place(
                RenderedName.table(softDelete.text("getTableName").orElse(table)),
                RenderedName.column(softDelete.text("getColumnName").orElse("")));
        List<String> values = softDelete
                .text("getWriteExpression")
                .map(literal -> List.of(unquoted(literal)))
                .orElse(List.of());
        return new Rows(place, values, "the soft delete of " + name());
    }

    /** Rows of other classes stand in the same table only where the class above has it too. */
    private Optional<Rows> discriminator() {
        Optional<ProviderObject> parent = descriptor.find("getSuperMappingType");
        Optional<ProviderObject> discriminator = descriptor.find("getDiscriminatorMapping");
        if (isUnion()
                || parent.isEmpty()
                || discriminator.isEmpty()
                || !table(parent.get()).equals(table)) {
            return Optional.empty();
        }
        if (discriminator.get().is("isFormula")) {
            throw new UnmappableException(
                    name() + " is told from other classes by a formula; " + UnmappableException.bySelect());
        }
        List<String> values = new ArrayList<>();
        for (String entityName : entityNames()) {
            String literal = metamodel
                    .descriptor(entityName)
                    .text("getDiscriminatorSQLValue")
                    .orElse("null");
            if (literal.equals("null") || literal.equals("not null")) {
                throw new UnmappableException(name() + " is told from other classes by a discriminator that is "
                        + literal + "; " + UnmappableException.bySelect());
            }
            values.add(unquoted(literal));
        }
        String column = discriminator.get().text("getSelectionExpression").orElse("");
        return Optional.of(
                new Rows(new Place(table, RenderedName.column(column)), values, "the discriminator of " + name()));
    }

    private static String unquoted(String literal) {
        return literal.length() > 1 && literal.startsWith("'") && literal.endsWith("'")
                ? literal.substring(1, literal.length() - 1).replace("''", "'")
                : literal;
    }

    @Override
    public Collection<String> compositeId() {
        ProviderObject id = descriptor.get("getIdentifierMapping");
        return Integer.valueOf(1).equals(id.call("getJdbcTypeCount")) ? List.of() : attributes.idNames();
    }

    @Override
    public AttributeOwner attributes() {
        return attributes;
    }
}
