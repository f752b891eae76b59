/**
 * Where facts come from: the port {@link io.axisor.metrics.source.MetricsDataSource}, and the source that holds its rows
 * in memory, which is also the reference for every other one.
 *
 * <p>Here belongs what counts facts without any technology. A database belongs to an adapter of its own; a formula to
 * its domain.
 */
@NullMarked
package io.axisor.metrics.source;

import org.jspecify.annotations.NullMarked;
