/**
 * How the platform serves: its requests ({@link io.axisor.metrics.platform.SystemMetrics}), and its features,
 * support and compliance ({@link io.axisor.metrics.platform.PlatformMetrics}).
 *
 * <p>The two are refreshed apart: what a process knows of itself must be seen also while the database is away. Here belong
 * their facts, one class per formula, the definitions and the results. How requests are read from a registry belongs to the
 * binder; the share of active users who use a feature is composed in the front door.
 */
@NullMarked
package io.axisor.metrics.platform;

import org.jspecify.annotations.NullMarked;
