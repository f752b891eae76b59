package io.axisor.metrics.jdbc.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises the provider behind a factory. */
final class Provider {

    private Provider() {}

    static EntityMetamodel metamodel(EntityManagerFactory factory) {
        return unwrapped(factory, HibernateMetamodel.FACTORY)
                .<EntityMetamodel>map(HibernateMetamodel::new)
                .or(() -> unwrapped(factory, EclipseLinkMetamodel.SESSION).map(EclipseLinkMetamodel::new))
                .orElseThrow(
                        () -> new IllegalArgumentException(factory.getClass().getName()
                                + " is neither of Hibernate nor of EclipseLink; use EntitySchema.ofAnnotations(...)"));
    }

    private static Optional<Object> unwrapped(EntityManagerFactory factory, String className) {
        return type(factory, className).map(type -> {
            try {
                return factory.unwrap(type);
            } catch (PersistenceException | IllegalArgumentException e) {
                return null; // the class is there, but the factory is of the other provider
            }
        });
    }

    /** Wrapped factories are of a framework's loader, which need not be that of the provider. */
    private static Optional<Class<?>> type(EntityManagerFactory factory, String className) {
        Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
        loaders.add(factory.getClass().getClassLoader());
        loaders.add(Thread.currentThread().getContextClassLoader());
        loaders.add(Provider.class.getClassLoader());
        return loaders.stream()
                .flatMap(loader -> type(loader, className).stream())
                .findFirst();
    }

    private static Optional<Class<?>> type(@Nullable ClassLoader loader, String className) {
        try {
            return Optional.of(Class.forName(className, false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.empty();
        }
    }
}
