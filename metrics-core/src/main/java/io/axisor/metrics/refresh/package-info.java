/**
 * Keeps values fresh and says when they are not: schedule, isolation of domains, staleness, listeners, and the lease by
 * which one of several replicas computes.
 *
 * <p>Here belongs what happens over time. What a value is, is decided behind {@link io.axisor.metrics.BusinessMetrics};
 * where it goes, by listeners.
 */
@NullMarked
package io.axisor.metrics.refresh;

import org.jspecify.annotations.NullMarked;
