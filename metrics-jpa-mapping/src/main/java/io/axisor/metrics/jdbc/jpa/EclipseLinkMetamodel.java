package io.axisor.metrics.jdbc.jpa;

import java.util.List;
import java.util.Map;

/** The descriptors of EclipseLink 4, from its {@code ServerSession}. */
final class EclipseLinkMetamodel implements EntityMetamodel {

    static final String SESSION = "org.eclipse.persistence.sessions.server.ServerSession";

    private final ProviderObject session;

    EclipseLinkMetamodel(Object serverSession) {
        this.session = new ProviderObject(serverSession);
    }

    @Override
    public EntityMapping entity(Class<?> type) {
        Map<?, ?> descriptors = (Map<?, ?>) session.get("getDescriptors").value();
        Object descriptor = descriptors.get(type);
        if (descriptor == null || new ProviderObject(descriptor).is("isAggregateDescriptor")) {
            List<String> names = descriptors.keySet().stream()
                    .map(known -> ((Class<?>) known).getName())
                    .toList();
            throw UnknownEntity.of(type, names);
        }
        return entity(new ProviderObject(descriptor));
    }

    EclipseLinkEntity entity(ProviderObject descriptor) {
        return new EclipseLinkEntity(this, descriptor);
    }

    /** The session, which converts values. */
    Object session() {
        return session.value();
    }
}
