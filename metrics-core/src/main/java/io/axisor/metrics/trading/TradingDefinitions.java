package io.axisor.metrics.trading;

import static io.axisor.metrics.definition.MeasurementRecorder.CURRENCY;
import static io.axisor.metrics.definition.RowAxis.TRADE_AMOUNTS;
import static io.axisor.metrics.definition.RowAxis.TRADE_PROFITS;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.value.Outcome;
import java.util.List;

/** What the metrics of the trading domain mean. */
public final class TradingDefinitions {

    /** The name of the domain. */
    public static final String DOMAIN = "trading";

    /** The tag that names a market. */
    public static final String MARKET = "market";

    private static final String DAYS =
            " of daily profit and loss (days of the business zone, days without trades 0, from the first trade's day"
                    + " to the last complete day)";

    /** Trades by outcome. */
    public static final MetricDefinition TRADES = of("trades", MetricUnit.TRADES)
            .tags(Outcome.TAG)
            .restsOn(RowAxis.TRADES)
            .describedAs("Trades executed before t, by how they ended");

    /** Trades by automation. */
    public static final MetricDefinition BY_AUTOMATION = of("trades.by.automation", MetricUnit.TRADES)
            .tags("automation")
            .restsOn(RowAxis.TRADES)
            .describedAs("Trades executed before t, by the type of automation that made them; manual for none");

    /** What succeeded trades moved. */
    public static final MetricDefinition VOLUME = of("trades.volume", MetricUnit.MONEY)
            .windows(ROLLING_24H, ROLLING_30D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_AMOUNTS)
            .describedAs("Amounts of the trades executed in the window that succeeded");

    /** What a succeeded trade moved. */
    public static final MetricDefinition SIZE = of("trades.size.mean", MetricUnit.MONEY)
            .windows(ROLLING_24H, ROLLING_30D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_AMOUNTS)
            .describedAs("Volume ÷ succeeded trades with an amount");

    /** {@link io.axisor.metrics.value.SuccessRate} of trades. */
    public static final MetricDefinition SUCCESS = of("trades.success", MetricUnit.RATIO)
            .windows(ROLLING_24H, ROLLING_30D, LIFETIME)
            .restsOn(RowAxis.TRADES)
            .describedAs("Of the trades executed in the window, succeeded ÷ (succeeded + failed)");

    /** Growth of the volume. */
    public static final MetricDefinition VOLUME_GROWTH = of("trades.volume.growth", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_AMOUNTS)
            .restsOn(RowAxis.TRADES.before(), TRADE_AMOUNTS.before())
            .describedAs("(Volume in the window − in the equal window before) ÷ the latter");

    /** Trades won. */
    public static final MetricDefinition WIN = of("trades.win", MetricUnit.RATIO)
            .windows(ROLLING_30D, LIFETIME)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Trades with a profit ÷ trades with a profit or a loss");

    /** Sharpe ratio. */
    public static final MetricDefinition SHARPE = of("trades.sharpe", MetricUnit.ONE)
            .windows(ROLLING_90D, LIFETIME)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs(
                    "Sharpe ratio: mean ÷ sample standard deviation" + DAYS + " × √365; where capital is mapped, of"
                            + " daily returns less the risk-free rate. Profits in several currencies have none");

    /** Sortino ratio. */
    public static final MetricDefinition SORTINO = of("trades.sortino", MetricUnit.ONE)
            .windows(ROLLING_90D, LIFETIME)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs(
                    "Sortino ratio: like the Sharpe ratio, with the downside deviation over all days as the divisor");

    /** Largest fall. */
    public static final MetricDefinition DRAWDOWN = of("trades.drawdown", MetricUnit.MONEY)
            .windows(ROLLING_90D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Largest fall of the running sum" + DAYS + ", starting at 0, below its running maximum");

    /** Largest fall, relative to capital. */
    public static final MetricDefinition RELATIVE_DRAWDOWN = of("trades.drawdown.relative", MetricUnit.RATIO)
            .windows(ROLLING_90D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Largest fall of capital plus the running sum below its running maximum, ÷ that maximum; needs"
                    + " capital");

    /** Profits for each loss. */
    public static final MetricDefinition PROFIT_FACTOR = of("trades.profit.factor", MetricUnit.ONE)
            .windows(ROLLING_90D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Sum of the profits ÷ sum of the losses of the trades closed in the window");

    /** Profit of a trade. */
    public static final MetricDefinition EXPECTANCY = of("trades.expectancy", MetricUnit.MONEY)
            .windows(ROLLING_90D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Profit and loss ÷ trades closed in the window");

    /** Value at risk. */
    public static final MetricDefinition VALUE_AT_RISK = of("trades.value.at.risk", MetricUnit.MONEY)
            .windows(ROLLING_90D, LIFETIME)
            .tags(CURRENCY)
            .restsOn(RowAxis.TRADES, TRADE_PROFITS)
            .describedAs("Historical value at risk of a day, 95 %: minus the 5 % quantile" + DAYS
                    + ", so a loss is positive");

    /** Trades by market. */
    public static final MetricDefinition MARKET_TRADES = of("market.trades", MetricUnit.TRADES)
            .windows(ROLLING_30D)
            .tags(MARKET)
            .restsOn(RowAxis.MARKET)
            .restsOn(RowAxis.TRADES.unless(RowAxis.MARKET), TRADE_AMOUNTS.unless(RowAxis.MARKET))
            .describedAs("Trades of the market log in the window, by market; without a log, succeeded trades");

    /** Volume by market. */
    public static final MetricDefinition MARKET_VOLUME = of("market.volume", MetricUnit.AMOUNT)
            .windows(ROLLING_30D)
            .tags(MARKET)
            .restsOn(RowAxis.MARKET)
            .restsOn(RowAxis.TRADES.unless(RowAxis.MARKET), TRADE_AMOUNTS.unless(RowAxis.MARKET))
            .describedAs("Their amounts, by market, in the unit that the market trades");

    /** How much one market dominates. */
    public static final MetricDefinition CONCENTRATION = of("market.concentration", MetricUnit.RATIO)
            .windows(ROLLING_30D)
            .restsOn(RowAxis.MARKET)
            .restsOn(RowAxis.TRADES.unless(RowAxis.MARKET), TRADE_AMOUNTS.unless(RowAxis.MARKET))
            .describedAs("Herfindahl index: sum of the squared shares of each market in the volume");

    /** How much prices move. */
    public static final MetricDefinition VOLATILITY = of("market.volatility", MetricUnit.ONE)
            .windows(ROLLING_30D)
            .tags(MARKET)
            .restsOn(RowAxis.MARKET)
            .restsOn(RowAxis.TRADES.unless(RowAxis.MARKET), TRADE_AMOUNTS.unless(RowAxis.MARKET))
            .describedAs("Sample standard deviation of daily logarithmic changes of the last price × √365, by market");

    /** All of them. */
    public static final List<MetricDefinition> ALL = List.of(
            TRADES,
            BY_AUTOMATION,
            VOLUME,
            SIZE,
            SUCCESS,
            VOLUME_GROWTH,
            WIN,
            SHARPE,
            SORTINO,
            DRAWDOWN,
            RELATIVE_DRAWDOWN,
            PROFIT_FACTOR,
            EXPECTANCY,
            VALUE_AT_RISK,
            MARKET_TRADES,
            MARKET_VOLUME,
            CONCENTRATION,
            VOLATILITY);

    private TradingDefinitions() {}

    private static MetricDefinition.Builder of(String key, MetricUnit unit) {
        return MetricDefinition.of(DOMAIN, key, unit);
    }
}
