/**
 * Shows what a {@link io.axisor.metrics.refresh.MetricsRefresher} holds in the Micrometer registry that the host scrapes
 * already: {@link io.axisor.metrics.micrometer.BusinessMetricsBinder} keeps the meters,
 * a {@link io.axisor.metrics.micrometer.MeterLayout} gives them names. And reads the one thing that the host counts there
 * itself: {@link io.axisor.metrics.micrometer.RegistryHttpRequests} turns its timers of HTTP requests into facts.
 *
 * <p>Here belongs what knows Micrometer: naming, registering and removing meters, and reading the host's. What shows
 * metrics computes none, enumerates none by hand and asks no source; a scrape reads numbers that are there already. What
 * reads the host's meters hands over facts and knows no formula; it is called by a refresh, never by a scrape.
 */
@NullMarked
package io.axisor.metrics.micrometer;

import org.jspecify.annotations.NullMarked;
