/**
 * The rows of {@link io.axisor.metrics.source.InMemoryMetricsDataSource}: one record for each kind of fact, its columns
 * as a store may hold them, also the impossible ones.
 */
@NullMarked
package io.axisor.metrics.source.row;

import org.jspecify.annotations.NullMarked;
