package io.axisor.metrics.jdbc.jpa;

/** Where is known how entities are mapped: a provider, or their annotations. */
interface EntityMetamodel {

    /**
     * The mapping of an entity.
     *
     * @throws UnmappableException if there is none that a table mapping can be made of
     */
    EntityMapping entity(Class<?> type);
}
