/**
 * The statements, one class for each kind of table ({@code AccountStatements}, {@code PaymentTotals}, ...), and the
 * tallies that their rows are added up in. Conditions that several of them share belong in {@code render}.
 */
@NullMarked
package io.axisor.metrics.jdbc.internal.statement;

import org.jspecify.annotations.NullMarked;
