/**
 * The front door: {@link io.axisor.metrics.BusinessMetrics} measures all domains at an instant,
 * {@link io.axisor.metrics.MetricsSnapshot} is what it found.
 *
 * <p>Here belongs what brings source, calendar and domains together, and the metrics that need two domains. What one
 * domain can tell alone belongs to that domain.
 */
@NullMarked
package io.axisor.metrics;

import org.jspecify.annotations.NullMarked;
