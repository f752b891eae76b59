/**
 * How the process serves: its requests, their errors and durations, for the KPIs that no table tells.
 *
 * <p>Refreshed apart from the platform, since what a process knows of itself must be seen also while the database is away. How
 * requests are read from a registry belongs in the binder.
 */
@NullMarked
package io.axisor.metrics.system;

import org.jspecify.annotations.NullMarked;
