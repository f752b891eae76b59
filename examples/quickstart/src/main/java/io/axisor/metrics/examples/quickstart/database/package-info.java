/**
 * The database that plays the host's: embedded, or one that is given. Everything stands in one schema that is made for the
 * run, recognised as ours, and removed at the end.
 *
 * <p>Here belongs plain JDBC: connections, the guest's manners, batches. What the tables mean does not.
 */
@NullMarked
package io.axisor.metrics.examples.quickstart.database;

import org.jspecify.annotations.NullMarked;
