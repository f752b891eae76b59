/** Metrics that are SQL of the host's own: binding their times, running them, reading the one row or the parts. */
@NullMarked
package io.axisor.metrics.jdbc.internal.custom;

import org.jspecify.annotations.NullMarked;
