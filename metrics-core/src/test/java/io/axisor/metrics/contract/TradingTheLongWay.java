package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.UsersTheLongWay.midnight;
import static io.axisor.metrics.contract.UsersTheLongWay.quotient;

import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The main figures of trades computed a second time, sentence by sentence from the specification and with none of the
 * library's code, so that the reference itself is checked. Slow and plain on purpose.
 */
final class TradingTheLongWay {

    /** The only codes in random companies that are currencies. */
    static final Set<String> CURRENCIES = Set.of("USD", "EUR", "JPY", "BTC", "SAT");

    private static final int TYPES_SHOWN = 50;

    private final Company company;
    private final Instant t;
    private final List<Trade> trades = new ArrayList<>();
    private final Map<String, List<Trade>> byCurrency = new HashMap<>();
    private final Map<String, List<BigDecimal>> daysFound = new HashMap<>();
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, Double> deviations = new TreeMap<>();

    TradingTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        for (Trade trade : company.trades().orElse(List.of())) {
            if (trade.executedAt() != null && trade.executedAt().isBefore(t)) {
                trades.add(trade);
                byCurrency
                        .computeIfAbsent(currency(trade), code -> new ArrayList<>())
                        .add(trade);
            }
        }
        if (company.trades().isPresent()) {
            outcomes();
            automations();
            Set<String> currencies = new TreeSet<>();
            company.knownCurrencies().forEach(unit -> currencies.add(unit.code()));
            currencies.addAll(byCurrency.keySet());
            currencies.retainAll(CURRENCIES);
            currencies.forEach(this::volumes);
            currencies.forEach(currency -> profits(currency, "90d", 90));
            currencies.forEach(currency -> profits(currency, "lifetime", 99_999));
            rewardForRisk(currencies, "90d", 90);
            rewardForRisk(currencies, "lifetime", 99_999);
        }
        new MarketsTheLongWay(company, t, found, deviations).find();
    }

    /** Series and what is found; nothing by automation or market where they would be folded. */
    Map<String, String> figures() {
        return found;
    }

    /** Series that doubles tell, which two ways round differently; NaN where there is no value. */
    Map<String, Double> deviations() {
        return deviations;
    }

    private String currency(Trade trade) {
        return company.fixedCurrency()
                .map(unit -> unit.code())
                .orElse(trade.currency() == null ? "" : trade.currency().strip().toUpperCase(Locale.ROOT));
    }

    private List<Trade> within(int days) {
        return between(trades, t.minus(Duration.ofDays(days)), t);
    }

    private List<Trade> within(int days, String currency) {
        return between(byCurrency.getOrDefault(currency, List.of()), t.minus(Duration.ofDays(days)), t);
    }

    private static List<Trade> between(List<Trade> trades, Instant from, Instant to) {
        return trades.stream()
                .filter(trade ->
                        !trade.executedAt().isBefore(from) && trade.executedAt().isBefore(to))
                .toList();
    }

    private void outcomes() {
        for (Outcome outcome : Outcome.values()) {
            found.put(
                    "trades{outcome=" + outcome.name().toLowerCase(Locale.ROOT) + "}",
                    String.valueOf(count(trades, outcome)));
        }
        Map.of("24h", 1, "30d", 30, "lifetime", 99_999).forEach((window, days) -> {
            int succeeded = count(within(days), Outcome.SUCCEEDED);
            int failed = count(within(days), Outcome.FAILED);
            found.put("trades.success." + window, quotient(succeeded, succeeded + failed, "NO_DATA"));
        });
        Map.of("30d", 30, "lifetime", 99_999).forEach((window, days) -> {
            int won = 0;
            int lost = 0;
            int closed = 0;
            for (Trade trade : within(days)) {
                boolean isClosed = trade.pnl() != null && CURRENCIES.contains(currency(trade));
                closed += isClosed ? 1 : 0;
                won += isClosed && trade.pnl().signum() > 0 ? 1 : 0;
                lost += isClosed && trade.pnl().signum() < 0 ? 1 : 0;
            }
            found.put("trades.win." + window, closed == 0 ? "NO_DATA" : quotient(won, won + lost, "UNDEFINED"));
        });
    }

    private static int count(List<Trade> trades, Outcome outcome) {
        return (int) trades.stream().filter(trade -> trade.outcome() == outcome).count();
    }

    private void automations() {
        Map<String, Integer> counts = new TreeMap<>();
        company.automationTypes().known().forEach(type -> counts.put(type, 0));
        for (Trade trade : trades) {
            boolean none =
                    trade.automationType() == null || trade.automationType().isBlank();
            counts.merge(none ? "manual" : trade.automationType(), 1, Integer::sum);
        }
        if (!counts.isEmpty() && counts.size() <= TYPES_SHOWN) {
            counts.forEach(
                    (type, count) -> found.put("trades.by.automation{automation=" + type + "}", String.valueOf(count)));
        }
    }

    private void volumes(String currency) {
        String tag = "{currency=" + currency + "}";
        Map.of("24h", 1, "30d", 30, "lifetime", 99_999).forEach((window, days) -> {
            List<BigDecimal> moved = moved(within(days, currency));
            found.put("trades.volume." + window + tag, plain(sum(moved)));
            found.put(
                    "trades.size.mean." + window + tag,
                    moved.isEmpty() ? "NO_DATA" : plain(sum(moved)) + "/" + moved.size());
        });
        List<BigDecimal> month = moved(within(30, currency));
        List<Trade> earlier = between(
                byCurrency.getOrDefault(currency, List.of()),
                t.minus(Duration.ofDays(60)),
                t.minus(Duration.ofDays(30)));
        List<BigDecimal> before = moved(earlier);
        String growth = sum(before).signum() == 0
                ? "UNDEFINED"
                : plain(sum(month).subtract(sum(before))) + "/" + plain(sum(before));
        found.put("trades.volume.growth.30d" + tag, month.isEmpty() && before.isEmpty() ? "NO_DATA" : growth);
    }

    private static List<BigDecimal> moved(List<Trade> of) {
        return of.stream()
                .filter(trade -> trade.outcome() == Outcome.SUCCEEDED)
                .map(Trade::amount)
                .filter(amount -> amount != null && amount.signum() >= 0)
                .toList();
    }

    private static List<BigDecimal> pnl(List<Trade> of) {
        return of.stream().map(Trade::pnl).filter(pnl -> pnl != null).toList();
    }

    private void profits(String currency, String window, int days) {
        String tag = window + "{currency=" + currency + "}";
        List<BigDecimal> closed = pnl(within(days, currency));
        BigDecimal won = sum(closed.stream().filter(pnl -> pnl.signum() > 0).toList());
        BigDecimal lost = won.subtract(sum(closed));
        String factor = lost.signum() == 0 ? "UNDEFINED" : plain(won) + "/" + plain(lost);
        found.put("trades.profit.factor." + tag, closed.isEmpty() ? "NO_DATA" : factor);
        found.put(
                "trades.expectancy." + tag,
                closed.isEmpty() ? "NO_DATA" : plain(won.subtract(lost)) + "/" + closed.size());
        List<BigDecimal> series = pnl(within(99_999, currency)).isEmpty() ? List.of() : days(currency, days);
        found.put("trades.drawdown." + tag, series.isEmpty() ? "NO_DATA" : plain(fall(series)));
        found.put("trades.value.at.risk." + tag, series.isEmpty() ? "NO_DATA" : plain(valueAtRisk(series)));
        found.put("trades.drawdown.relative." + tag, relativeFall(series, start(currency, days)));
    }

    /** What each day brought, from the day of the first trade or the first day of the window to yesterday. */
    private List<BigDecimal> days(String currency, int days) {
        return daysFound.computeIfAbsent(currency + days, key -> {
            List<Trade> own = byCurrency.getOrDefault(currency, List.of());
            List<BigDecimal> series = new ArrayList<>();
            LocalDate day = LocalDate.ofInstant(t, SourceUnderTest.ZONE).minusDays(1);
            while (!between(own, Instant.MIN, midnight(day.plusDays(1))).isEmpty()
                    && !midnight(day).isBefore(t.minus(Duration.ofDays(days)))) {
                series.add(sum(pnl(between(own, midnight(day), midnight(day.plusDays(1))))));
                day = day.minusDays(1);
            }
            Collections.reverse(series);
            return series;
        });
    }

    private static BigDecimal fall(List<BigDecimal> series) {
        List<BigDecimal> sums = new ArrayList<>(List.of(BigDecimal.ZERO));
        series.forEach(pnl -> sums.add(sums.get(sums.size() - 1).add(pnl)));
        BigDecimal deepest = BigDecimal.ZERO;
        for (int peak = 0; peak < sums.size(); peak++) {
            for (int day = peak; day < sums.size(); day++) {
                deepest = deepest.max(sums.get(peak).subtract(sums.get(day)));
            }
        }
        return deepest;
    }

    private static BigDecimal valueAtRisk(List<BigDecimal> series) {
        List<BigDecimal> sorted = new ArrayList<>(series);
        Collections.sort(sorted);
        sorted.add(BigDecimal.ZERO); // never counts: it is multiplied by 0
        int twentieths = series.size() - 1;
        BigDecimal low = sorted.get(twentieths / 20);
        BigDecimal next = sorted.get(twentieths / 20 + 1);
        BigDecimal part = new BigDecimal(twentieths % 20).multiply(new BigDecimal("0.05"));
        return low.add(part.multiply(next.subtract(low))).negate();
    }

    /** Capital and what was brought before the window's first day; null without capital. */
    private @Nullable BigDecimal start(String currency, int days) {
        BigDecimal capital = null;
        for (var money : company.capital()) {
            capital = money.currency().code().equals(currency) ? money.amount() : capital;
        }
        if (capital == null) {
            return null;
        }
        List<BigDecimal> all = days(currency, 99_999);
        return capital.add(sum(all.subList(0, all.size() - days(currency, days).size())));
    }

    private static String relativeFall(List<BigDecimal> series, @Nullable BigDecimal start) {
        if (start == null) {
            return "UNAVAILABLE";
        }
        if (series.isEmpty()) {
            return "NO_DATA";
        }
        if (start.signum() <= 0) {
            return "UNDEFINED";
        }
        BigDecimal value = start;
        BigDecimal peak = start;
        BigDecimal deepest = BigDecimal.ZERO;
        String found = "0/" + plain(start);
        for (BigDecimal pnl : series) {
            value = value.add(pnl);
            peak = peak.max(value);
            BigDecimal share = peak.subtract(value).divide(peak, new MathContext(60));
            if (share.compareTo(deepest) > 0) {
                deepest = share;
                found = plain(peak.subtract(value)) + "/" + plain(peak);
            }
        }
        return found;
    }

    private void rewardForRisk(Set<String> currencies, String window, int days) {
        Set<String> closed = new HashSet<>(currencies);
        closed.removeIf(currency -> pnl(within(days, currency)).isEmpty());
        List<Double> series = new ArrayList<>();
        if (closed.size() == 1) {
            String currency = closed.iterator().next();
            BigDecimal equity = start(currency, days);
            for (BigDecimal pnl : days(currency, days)) {
                boolean isReturn = equity != null;
                boolean isRuined = isReturn && equity.signum() <= 0;
                series.add(isRuined ? Double.NaN : pnl.doubleValue() / (isReturn ? equity.doubleValue() : 1));
                equity = isReturn ? equity.add(pnl) : null;
            }
        }
        double mean = series.stream().mapToDouble(x -> x).sum() / series.size();
        double squares =
                series.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
        double downs = series.stream()
                .mapToDouble(x -> Math.min(x, 0) * Math.min(x, 0))
                .sum();
        deviations.put("trades.sharpe." + window, perYear(mean, Math.sqrt(squares / (series.size() - 1))));
        deviations.put("trades.sortino." + window, perYear(mean, Math.sqrt(downs / series.size())));
    }

    private static double perYear(double mean, double risk) {
        return risk > 0 ? mean / risk * Math.sqrt(365) : Double.NaN;
    }

    static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
