package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.ClosedTrades;
import io.axisor.metrics.trading.CurrencyProfit;
import io.axisor.metrics.trading.ProfitFacts;
import io.axisor.metrics.trading.TradeFacts;
import io.axisor.metrics.trading.TradeVolume;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.trading.TradingRanges;
import io.axisor.metrics.trading.WinCounts;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.OutcomeCounts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Adds up what the statements over trades say, in major units. */
final class TradeTally {

    private final AsOf at;
    private final Map<Window, OutcomeCounts> outcomes = new EnumMap<>(Window.class);
    private final Map<String, BigDecimal> byAutomation = new HashMap<>();
    private final Map<Window, WinCounts> wins = new EnumMap<>(Window.class);
    private final Map<CurrencyUnit, OneCurrency> currencies = new LinkedHashMap<>();

    private static final class OneCurrency {
        final Map<TimeRange, TradeVolume> volumes = new HashMap<>();
        final Map<Window, ClosedTrades> closed = new EnumMap<>(Window.class);
        final TreeMap<LocalDate, BigDecimal> daily = new TreeMap<>();

        @Nullable
        LocalDate firstDay;

        CurrencyProfit profit(Optional<BigDecimal> capital) {
            return new CurrencyProfit(
                    Counted.withZeros(closed, TradingDefinitions.PROFIT_FACTOR.windows(), ClosedTrades.NONE),
                    daily,
                    Optional.ofNullable(firstDay),
                    capital);
        }
    }

    TradeTally(AsOf at) {
        this.at = at;
    }

    private OneCurrency of(CurrencyUnit currency) {
        return currencies.computeIfAbsent(currency, key -> new OneCurrency());
    }

    /** Makes sure that a currency is there, whatever was traded in it. */
    void know(CurrencyUnit currency) {
        of(currency);
    }

    /** Trades of one outcome and one type of automation, null for none. */
    void addTrades(Predicate<TimeRange> within, Outcome outcome, @Nullable String automation, long number) {
        for (Window window : TradingDefinitions.SUCCESS.windows()) {
            if (within.test(at.range(window))) {
                outcomes.merge(
                        window, OutcomeCounts.NONE.plus(outcome, number), (sum, more) -> sum.plus(outcome, number));
            }
        }
        String type = automation == null || automation.isBlank() ? TradeFacts.MANUAL : automation;
        byAutomation.merge(type, BigDecimal.valueOf(number), BigDecimal::add);
    }

    /** The day of the first of some trades. */
    void addDay(CurrencyUnit currency, LocalDate day) {
        OneCurrency one = of(currency);
        one.firstDay = one.firstDay == null || day.isBefore(one.firstDay) ? day : one.firstDay;
    }

    /** What succeeded trades moved. */
    void addVolume(CurrencyUnit currency, Predicate<TimeRange> within, TradeVolume volume) {
        for (TimeRange range : TradingRanges.of(at)) {
            if (within.test(range)) {
                of(currency).volumes.merge(range, volume, TradeVolume::plus);
            }
        }
    }

    /** Closed trades. */
    void addClosed(CurrencyUnit currency, Predicate<TimeRange> within, WinCounts counts, ClosedTrades trades) {
        for (Window window : TradingDefinitions.WIN.windows()) {
            if (within.test(at.range(window))) {
                wins.merge(window, counts, WinCounts::plus);
            }
        }
        for (Window window : TradingDefinitions.PROFIT_FACTOR.windows()) {
            if (within.test(at.range(window))) {
                of(currency).closed.merge(window, trades, ClosedTrades::plus);
            }
        }
    }

    /** What the trades of a day brought. */
    void addPnl(CurrencyUnit currency, LocalDate day, BigDecimal pnl) {
        of(currency).daily.merge(day, pnl, BigDecimal::add);
    }

    /** The first day on which anything was traded in a known currency. */
    Optional<LocalDate> firstDay() {
        return currencies.values().stream()
                .flatMap(one -> Optional.ofNullable(one.firstDay).stream())
                .min(LocalDate::compareTo);
    }

    /** All of it; the profit where it is mapped. */
    TradeFacts facts(SchemaSpec spec, boolean hasProfit) {
        Map<CurrencyUnit, Map<TimeRange, TradeVolume>> volumes = new HashMap<>();
        Map<CurrencyUnit, CurrencyProfit> profits = new HashMap<>();
        currencies.forEach((currency, one) -> {
            volumes.put(currency, Counted.withZeros(one.volumes, TradingRanges.of(at), TradeVolume.NONE));
            profits.put(currency, one.profit(CurrencyProfit.capital(currency, spec.capital())));
        });
        return new TradeFacts(
                Counted.withZeros(outcomes, TradingDefinitions.SUCCESS.windows(), OutcomeCounts.NONE),
                Breakdown.of(spec.automationTypes().known()).plusAll(byAutomation),
                volumes,
                hasProfit
                        ? Finding.ok(new ProfitFacts(
                                Counted.withZeros(wins, TradingDefinitions.WIN.windows(), WinCounts.NONE), profits))
                        : Finding.unavailable("trades.pnl is not mapped"));
    }
}
