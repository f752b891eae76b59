/**
 * Shows what a {@link io.axisor.metrics.refresh.MetricsRefresher} holds in the Micrometer registry that the host scrapes
 * already: {@link io.axisor.metrics.micrometer.BusinessMetricsBinder} keeps the meters,
 * a {@link io.axisor.metrics.micrometer.MeterLayout} gives them names.
 *
 * <p>Here belongs what knows Micrometer: naming, registering and removing meters. Nothing here computes a metric,
 * enumerates metrics by hand, or asks a source; a scrape reads numbers that are there already.
 */
@NullMarked
package io.axisor.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
