package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.source.InMemoryTrading.Counted;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the markets of the last 30 days. */
final class InMemoryMarkets {

    private static final Set<DataCheck> CHECKS = EnumSet.range(DataCheck.MARKET_AMOUNT, DataCheck.MARKET_PRICE);

    /** Of the trades of one instant the dearest is the last: they have no order of their own. */
    private static final Comparator<Priced> LAST =
            Comparator.comparing(Priced::at).thenComparing(Priced::price);

    private final AsOf at;
    private DataIssues issues = DataIssues.NONE;

    /** A clean trade on a market within the window. */
    private record Moved(
            String market, BigDecimal amount, @Nullable BigDecimal price, Instant at) {}

    /** A price that a market had. */
    private record Priced(BigDecimal price, Instant at) {}

    InMemoryMarkets(AsOf at) {
        this.at = at;
    }

    /** Rows that were left out. */
    DataIssues issues() {
        return issues;
    }

    MarketFacts ofTrades(List<Counted> trades) {
        List<Moved> moved = new ArrayList<>();
        for (Counted trade : trades) {
            if (trade.succeeded()) {
                add(moved, trade.row().market(), trade.amount(), trade.row().price(), trade.at());
            }
        }
        return facts(moved);
    }

    MarketFacts ofLog(Collection<MarketTrade> rows) {
        Instant from = at.range(ROLLING_30D).from();
        List<MarketTrade> lookedAt = rows.stream()
                .filter(row -> row.executedAt() == null || !row.executedAt().isBefore(from))
                .toList();
        CheckedRows<MarketTrade> checked = CheckedRows.of(lookedAt, at, CHECKS, MarketTrade::executedAt, this::check);
        issues = issues.plus(checked.issues())
                .plus(new InMemoryLeftOut<>(lookedAt, at, MarketTrade::executedAt, this::check)
                        .byBirth(RowAxis.MARKET)
                        .shares());
        List<Moved> moved = new ArrayList<>();
        for (MarketTrade row : checked.clean()) {
            add(moved, row.market(), row.amount(), row.price(), row.executedAt());
        }
        return facts(moved);
    }

    private @Nullable DataCheck check(MarketTrade row) {
        if (row.amount() == null || row.amount().signum() < 0) {
            return DataCheck.MARKET_AMOUNT;
        }
        if (row.executedAt() == null) {
            return DataCheck.MARKET_EXECUTED_AT;
        }
        return isFuture(row.executedAt(), at) ? DataCheck.MARKET_FUTURE : null;
    }

    private void add(
            List<Moved> moved,
            @Nullable String market,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal price,
            @Nullable Instant executedAt) {
        TimeRange month = at.range(ROLLING_30D);
        if (amount != null && executedAt != null && month.contains(executedAt)) {
            moved.add(new Moved(Breakdown.valueOrUnspecified(market), amount, price, executedAt));
        }
    }

    private MarketFacts facts(List<Moved> moved) {
        Map<String, BigDecimal> trades = new HashMap<>();
        Map<String, BigDecimal> volume = new HashMap<>();
        for (Moved trade : moved) {
            trades.merge(trade.market(), BigDecimal.ONE, BigDecimal::add);
            volume.merge(trade.market(), trade.amount(), BigDecimal::add);
        }
        return new MarketFacts(
                Breakdown.NONE.plusAll(trades), Breakdown.NONE.plusAll(volume), Finding.ok(closes(moved)));
    }

    private Map<String, SortedMap<LocalDate, BigDecimal>> closes(List<Moved> moved) {
        LocalDate first = CompleteDays.firstOf(ROLLING_30D, at);
        Map<String, SortedMap<LocalDate, Priced>> last = new HashMap<>();
        for (Moved trade : moved) {
            LocalDate day = CompleteDays.dayOf(trade.at(), at);
            BigDecimal price = trade.price();
            boolean isComplete = !day.isBefore(first) && !day.isAfter(CompleteDays.last(at));
            boolean isOfMarket = !trade.market().equals(Breakdown.UNSPECIFIED);
            if (isComplete && isOfMarket && price != null && price.signum() > 0) {
                last.computeIfAbsent(trade.market(), market -> new TreeMap<>())
                        .merge(
                                day,
                                new Priced(price, trade.at()),
                                (one, other) -> LAST.compare(one, other) < 0 ? other : one);
            }
        }
        Map<String, SortedMap<LocalDate, BigDecimal>> closes = new HashMap<>();
        last.forEach((market, byDay) -> {
            SortedMap<LocalDate, BigDecimal> prices = new TreeMap<>();
            byDay.forEach((day, priced) -> prices.put(day, priced.price()));
            closes.put(market, prices);
        });
        return closes;
    }
}
