package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.OutcomeCounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The metrics of the trading domain at one instant. Immutable. */
public final class TradingMetrics extends DomainMetrics {

    private static final List<MetricDefinition> VOLUMES =
            List.of(TradingDefinitions.VOLUME, TradingDefinitions.SIZE, TradingDefinitions.VOLUME_GROWTH);

    private TradingMetrics(AsOf at, List<Measurement> measurements) {
        super(TradingDefinitions.DOMAIN, at, measurements);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @param conventions how risk is reckoned
     * @return the metrics
     */
    public static TradingMetrics of(TradingFacts facts, AsOf at, MeasurementRules rules, RiskConventions conventions) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, facts.issues());
        recordTrades(facts.trades(), recorder);
        ByCurrency.record(
                VOLUMES,
                facts.trades().map(TradeFacts::volumes),
                recorder,
                (currency, volumes) -> recordVolume(currency, volumes, at, recorder));
        new ProfitMeasurements(at, recorder, conventions).record(facts.trades().flatMap(TradeFacts::profit));
        new MarketMeasurements(at, recorder, conventions, rules.topValues()).record(facts.market());
        recorder.issues(facts.issues());
        return new TradingMetrics(at, recorder.measurements());
    }

    private static void recordTrades(Finding<TradeFacts> trades, MeasurementRecorder recorder) {
        recorder.breakdown(
                TradingDefinitions.TRADES,
                null,
                Map.of(),
                trades.map(facts -> outcomes(facts, LIFETIME).byOutcome()));
        recorder.breakdown(TradingDefinitions.BY_AUTOMATION, null, Map.of(), trades.map(TradeFacts::byAutomation));
        for (Window window : TradingDefinitions.SUCCESS.windows()) {
            recorder.ratio(
                    TradingDefinitions.SUCCESS,
                    window,
                    Map.of(),
                    trades.flatMap(facts -> outcomes(facts, window).successRate()));
        }
    }

    private static OutcomeCounts outcomes(TradeFacts facts, Window window) {
        return Counted.over(facts.outcomes(), window, "TradeFacts.outcomes");
    }

    private static void recordVolume(
            CurrencyUnit currency, Map<TimeRange, TradeVolume> volumes, AsOf at, MeasurementRecorder recorder) {
        for (Window window : TradingDefinitions.VOLUME.windows()) {
            TradeVolume volume = volume(volumes, at.range(window));
            recorder.money(TradingDefinitions.VOLUME, window, new Money(volume.amount(), currency));
            recorder.ratio(TradingDefinitions.SIZE, window, ByCurrency.tag(currency), MeanTradeSize.of(volume));
        }
        for (Window window : TradingDefinitions.VOLUME_GROWTH.windows()) {
            TradeVolume volume = volume(volumes, at.range(window));
            TradeVolume before = volume(volumes, at.before(window));
            recorder.ratio(
                    TradingDefinitions.VOLUME_GROWTH,
                    window,
                    ByCurrency.tag(currency),
                    TradeVolumeGrowth.of(volume.amount(), before.amount(), volume.trades() + before.trades() > 0));
        }
    }

    private static TradeVolume volume(Map<TimeRange, TradeVolume> volumes, TimeRange range) {
        return Counted.in(volumes, range, "TradeFacts.volumes");
    }

    @Override
    public TradingMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new TradingMetrics(at(), changed(change));
    }

    /**
     * Trades, {@code trades}.
     *
     * @return a count by outcome
     */
    public List<Measurement> trades() {
        return all(TradingDefinitions.TRADES, null);
    }

    /**
     * Trades by what made them, {@code trades.by.automation}.
     *
     * @return a count by type of automation, {@value TradeFacts#MANUAL} for none
     */
    public List<Measurement> byAutomation() {
        return all(TradingDefinitions.BY_AUTOMATION, null);
    }

    /**
     * What succeeded trades moved, {@code trades.volume}.
     *
     * @param window 24h, 30d or lifetime
     * @return an amount by currency
     */
    public List<Measurement> volume(Window window) {
        return all(TradingDefinitions.VOLUME, window);
    }

    /**
     * What a succeeded trade moved on average, {@code trades.size.mean}.
     *
     * @param window 24h, 30d or lifetime
     * @return an amount by currency
     */
    public List<Measurement> meanSize(Window window) {
        return all(TradingDefinitions.SIZE, window);
    }

    /**
     * The share of trades that succeeded, {@code trades.success}.
     *
     * @param window 24h, 30d or lifetime
     * @return the ratio
     */
    public Measurement success(Window window) {
        return only(TradingDefinitions.SUCCESS, window);
    }

    /**
     * Growth of the volume against the 30 days before, {@code trades.volume.growth}.
     *
     * @return a ratio by currency
     */
    public List<Measurement> volumeGrowth() {
        return all(TradingDefinitions.VOLUME_GROWTH, ROLLING_30D);
    }

    /**
     * The share of decided trades that won, over all currencies, {@code trades.win}.
     *
     * @param window 30d or lifetime
     * @return the ratio
     */
    public Measurement win(Window window) {
        return only(TradingDefinitions.WIN, window);
    }

    /**
     * The Sharpe ratio, {@code trades.sharpe}: of returns where the capital is mapped, else of amounts.
     *
     * @param window 90d or lifetime
     * @return the ratio; undefined where trades of the window were closed in several currencies
     */
    public Measurement sharpe(Window window) {
        return only(TradingDefinitions.SHARPE, window);
    }

    /**
     * The Sortino ratio, {@code trades.sortino}: of returns where the capital is mapped, else of amounts.
     *
     * @param window 90d or lifetime
     * @return the ratio; undefined where trades of the window were closed in several currencies
     */
    public Measurement sortino(Window window) {
        return only(TradingDefinitions.SORTINO, window);
    }

    /**
     * The deepest fall of the profits so far, day by day, {@code trades.drawdown}.
     *
     * @param window 90d or lifetime
     * @return an amount by currency, at least 0
     */
    public List<Measurement> drawdown(Window window) {
        return all(TradingDefinitions.DRAWDOWN, window);
    }

    /**
     * The deepest fall of the capital, as a share of its peak, {@code trades.drawdown.relative}.
     *
     * @param window 90d or lifetime
     * @return a ratio by currency, at least 0; unavailable where the capital is not mapped
     */
    public List<Measurement> relativeDrawdown(Window window) {
        return all(TradingDefinitions.RELATIVE_DRAWDOWN, window);
    }

    /**
     * Profits for each unit lost, {@code trades.profit.factor}.
     *
     * @param window 90d or lifetime
     * @return a factor by currency
     */
    public List<Measurement> profitFactor(Window window) {
        return all(TradingDefinitions.PROFIT_FACTOR, window);
    }

    /**
     * What a closed trade brought on average, {@code trades.expectancy}.
     *
     * @param window 90d or lifetime
     * @return an amount by currency
     */
    public List<Measurement> expectancy(Window window) {
        return all(TradingDefinitions.EXPECTANCY, window);
    }

    /**
     * The loss that one day in twenty exceeded, {@code trades.value.at.risk}.
     *
     * @param window 90d or lifetime
     * @return an amount by currency, a loss positive
     */
    public List<Measurement> valueAtRisk(Window window) {
        return all(TradingDefinitions.VALUE_AT_RISK, window);
    }

    /**
     * Trades on each market in the last 30 days, {@code market.trades}.
     *
     * @return a count by market
     */
    public List<Measurement> marketTrades() {
        return all(TradingDefinitions.MARKET_TRADES, ROLLING_30D);
    }

    /**
     * What was traded on each market in the last 30 days, {@code market.volume}.
     *
     * @return an amount by market, in the unit that the market trades
     */
    public List<Measurement> marketVolume() {
        return all(TradingDefinitions.MARKET_VOLUME, ROLLING_30D);
    }

    /**
     * How much one market dominates, {@code market.concentration}. Trades that tell no market count as one.
     *
     * @return the Herfindahl index of the last 30 days
     */
    public Measurement concentration() {
        return only(TradingDefinitions.CONCENTRATION, ROLLING_30D);
    }

    /**
     * How restless prices were in the last 30 days, {@code market.volatility}.
     *
     * @return a number by market, for those of the largest volume
     */
    public List<Measurement> volatility() {
        return all(TradingDefinitions.VOLATILITY, ROLLING_30D);
    }
}
