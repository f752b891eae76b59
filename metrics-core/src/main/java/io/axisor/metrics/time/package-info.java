/**
 * When a metric looks: the instant it is computed for, the windows that end there, and the business calendar that
 * cuts days, weeks and months.
 *
 * <p>Here belongs whatever turns an instant into half-open ranges. Formulas, databases and schedules do not.
 */
@NullMarked
package io.axisor.metrics.time;

import org.jspecify.annotations.NullMarked;
