/**
 * What a metric's answer is made of: values with their status, provenance and unit, and the definitions they answer.
 *
 * <p>Here belongs what every domain shares and what machines read: {@link io.axisor.metrics.value.Measurement},
 * {@link io.axisor.metrics.value.MetricDefinition}, {@link io.axisor.metrics.value.MetricCatalog}. A formula belongs
 * to its domain.
 */
@NullMarked
package io.axisor.metrics.value;

import org.jspecify.annotations.NullMarked;
