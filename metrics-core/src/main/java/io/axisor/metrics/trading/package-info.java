/**
 * What trading moved, earned and risked: trades and their volume, profit and loss day by day, the usual figures of risk, and
 * the markets traded on.
 *
 * <p>Here belong the facts a source must give ({@link io.axisor.metrics.trading.TradingFacts}), one class per formula, the
 * definitions and the result. The formulas take any series, so they also serve as analyses of a host's own.
 */
@NullMarked
package io.axisor.metrics.trading;

import org.jspecify.annotations.NullMarked;
