package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.lang.annotation.Annotation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An entity by its annotations. */
final class AnnotatedEntity implements EntityMapping {

    private final AnnotationMetamodel metamodel;
    private final Class<?> type;
    private final List<Class<?>> entities;
    private final InheritanceType inheritance;
    private final AnnotatedAttributes attributes;

    AnnotatedEntity(AnnotationMetamodel metamodel, Class<?> type) {
        UnseenRestrictions.refuse(type.getSimpleName(), type);
        this.metamodel = metamodel;
        this.type = type;
        Deque<Class<?>> fromRoot = new ArrayDeque<>();
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            if (above.isAnnotationPresent(Entity.class) || above.isAnnotationPresent(MappedSuperclass.class)) {
                fromRoot.addFirst(above);
            }
        }
        this.entities = fromRoot.stream()
                .filter(above -> above.isAnnotationPresent(Entity.class))
                .toList();
        this.inheritance = Optional.ofNullable(entities.get(0).getAnnotation(Inheritance.class))
                .map(Inheritance::strategy)
                .orElse(InheritanceType.SINGLE_TABLE);
        this.attributes = new AnnotatedAttributes(metamodel, type.getSimpleName(), AnnotatedMember.isByGetters(type));
        addAttributes(List.copyOf(fromRoot));
    }

    /** What a class that is no entity itself declares lies in the table of the entity below it. */
    private void addAttributes(List<Class<?>> fromRoot) {
        for (int i = 0; i < fromRoot.size(); i++) {
            Class<?> owner = fromRoot.subList(i, fromRoot.size()).stream()
                    .filter(entities::contains)
                    .findFirst()
                    .orElse(type);
            attributes.add(fromRoot.get(i), tableOf(owner));
        }
        if (hasAnnotation("org.hibernate.annotations.SoftDelete")) {
            throw new UnmappableException(
                    name() + " has @SoftDelete, which annotations alone do not tell enough of; use"
                            + " EntitySchema.of(entityManagerFactory), or " + UnmappableException.bySelect());
        }
    }

    private boolean hasAnnotation(String annotationName) {
        return entities.stream()
                .flatMap(entity -> Stream.of(entity.getAnnotations()))
                .map(Annotation::annotationType)
                .anyMatch(annotation -> annotation.getName().equals(annotationName));
    }

    private String tableOf(Class<?> entity) {
        Class<?> owner = switch (inheritance) {
            case SINGLE_TABLE -> entities.get(0);
            case JOINED -> entity;
            case TABLE_PER_CLASS -> type;
        };
        Table table = owner.getAnnotation(Table.class);
        String given = table == null ? "" : table.name();
        return RenderedName.table(
                table == null ? "" : physicalOrEmpty(table.catalog()),
                table == null ? "" : physicalOrEmpty(table.schema()),
                metamodel.physical(given.isEmpty() ? entityName(owner) : given));
    }

    private String physicalOrEmpty(String logical) {
        return logical.isEmpty() ? "" : metamodel.physical(logical);
    }

    private static String entityName(Class<?> entity) {
        String given = entity.getAnnotation(Entity.class).name();
        return given.isEmpty() ? entity.getSimpleName() : given;
    }

    @Override
    public String name() {
        return type.getSimpleName();
    }

    @Override
    public String table() {
        boolean isUnion = inheritance == InheritanceType.TABLE_PER_CLASS
                && metamodel.subclasses(type).findAny().isPresent();
        if (isUnion) {
            throw new UnmappableException(
                    name() + " is no table but a union (TABLE_PER_CLASS); " + UnmappableException.bySelect());
        }
        return tableOf(type);
    }

    /** The column of the id, where it is one. */
    Optional<Place> id() {
        List<AnnotatedMember> ids = attributes.ids();
        return ids.size() != 1
                ? Optional.empty()
                : attributes
                        .attribute(ids.get(0).name())
                        .filter(Basic.class::isInstance)
                        .map(id -> ((Basic) id).place());
    }

    @Override
    public Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        id().ifPresent(id -> {
            keys.put(id.table(), id.column());
            for (Class<?> entity : entities) {
                PrimaryKeyJoinColumn own = entity.getAnnotation(PrimaryKeyJoinColumn.class);
                keys.putIfAbsent(tableOf(entity), key(own == null ? "" : own.name(), id));
                for (SecondaryTable secondary : entity.getAnnotationsByType(SecondaryTable.class)) {
                    PrimaryKeyJoinColumn[] columns = secondary.pkJoinColumns();
                    keys.put(
                            RenderedName.table(
                                    physicalOrEmpty(secondary.catalog()),
                                    physicalOrEmpty(secondary.schema()),
                                    metamodel.physical(secondary.name())),
                            key(columns.length == 0 ? "" : columns[0].name(), id));
                }
            }
        });
        return keys;
    }

    private String key(String given, Place id) {
        return given.isEmpty() ? id.column() : metamodel.physical(given);
    }

    @Override
    public List<Rows> conditions() {
        if (inheritance != InheritanceType.SINGLE_TABLE || entities.size() == 1) {
            return List.of();
        }
        DiscriminatorColumn column = entities.get(0).getAnnotation(DiscriminatorColumn.class);
        boolean isText = column == null || column.discriminatorType() == DiscriminatorType.STRING;
        List<String> values = new ArrayList<>();
        Stream.concat(Stream.of(type), metamodel.subclasses(type)).forEach(entity -> {
            DiscriminatorValue value = entity.getAnnotation(DiscriminatorValue.class);
            if (value == null && !isText) {
                throw new UnmappableException(entity.getSimpleName() + " has no @DiscriminatorValue; use"
                        + " EntitySchema.of(entityManagerFactory), or " + UnmappableException.bySelect());
            }
            values.add(value == null ? entityName(entity) : value.value());
        });
        String columnName = column == null ? "DTYPE" : column.name();
        Place place = new Place(tableOf(type), metamodel.physical(columnName));
        return List.of(new Rows(place, values, "the discriminator of " + name()));
    }

    @Override
    public Collection<String> compositeId() {
        return id().isPresent()
                ? List.of()
                : attributes.ids().stream().map(AnnotatedMember::name).toList();
    }

    @Override
    public AttributeOwner attributes() {
        return attributes;
    }
}
