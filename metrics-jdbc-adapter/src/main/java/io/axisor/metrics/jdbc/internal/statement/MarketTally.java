package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what the statements over markets say. */
final class MarketTally {

    private final Map<String, BigDecimal> trades = new HashMap<>();
    private final Map<String, BigDecimal> volume = new HashMap<>();
    private final Map<String, SortedMap<LocalDate, Close>> closes = new HashMap<>();

    /** The dearest price of the last instant at which a market had one. */
    private record Close(Instant at, BigDecimal price) {

        Close orLater(Close other) {
            int order = at.compareTo(other.at);
            return order < 0 || (order == 0 && price.compareTo(other.price) < 0) ? other : this;
        }
    }

    void addTrades(@Nullable String market, long number, BigDecimal amount) {
        String name = Breakdown.valueOrUnspecified(market);
        trades.merge(name, BigDecimal.valueOf(number), BigDecimal::add);
        volume.merge(name, amount, BigDecimal::add);
    }

    /** Of several for a day, as of several currencies, the last one stays. */
    void addClose(@Nullable String market, LocalDate day, Instant at, BigDecimal price) {
        String name = Breakdown.valueOrUnspecified(market);
        if (!name.equals(Breakdown.UNSPECIFIED)) {
            closes.computeIfAbsent(name, key -> new TreeMap<>()).merge(day, new Close(at, price), Close::orLater);
        }
    }

    /** All of it; closes where prices are mapped. */
    MarketFacts facts(String fact, boolean hasPrices) {
        Map<String, SortedMap<LocalDate, BigDecimal>> prices = new HashMap<>();
        closes.forEach((market, byDay) -> {
            SortedMap<LocalDate, BigDecimal> ofMarket = new TreeMap<>();
            byDay.forEach((day, close) -> ofMarket.put(day, close.price()));
            prices.put(market, ofMarket);
        });
        return new MarketFacts(
                Breakdown.NONE.plusAll(trades),
                Breakdown.NONE.plusAll(volume),
                hasPrices ? Finding.ok(prices) : Finding.unavailable(fact + ".price is not mapped"));
    }
}
