package io.axisor.metrics.trading.market;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;

/**
 * The markets traded on in the last 30 days: those of the market log where one is mapped, else of the succeeded trades.
 *
 * @param trades trades by market
 * @param volume amounts by market, each in the unit that its market trades
 * @param closes the last price of each market on each day of the business zone that lies in the window as a whole; days
 *     without a price are missing, trades without a market or a price above 0 are left out; unavailable where prices are
 *     not mapped
 */
public record MarketFacts(
        Breakdown trades, Breakdown volume, Finding<Map<String, SortedMap<LocalDate, BigDecimal>>> closes) {}
