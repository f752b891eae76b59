package io.axisor.metrics.jdbc.jpa;

import io.axisor.metrics.jdbc.internal.spec.NearestName;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The entities of a factory by name; the factory is not asked for before a name is. */
final class NamedEntities {

    private final Supplier<EntityManagerFactory> factories;
    private @Nullable EntityManagerFactory factory;
    private @Nullable EntityMetamodel metamodel;

    NamedEntities(Supplier<EntityManagerFactory> factories) {
        this.factories = factories;
    }

    EntityMetamodel metamodel() {
        if (metamodel == null) {
            metamodel = Provider.metamodel(factory());
        }
        return metamodel;
    }

    /** By its name in queries, or by that of its class. */
    Class<?> find(String name) {
        List<EntityType<?>> entities = factory().getMetamodel().getEntities().stream()
                .filter(entity -> entity.getJavaType() != null) // those of Envers have no class
                .toList();
        Optional<Class<?>> found = entities.stream()
                .filter(entity -> name.equals(entity.getName())
                        || name.equals(entity.getJavaType().getName()))
                .findFirst()
                .map(EntityType::getJavaType);
        return found.orElseThrow(() -> {
            Set<String> known =
                    entities.stream().map(EntityType::getName).collect(Collectors.toCollection(TreeSet::new));
            return new IllegalArgumentException(
                    "this EntityManagerFactory has no entity '" + name + "'" + NearestName.hint(name, known));
        });
    }

    private EntityManagerFactory factory() {
        if (factory == null) {
            factory = factories.get();
        }
        return factory;
    }
}
