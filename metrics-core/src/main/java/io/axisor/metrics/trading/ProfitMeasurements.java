package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.LIFETIME;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.trading.risk.DailyPnl;
import io.axisor.metrics.trading.risk.MaximumDrawdown;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.trading.risk.SharpeRatio;
import io.axisor.metrics.trading.risk.SortinoRatio;
import io.axisor.metrics.trading.risk.ValueAtRisk;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Takes the measurements of profit, loss and risk. */
record ProfitMeasurements(AsOf at, MeasurementRecorder recorder, RiskConventions conventions) {

    private static final List<MetricDefinition> BY_CURRENCY = List.of(
            TradingDefinitions.DRAWDOWN,
            TradingDefinitions.RELATIVE_DRAWDOWN,
            TradingDefinitions.PROFIT_FACTOR,
            TradingDefinitions.EXPECTANCY,
            TradingDefinitions.VALUE_AT_RISK);

    /** A ratio of reward and risk of a series. */
    private interface RatioOf extends BiFunction<List<BigDecimal>, RiskConventions, Finding<BigDecimal>> {}

    void record(Finding<ProfitFacts> profit) {
        for (Window window : TradingDefinitions.WIN.windows()) {
            recorder.ratio(
                    TradingDefinitions.WIN,
                    window,
                    Map.of(),
                    profit.flatMap(facts -> win(Counted.over(facts.wins(), window, "ProfitFacts.wins"))));
        }
        for (Window window : TradingDefinitions.SHARPE.windows()) {
            number(
                    TradingDefinitions.SHARPE,
                    window,
                    profit.flatMap(
                            facts -> ofOneCurrency(facts, window, SharpeRatio::ofAmounts, SharpeRatio::ofReturns)));
            number(
                    TradingDefinitions.SORTINO,
                    window,
                    profit.flatMap(
                            facts -> ofOneCurrency(facts, window, SortinoRatio::ofAmounts, SortinoRatio::ofReturns)));
        }
        ByCurrency.record(BY_CURRENCY, profit.map(ProfitFacts::byCurrency), recorder, this::recordCurrency);
    }

    private static Finding<Ratio> win(WinCounts counts) {
        return WinRate.of(counts.won(), counts.lost(), counts.won() + counts.lost() + counts.even());
    }

    private void number(MetricDefinition definition, Window window, Finding<BigDecimal> finding) {
        recorder.number(definition, window, Map.of(), finding);
    }

    private Finding<BigDecimal> ofOneCurrency(ProfitFacts facts, Window window, RatioOf ofAmounts, RatioOf ofReturns) {
        List<CurrencyProfit> closed = facts.byCurrency().values().stream()
                .filter(profit -> closed(profit, window).number() > 0)
                .toList();
        if (closed.isEmpty()) {
            return Finding.noData("no trade was closed in the window");
        }
        if (closed.size() > 1) {
            return Finding.undefined("profits are in several currencies, which are never added");
        }
        CurrencyProfit only = closed.get(0);
        DailyPnl days = days(only, window);
        return only.capital()
                .map(capital ->
                        days.returnsOn(capital, conventions).flatMap(returns -> ofReturns.apply(returns, conventions)))
                .orElseGet(() -> ofAmounts.apply(days.days(conventions), conventions));
    }

    private void recordCurrency(CurrencyUnit currency, CurrencyProfit profit) {
        for (Window window : TradingDefinitions.PROFIT_FACTOR.windows()) {
            ClosedTrades closed = closed(profit, window);
            recorder.ratio(
                    TradingDefinitions.PROFIT_FACTOR,
                    window,
                    ByCurrency.tag(currency),
                    ProfitFactor.of(closed.profit(), closed.loss(), closed.number()));
            recorder.ratio(
                    TradingDefinitions.EXPECTANCY,
                    window,
                    ByCurrency.tag(currency),
                    Expectancy.of(closed.net(), closed.number()));
        }
        for (Window window : TradingDefinitions.DRAWDOWN.windows()) {
            recordDays(currency, profit, window);
        }
    }

    private void recordDays(CurrencyUnit currency, CurrencyProfit profit, Window window) {
        Finding<DailyPnl> days = closed(profit, LIFETIME).number() == 0
                ? Finding.noData("no trade was ever closed in " + currency)
                : Finding.ok(days(profit, window));
        Finding<List<BigDecimal>> amounts = days.map(series -> series.days(conventions));
        ByCurrency.amount(
                TradingDefinitions.DRAWDOWN, window, currency, amounts.flatMap(MaximumDrawdown::of), recorder);
        ByCurrency.amount(
                TradingDefinitions.VALUE_AT_RISK,
                window,
                currency,
                amounts.flatMap(series -> ValueAtRisk.of(series, conventions)),
                recorder);
        Finding<BigDecimal> capital = profit.capital()
                .map(Finding::ok)
                .orElseGet(() -> Finding.unavailable("the capital in " + currency
                        + " is not mapped; give the mapping the capital that trading began with"));
        recorder.ratio(
                TradingDefinitions.RELATIVE_DRAWDOWN,
                window,
                ByCurrency.tag(currency),
                capital.combine(
                        days,
                        (began, series) ->
                                MaximumDrawdown.relative(series.days(conventions), series.capitalAtStart(began))));
    }

    private static ClosedTrades closed(CurrencyProfit profit, Window window) {
        return Counted.over(profit.closed(), window, "CurrencyProfit.closed");
    }

    private DailyPnl days(CurrencyProfit profit, Window window) {
        LocalDate last = CompleteDays.last(at);
        LocalDate first = profit.firstDay().orElse(last.plusDays(1));
        DailyPnl all = DailyPnl.of(first, last, profit.daily());
        return window == LIFETIME ? all : all.since(CompleteDays.firstOf(window, at));
    }
}
