package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.TradingTheLongWay.plain;
import static io.axisor.metrics.contract.TradingTheLongWay.sum;
import static io.axisor.metrics.contract.UsersTheLongWay.midnight;

import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of markets computed a second time, as {@link TradingTheLongWay} does those of trades. */
final class MarketsTheLongWay {

    private static final int MARKETS_SHOWN = 50;

    private final Company company;
    private final Instant t;
    private final Map<String, String> found;
    private final Map<String, Double> deviations;
    private final List<MarketTrade> rows = new ArrayList<>();

    MarketsTheLongWay(Company company, Instant t, Map<String, String> found, Map<String, Double> deviations) {
        this.company = company;
        this.t = t;
        this.found = found;
        this.deviations = deviations;
        if (company.marketLog().isPresent()) {
            company.marketLog().get().forEach(this::add);
        } else {
            company.trades().orElse(List.of()).forEach(this::add);
        }
    }

    private void add(Trade trade) {
        String code = trade.currency() == null ? "" : trade.currency().strip().toUpperCase(Locale.ROOT);
        boolean known = company.fixedCurrency().isPresent() || TradingTheLongWay.CURRENCIES.contains(code);
        if (trade.outcome() == Outcome.SUCCEEDED && known) {
            add(new MarketTrade(trade.market(), trade.amount(), trade.price(), trade.executedAt()));
        }
    }

    private void add(MarketTrade row) {
        boolean clean = row.amount() != null && row.amount().signum() >= 0 && row.executedAt() != null;
        if (clean && row.executedAt().isBefore(t) && !row.executedAt().isBefore(t.minus(Duration.ofDays(30)))) {
            rows.add(row);
        }
    }

    void find() {
        if (company.marketLog().isEmpty() && company.trades().isEmpty()) {
            return;
        }
        Map<String, List<MarketTrade>> byMarket = new HashMap<>();
        for (MarketTrade row : rows) {
            boolean none = row.market() == null || row.market().isBlank();
            byMarket.computeIfAbsent(none ? "unspecified" : row.market(), market -> new ArrayList<>())
                    .add(row);
        }
        concentration(byMarket);
        if (!byMarket.isEmpty() && byMarket.size() <= MARKETS_SHOWN) {
            byMarket.forEach((market, trades) -> {
                found.put("market.trades.30d{market=" + market + "}", String.valueOf(trades.size()));
                found.put("market.volume.30d{market=" + market + "}", plain(volume(trades)));
                if (!market.equals("unspecified")) {
                    volatility(market, trades);
                }
            });
        }
    }

    private static BigDecimal volume(List<MarketTrade> trades) {
        return sum(trades.stream().map(MarketTrade::amount).toList());
    }

    private void concentration(Map<String, List<MarketTrade>> byMarket) {
        BigDecimal squares = BigDecimal.ZERO;
        for (List<MarketTrade> trades : byMarket.values()) {
            squares = squares.add(volume(trades).pow(2));
        }
        BigDecimal whole = volume(rows).pow(2);
        String index = whole.signum() == 0 ? "UNDEFINED" : plain(squares) + "/" + plain(whole);
        found.put("market.concentration.30d", byMarket.isEmpty() ? "NO_DATA" : index);
    }

    private void volatility(String market, List<MarketTrade> trades) {
        List<Double> changes = new ArrayList<>();
        BigDecimal before = null;
        LocalDate today = LocalDate.ofInstant(t, SourceUnderTest.ZONE);
        for (LocalDate day = today.minusDays(31); day.isBefore(today); day = day.plusDays(1)) {
            BigDecimal price = midnight(day).isBefore(t.minus(Duration.ofDays(30)))
                    ? null
                    : last(trades, midnight(day), midnight(day.plusDays(1)));
            if (before != null) {
                changes.add(price == null ? 0 : Math.log(price.doubleValue()) - Math.log(before.doubleValue()));
            }
            before = price == null ? before : price;
        }
        if (before != null) {
            double mean = changes.stream().mapToDouble(x -> x).sum() / changes.size();
            double squares =
                    changes.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
            deviations.put(
                    "market.volatility.30d{market=" + market + "}",
                    changes.size() < 2 ? Double.NaN : Math.sqrt(squares / (changes.size() - 1) * 365));
        }
    }

    private static BigDecimal last(List<MarketTrade> trades, Instant from, Instant to) {
        MarketTrade last = null;
        for (MarketTrade trade : trades) {
            boolean priced = trade.price() != null
                    && trade.price().signum() > 0
                    && !trade.executedAt().isBefore(from)
                    && trade.executedAt().isBefore(to);
            if (priced
                    && (last == null
                            || trade.executedAt().isAfter(last.executedAt())
                            || (trade.executedAt().equals(last.executedAt())
                                    && trade.price().compareTo(last.price()) > 0))) {
                last = trade;
            }
        }
        return last == null ? null : last.price();
    }
}
