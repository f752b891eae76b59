package io.axisor.metrics.jdbc.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** The provider that this run of the tests has on its class path. */
final class Factories {

    /** Such as {@code Hibernate 6.6}; a run with another class path than it says must not pass. */
    private static final String EXPECTED = System.getProperty("jpa.expected.provider", "none");

    private Factories() {}

    static boolean isHibernate() {
        return EXPECTED.startsWith("Hibernate");
    }

    static boolean isHibernate7() {
        return EXPECTED.startsWith("Hibernate 7");
    }

    /** A factory that has made its tables anew. */
    static EntityManagerFactory open(String unit, DataSource dataSource, Map<String, ?> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.put("jakarta.persistence.nonJtaDataSource", dataSource);
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(unit, all);
        factory.createEntityManager().close(); // EclipseLink makes the tables now
        assertThat(nameAndVersion(factory)).startsWith(EXPECTED);
        return factory;
    }

    private static String nameAndVersion(EntityManagerFactory factory) {
        Class<?> type = type(
                isHibernate()
                        ? "org.hibernate.SessionFactory"
                        : "org.eclipse.persistence.sessions.server.ServerSession");
        Package provider = factory.unwrap(type).getClass().getPackage();
        return isHibernate()
                ? "Hibernate " + provider.getImplementationVersion()
                : "EclipseLink " + text("org.eclipse.persistence.Version", "getVersion");
    }

    static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(EXPECTED + " is not on the class path", e);
        }
    }

    private static String text(String type, String method) {
        try {
            return String.valueOf(type(type).getMethod(method).invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static void persist(EntityManagerFactory factory, Consumer<EntityManager> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        }
    }
}
