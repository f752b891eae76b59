/**
 * What trading earned: trades, volumes, wins and losses, by currency and automation, and the result with all its metrics.
 *
 * <p>Here belong the facts a source must give, the definitions and what is counted. Formulas over series belong in
 * {@link io.axisor.metrics.trading.risk}, those over markets in {@link io.axisor.metrics.trading.market}. No way to fetch trades
 * belongs here, nor any to value open positions: a profit or loss counts when its trade is closed.
 */
@NullMarked
package io.axisor.metrics.trading;

import org.jspecify.annotations.NullMarked;
