/**
 * What the business earns: collected and recurring revenue, its growth, what a user is worth, and how payments fare.
 *
 * <p>Here belong the facts a source must give ({@link io.axisor.metrics.revenue.RevenueFacts}), one class per formula,
 * the definitions and the result. Formulas that need the number of users take it as a number; who brings both together
 * is the front door.
 */
@NullMarked
package io.axisor.metrics.revenue;

import org.jspecify.annotations.NullMarked;
