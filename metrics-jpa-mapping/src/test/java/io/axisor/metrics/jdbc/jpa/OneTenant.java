package io.axisor.metrics.jdbc.jpa;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** The tenant of all that is persisted; a class of its own, since Hibernate is not on every class path. */
final class OneTenant {

    private OneTenant() {}

    /** Says which. */
    static final class Resolver implements CurrentTenantIdentifierResolver<String> {
        @Override
        public String resolveCurrentTenantIdentifier() {
            return "one";
        }

        @Override
        public boolean validateExistingCurrentSessions() {
            return false;
        }
    }
}
