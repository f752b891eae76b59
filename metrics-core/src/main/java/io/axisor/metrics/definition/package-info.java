/**
 * What a metric is and what was measured of it: its key, unit, windows and words, the catalog of all of them, measurements with
 * status and provenance, and the rules by which rows that were left out count against them.
 *
 * <p>What machines read begins here: {@link io.axisor.metrics.definition.Measurement},
 * {@link io.axisor.metrics.definition.MetricDefinition}, {@link io.axisor.metrics.definition.MetricCatalog}. The definitions of
 * single metrics belong in their domains.
 */
@NullMarked
package io.axisor.metrics.definition;

import org.jspecify.annotations.NullMarked;
