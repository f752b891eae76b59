package io.axisor.metrics.jdbc.jpa;

import java.util.List;
import java.util.stream.Stream;

/** The mapping metamodel of Hibernate 6 and 7, from its {@code SessionFactoryImplementor}. */
final class HibernateMetamodel implements EntityMetamodel {

    static final String FACTORY = "org.hibernate.engine.spi.SessionFactoryImplementor";

    private final ProviderObject metamodel;

    HibernateMetamodel(Object sessionFactory) {
        this.metamodel = new ProviderObject(sessionFactory).get("getMappingMetamodel");
    }

    @Override
    public EntityMapping entity(Class<?> type) {
        ProviderObject descriptor = metamodel
                .find("findEntityDescriptor", type.getName())
                .orElseThrow(() -> UnknownEntity.of(type, entityNames()));
        return entity(descriptor);
    }

    HibernateEntity entity(ProviderObject descriptor) {
        return new HibernateEntity(this, descriptor);
    }

    /** The descriptor of an entity that Hibernate itself has named. */
    ProviderObject descriptor(String entityName) {
        return metamodel.get("getEntityDescriptor", entityName);
    }

    private List<String> entityNames() {
        Object names = metamodel.call("getAllEntityNames");
        return names instanceof String[] array ? Stream.of(array).toList() : List.of();
    }
}
