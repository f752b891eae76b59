package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.OutcomeCounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The facts of trades in dollars, which a test changes before it measures. */
final class DollarTrades {

    static final CurrencyUnit USD = CurrencyUnit.of("USD");
    static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));
    static final LocalDate YESTERDAY = LocalDate.parse("2026-03-14");

    final Map<Window, OutcomeCounts> outcomes = new EnumMap<>(Window.class);
    final Map<TimeRange, TradeVolume> volumes = new HashMap<>();
    final Map<Window, WinCounts> wins = new EnumMap<>(Window.class);
    final Map<Window, ClosedTrades> closed = new EnumMap<>(Window.class);
    final SortedMap<LocalDate, BigDecimal> daily = new TreeMap<>();
    final Map<CurrencyUnit, CurrencyProfit> otherProfits = new HashMap<>();
    final Map<String, SortedMap<LocalDate, BigDecimal>> closes = new HashMap<>();
    Optional<LocalDate> firstDay = Optional.of(YESTERDAY.minusDays(3));
    Optional<BigDecimal> capital = Optional.of(amount("100"));
    Breakdown byAutomation = Breakdown.of(List.of("dca")).plusAll(Map.of("dca", amount("6"), "manual", amount("14")));
    Breakdown marketTrades = Breakdown.NONE.plusAll(Map.of("A", amount("3"), "B", amount("1")));
    Breakdown marketVolume = Breakdown.NONE.plusAll(Map.of("A", amount("30"), "B", amount("10")));

    DollarTrades() {
        outcomes.put(ROLLING_24H, new OutcomeCounts(1, 1, 0));
        outcomes.put(ROLLING_30D, new OutcomeCounts(3, 1, 1));
        outcomes.put(LIFETIME, new OutcomeCounts(15, 4, 1));
        volumes.put(AT.range(ROLLING_24H), volume("10", 1));
        volumes.put(AT.range(ROLLING_30D), volume("30", 3));
        volumes.put(AT.before(ROLLING_30D), volume("20", 2));
        volumes.put(AT.range(LIFETIME), volume("300", 15));
        wins.put(ROLLING_30D, new WinCounts(1, 1, 1));
        wins.put(LIFETIME, new WinCounts(3, 1, 2));
        closed.put(ROLLING_90D, closed("24", "12", 3));
        closed.put(LIFETIME, closed("36", "12", 6));
        daily.put(YESTERDAY.minusDays(3), amount("10"));
        daily.put(YESTERDAY.minusDays(1), amount("-22"));
        daily.put(YESTERDAY, amount("12"));
        closes.put("A", prices("100", "200", "100"));
    }

    static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    static TradeVolume volume(String amount, long trades) {
        return new TradeVolume(amount(amount), trades);
    }

    static ClosedTrades closed(String profit, String loss, long number) {
        return new ClosedTrades(amount(profit), amount(loss), number);
    }

    /** The last prices of the last days. */
    static SortedMap<LocalDate, BigDecimal> prices(String... prices) {
        SortedMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
        for (int i = 0; i < prices.length; i++) {
            byDay.put(YESTERDAY.minusDays(prices.length - 1L - i), amount(prices[i]));
        }
        return byDay;
    }

    CurrencyProfit profit() {
        return new CurrencyProfit(closed, daily, firstDay, capital);
    }

    Finding<ProfitFacts> profits() {
        Map<CurrencyUnit, CurrencyProfit> byCurrency = new HashMap<>(otherProfits);
        byCurrency.put(USD, profit());
        return Finding.ok(new ProfitFacts(wins, byCurrency));
    }

    Finding<MarketFacts> market() {
        return Finding.ok(new MarketFacts(marketTrades, marketVolume, Finding.ok(closes)));
    }

    TradingFacts.Builder facts() {
        return TradingFacts.builder()
                .trades(Finding.ok(new TradeFacts(outcomes, byAutomation, Map.of(USD, volumes), profits())))
                .market(market())
                .issues(new DataIssues(new TreeMap<>(Map.of("trades.amount", 2L))));
    }

    TradingMetrics measure() {
        return measure(facts());
    }

    static TradingMetrics measure(TradingFacts.Builder facts) {
        return measure(facts, RiskConventions.DEFAULT);
    }

    static TradingMetrics measure(TradingFacts.Builder facts, RiskConventions conventions) {
        return TradingMetrics.of(facts.build(), AT, MeasurementRules.DEFAULT, conventions);
    }
}
