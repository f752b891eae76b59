package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.jpa.Attribute.Basic;
import io.axisor.metrics.jdbc.jpa.Attribute.Embedded;
import io.axisor.metrics.jdbc.jpa.Attribute.Place;
import io.axisor.metrics.jdbc.jpa.Attribute.ToOne;
import io.axisor.metrics.jdbc.jpa.Attribute.Unmappable;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.lang.reflect.AnnotatedElement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of an entity or an embeddable, by their annotations. */
final class AnnotatedAttributes implements AttributeOwner {

    private final AnnotationMetamodel metamodel;
    private final String name;
    private final boolean byGetters;
    private final Map<String, Declared> attributes = new LinkedHashMap<>();
    private final Map<String, Column> overrides = new LinkedHashMap<>();

    /**
     * An attribute and the table that it lies in by default.
     *
     * @param member the attribute
     * @param table the table
     */
    private record Declared(AnnotatedMember member, String table) {}

    AnnotatedAttributes(AnnotationMetamodel metamodel, String name, boolean byGetters) {
        this.metamodel = metamodel;
        this.name = name;
        this.byGetters = byGetters;
    }

    /** Adds those that a class declares. */
    void add(Class<?> declaring, String table) {
        for (AnnotatedMember member : AnnotatedMember.declaredBy(declaring, byGetters)) {
            attributes.put(member.name(), new Declared(member, table));
        }
        override("", declaring);
    }

    private void override(String prefix, AnnotatedElement element) {
        AttributeOverrides many = element.getAnnotation(AttributeOverrides.class);
        AttributeOverride one = element.getAnnotation(AttributeOverride.class);
        List<AttributeOverride> all = many != null ? List.of(many.value()) : one != null ? List.of(one) : List.of();
        all.forEach(override -> overrides.putIfAbsent(prefix + override.name(), override.column()));
    }

    List<AnnotatedMember> ids() {
        return attributes.values().stream()
                .map(Declared::member)
                .filter(AnnotatedMember::isId)
                .toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Collection<String> attributeNames() {
        return attributes.keySet();
    }

    @Override
    public Optional<Attribute> attribute(String attributeName) {
        return Optional.ofNullable(attributes.get(attributeName)).map(this::attribute);
    }

    private Attribute attribute(Declared declared) {
        AnnotatedMember member = declared.member();
        if (member.has(OneToMany.class) || member.has(ManyToMany.class) || member.has(ElementCollection.class)) {
            return new Unmappable("a collection");
        }
        if (member.has("org.hibernate.annotations.Formula")) {
            return new Unmappable("a @Formula");
        }
        if (member.has(ManyToOne.class) || member.has(OneToOne.class)) {
            return toOne(declared);
        }
        return member.isEmbedded() ? embedded(declared) : basic(declared);
    }

    private Basic basic(Declared declared) {
        AnnotatedMember member = declared.member();
        Optional<Column> column =
                Optional.ofNullable(overrides.get(member.name())).or(() -> member.find(Column.class));
        String columnName =
                column.map(Column::name).filter(given -> !given.isEmpty()).orElse(member.name());
        String table = column.map(Column::table)
                .filter(given -> !given.isEmpty())
                .map(given -> RenderedName.table("", "", metamodel.physical(given)))
                .orElse(declared.table());
        return new Basic(
                new Place(table, metamodel.physical(columnName)),
                member.type(),
                new AnnotatedStorage(metamodel, member));
    }

    private Embedded embedded(Declared declared) {
        AnnotatedMember member = declared.member();
        AnnotatedAttributes inside = new AnnotatedAttributes(metamodel, name + "." + member.name(), byGetters);
        String prefix = member.name() + ".";
        overrides.forEach((path, column) -> {
            if (path.startsWith(prefix)) {
                inside.overrides.put(path.substring(prefix.length()), column);
            }
        });
        inside.override("", member.element());
        inside.add(member.type(), declared.table());
        return new Embedded(inside);
    }

    private Attribute toOne(Declared declared) {
        AnnotatedMember member = declared.member();
        if (!member.find(OneToOne.class).map(OneToOne::mappedBy).orElse("").isEmpty()) {
            return new Unmappable("the other side of a @OneToOne, whose column is in the other table");
        }
        if (member.has(JoinTable.class)) {
            return new Unmappable("held in a @JoinTable");
        }
        AnnotatedEntity target = metamodel.entity(target(member));
        Optional<Place> id = target.id();
        if (member.has(JoinColumns.class) || id.isEmpty()) {
            return new Unmappable("held in several columns");
        }
        Optional<JoinColumn> join = member.find(JoinColumn.class);
        String key = join.map(JoinColumn::referencedColumnName)
                .filter(given -> !given.isEmpty())
                .map(metamodel::physical)
                .orElse(id.get().column());
        String foreignKey =
                join.map(JoinColumn::name).filter(given -> !given.isEmpty()).orElse(member.name() + "_" + key);
        return new ToOne(
                new Place(declared.table(), metamodel.physical(foreignKey)),
                new Place(id.get().table(), key),
                () -> target);
    }

    private static Class<?> target(AnnotatedMember member) {
        Class<?> given = member.find(ManyToOne.class)
                .<Class<?>>map(ManyToOne::targetEntity)
                .or(() -> member.find(OneToOne.class).map(OneToOne::targetEntity))
                .orElse(void.class);
        return given == void.class ? member.type() : given;
    }
}
