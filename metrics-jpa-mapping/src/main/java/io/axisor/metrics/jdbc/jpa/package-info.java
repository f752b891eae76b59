/**
 * The mapping by the entities that a host has for Jakarta Persistence:
 * {@link io.axisor.metrics.jdbc.jpa.EntitySchema} turns attributes into tables and columns.
 *
 * <p>Here belongs what knows of entities and of the providers, which are looked into by reflection alone. How the result is
 * looked up in a database does not; and nothing outside of this package needs Jakarta Persistence.
 */
@NullMarked
package io.axisor.metrics.jdbc.jpa;

import org.jspecify.annotations.NullMarked;
