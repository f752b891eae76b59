/**
 * The markets that were traded: what a source tells of them, and how concentrated they are.
 *
 * <p>Which metric shows what, and over which window, belongs in {@link io.axisor.metrics.trading}.
 */
@NullMarked
package io.axisor.metrics.trading.market;

import org.jspecify.annotations.NullMarked;
