/**
 * What trading risked: reward for risk, drawdown, value at risk, volatility.
 *
 * <p>Formulas take plain numbers and series, so they serve as analyses of any series too: days, trades, another's returns. What
 * leaves room for a choice is chosen in {@link io.axisor.metrics.trading.risk.RiskConventions}. Which metric shows what, and
 * over which window, belongs in {@link io.axisor.metrics.trading}.
 */
@NullMarked
package io.axisor.metrics.trading.risk;

import org.jspecify.annotations.NullMarked;
