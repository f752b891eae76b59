package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.market.HerfindahlIndex;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.trading.risk.IdleDays;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.trading.risk.Volatility;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes the measurements of markets. */
record MarketMeasurements(AsOf at, MeasurementRecorder recorder, RiskConventions conventions, int topMarkets) {

    void record(Finding<MarketFacts> market) {
        recorder.breakdown(TradingDefinitions.MARKET_TRADES, ROLLING_30D, Map.of(), market.map(MarketFacts::trades));
        recorder.breakdown(TradingDefinitions.MARKET_VOLUME, ROLLING_30D, Map.of(), market.map(MarketFacts::volume));
        recorder.ratio(
                TradingDefinitions.CONCENTRATION,
                ROLLING_30D,
                Map.of(),
                market.flatMap(
                        facts -> HerfindahlIndex.of(facts.volume().parts().values())));
        recordVolatility(market);
    }

    private void recordVolatility(Finding<MarketFacts> market) {
        Finding<Map<String, SortedMap<LocalDate, BigDecimal>>> closes = market.flatMap(MarketFacts::closes)
                .flatMap(found -> found.isEmpty()
                        ? Finding.noData("no market had a price on a complete day of the window")
                        : Finding.ok(found));
        if (closes.value().isEmpty()) {
            recorder.number(TradingDefinitions.VOLATILITY, ROLLING_30D, Map.of(), closes.map(Map::size));
            return;
        }
        largest(closes.get(), market.get().volume())
                .forEach((name, byDay) -> recorder.number(
                        TradingDefinitions.VOLATILITY,
                        ROLLING_30D,
                        Map.of(TradingDefinitions.MARKET, name),
                        Volatility.of(prices(byDay), conventions)));
    }

    /**
     * Volatilities cannot be folded into one, so those of the smallest markets are not shown. Nor is then that of a
     * market called {@link Breakdown#OTHER}, under whose name the others show the smallest.
     */
    private SortedMap<String, SortedMap<LocalDate, BigDecimal>> largest(
            Map<String, SortedMap<LocalDate, BigDecimal>> closes, Breakdown volume) {
        Map<String, BigDecimal> volumes = new TreeMap<>();
        closes.keySet().forEach(name -> volumes.put(name, volume.parts().getOrDefault(name, BigDecimal.ZERO)));
        Set<String> shown =
                Breakdown.NONE.plusAll(volumes).top(topMarkets).parts().keySet();
        SortedMap<String, SortedMap<LocalDate, BigDecimal>> largest = new TreeMap<>(closes);
        largest.keySet().retainAll(shown);
        if (largest.size() < closes.size()) {
            largest.remove(Breakdown.OTHER);
        }
        return largest;
    }

    /** The last price of each day since the first that has one; a day without a price keeps that of the day before. */
    private List<BigDecimal> prices(SortedMap<LocalDate, BigDecimal> byDay) {
        if (conventions.idleDays() == IdleDays.LEFT_OUT) {
            return List.copyOf(byDay.values());
        }
        List<BigDecimal> prices = new ArrayList<>();
        BigDecimal price = byDay.get(byDay.firstKey());
        for (LocalDate day :
                byDay.firstKey().datesUntil(CompleteDays.last(at).plusDays(1)).toList()) {
            price = byDay.getOrDefault(day, price);
            prices.add(price);
        }
        return prices;
    }
}
