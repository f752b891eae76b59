/**
 * What trading earned and what it risked: volumes, wins and losses, reward for risk, drawdown, and how concentrated and
 * how restless the markets are that were traded.
 *
 * <p>Here belong the facts a source must give, one class per formula, the definitions and the result. Formulas take
 * plain numbers and series, so they serve as analyses of any series too: days, trades, another's returns. What leaves
 * room for a choice is chosen in {@link io.axisor.metrics.trading.RiskConventions}. No way to fetch trades belongs
 * here, nor any to value open positions: a profit or loss counts when its trade is closed.
 */
@NullMarked
package io.axisor.metrics.trading;

import org.jspecify.annotations.NullMarked;
