package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_90D;
import static io.axisor.metrics.trading.DollarTrades.AT;
import static io.axisor.metrics.trading.DollarTrades.USD;
import static io.axisor.metrics.trading.DollarTrades.YESTERDAY;
import static io.axisor.metrics.trading.DollarTrades.amount;
import static io.axisor.metrics.trading.DollarTrades.closed;
import static io.axisor.metrics.trading.DollarTrades.measure;
import static io.axisor.metrics.trading.DollarTrades.prices;
import static io.axisor.metrics.trading.DollarTrades.volume;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.trading.risk.IdleDays;
import io.axisor.metrics.trading.risk.RiskConventions;
import io.axisor.metrics.trading.risk.SharpeRatio;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.OutcomeCounts;
import io.axisor.metrics.value.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the trading domain measures from given facts. */
class TradingMetricsTest {

    private static final CurrencyUnit EUR = CurrencyUnit.of("EUR");

    private static Map<String, String> shown(TradingMetrics metrics) {
        Map<String, String> byName = new TreeMap<>();
        for (Measurement m : metrics.measurements()) {
            String tags = m.tags().isEmpty() ? "" : m.tags().values().toString();
            assertThat(byName.put(m.name() + tags, m.finding().toString()))
                    .as("measured twice: %s", m)
                    .isNull();
        }
        return byName;
    }

    private static Finding<?> finding(List<Measurement> measurements) {
        assertThat(measurements).hasSize(1);
        return measurements.get(0).finding();
    }

    /** On capital of 100, days of 10, 0, -22 and 12 are returns of 0.1, 0, -0.2 and 12 ÷ 88. */
    @Test
    void everyMetricIsMeasuredFromItsFacts() {
        TradingMetrics metrics = new DollarTrades().measure();

        assertThat(shown(metrics))
                .containsAllEntriesOf(Map.ofEntries(
                        Map.entry("trades[succeeded]", "OK 15"),
                        Map.entry("trades[failed]", "OK 4"),
                        Map.entry("trades[other]", "OK 1"),
                        Map.entry("trades.by.automation[dca]", "OK 6"),
                        Map.entry("trades.by.automation[manual]", "OK 14"),
                        Map.entry("trades.success.24h", "OK 0.5"),
                        Map.entry("trades.success.30d", "OK 0.75"),
                        Map.entry("trades.success.lifetime", "OK 0.7894736842105263"),
                        Map.entry("trades.volume.24h[USD]", "OK 10.00"),
                        Map.entry("trades.volume.30d[USD]", "OK 30.00"),
                        Map.entry("trades.volume.lifetime[USD]", "OK 300.00"),
                        Map.entry("trades.size.mean.24h[USD]", "OK 10"),
                        Map.entry("trades.size.mean.30d[USD]", "OK 10"),
                        Map.entry("trades.size.mean.lifetime[USD]", "OK 20"),
                        Map.entry("trades.volume.growth.30d[USD]", "OK 0.5"),
                        Map.entry("trades.win.30d", "OK 0.5"),
                        Map.entry("trades.win.lifetime", "OK 0.75"),
                        Map.entry("trades.profit.factor.90d[USD]", "OK 2"),
                        Map.entry("trades.profit.factor.lifetime[USD]", "OK 3"),
                        Map.entry("trades.expectancy.90d[USD]", "OK 4"),
                        Map.entry("trades.expectancy.lifetime[USD]", "OK 4"),
                        Map.entry("trades.drawdown.90d[USD]", "OK 22.00"),
                        Map.entry("trades.drawdown.lifetime[USD]", "OK 22.00"),
                        Map.entry("trades.drawdown.relative.90d[USD]", "OK 0.2"),
                        Map.entry("trades.drawdown.relative.lifetime[USD]", "OK 0.2"),
                        Map.entry("trades.value.at.risk.90d[USD]", "OK 18.70"),
                        Map.entry("trades.value.at.risk.lifetime[USD]", "OK 18.70"),
                        Map.entry("market.trades.30d[A]", "OK 3"),
                        Map.entry("market.trades.30d[B]", "OK 1"),
                        Map.entry("market.volume.30d[A]", "OK 30"),
                        Map.entry("market.volume.30d[B]", "OK 10"),
                        Map.entry("market.concentration.30d", "OK 0.625"),
                        Map.entry("data.issues[trades.amount]", "OK 2")))
                .containsKeys(
                        "trades.sharpe.90d",
                        "trades.sharpe.lifetime",
                        "trades.sortino.90d",
                        "trades.sortino.lifetime",
                        "market.volatility.30d[A]")
                .hasSize(38);
        double mean = (0.1 - 0.2 + 12 / 88.0) / 4;
        double squares = Stream.of(0.1, 0.0, -0.2, 12 / 88.0)
                .mapToDouble(x -> (x - mean) * (x - mean))
                .sum();
        isAbout(metrics.sharpe(LIFETIME), mean / Math.sqrt(squares / 3) * Math.sqrt(365));
        isAbout(metrics.sharpe(ROLLING_90D), mean / Math.sqrt(squares / 3) * Math.sqrt(365));
        isAbout(metrics.sortino(LIFETIME), mean / Math.sqrt(0.2 * 0.2 / 4) * Math.sqrt(365));
        isAbout(metrics.sortino(ROLLING_90D), mean / Math.sqrt(0.2 * 0.2 / 4) * Math.sqrt(365));
        isAbout(metrics.volatility().get(0), Math.sqrt(2) * Math.log(2) * Math.sqrt(365));
    }

    private static void isAbout(Measurement measurement, double expected) {
        assertThat(measurement.status()).as("%s", measurement).isEqualTo(Status.OK);
        assertThat(measurement.value().orElseThrow().doubleValue()).isCloseTo(expected, within(1e-9));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(f -> f.outcomes.put(ROLLING_24H, new OutcomeCounts(1, 2, 0)), "trades.success.24h"),
                change(f -> f.outcomes.put(ROLLING_30D, new OutcomeCounts(4, 1, 1)), "trades.success.30d"),
                change(
                        f -> f.outcomes.put(LIFETIME, new OutcomeCounts(15, 5, 1)),
                        "trades[failed]",
                        "trades.success.lifetime"),
                change(
                        f -> f.byAutomation = f.byAutomation.plusAll(Map.of("dca", amount("1"))),
                        "trades.by.automation[dca]"),
                change(
                        f -> f.volumes.put(AT.range(ROLLING_24H), volume("11", 1)),
                        "trades.volume.24h[USD]",
                        "trades.size.mean.24h[USD]"),
                change(
                        f -> f.volumes.put(AT.range(ROLLING_30D), volume("31", 3)),
                        "trades.volume.30d[USD]",
                        "trades.size.mean.30d[USD]",
                        "trades.volume.growth.30d[USD]"),
                change(f -> f.volumes.put(AT.before(ROLLING_30D), volume("21", 2)), "trades.volume.growth.30d[USD]"),
                change(f -> f.volumes.put(AT.range(LIFETIME), volume("300", 16)), "trades.size.mean.lifetime[USD]"),
                change(f -> f.wins.put(ROLLING_30D, new WinCounts(2, 1, 1)), "trades.win.30d"),
                change(f -> f.wins.put(LIFETIME, new WinCounts(3, 2, 2)), "trades.win.lifetime"),
                change(
                        f -> f.closed.put(ROLLING_90D, closed("25", "12", 3)),
                        "trades.profit.factor.90d[USD]",
                        "trades.expectancy.90d[USD]"),
                change(f -> f.closed.put(LIFETIME, closed("36", "12", 8)), "trades.expectancy.lifetime[USD]"),
                change(
                        f -> f.daily.put(YESTERDAY.minusDays(1), amount("-23")),
                        "trades.drawdown.90d[USD]",
                        "trades.drawdown.lifetime[USD]",
                        "trades.drawdown.relative.90d[USD]",
                        "trades.drawdown.relative.lifetime[USD]",
                        "trades.value.at.risk.90d[USD]",
                        "trades.value.at.risk.lifetime[USD]",
                        "trades.sharpe.90d",
                        "trades.sharpe.lifetime",
                        "trades.sortino.90d",
                        "trades.sortino.lifetime"),
                change(
                        f -> f.capital = Optional.of(amount("101")),
                        "trades.drawdown.relative.90d[USD]",
                        "trades.drawdown.relative.lifetime[USD]",
                        "trades.sharpe.90d",
                        "trades.sharpe.lifetime",
                        "trades.sortino.90d",
                        "trades.sortino.lifetime"),
                change(f -> f.marketTrades = f.marketTrades.plusAll(Map.of("A", amount("1"))), "market.trades.30d[A]"),
                change(
                        f -> f.marketVolume = f.marketVolume.plusAll(Map.of("B", amount("1"))),
                        "market.volume.30d[B]",
                        "market.concentration.30d"),
                change(f -> f.closes.put("A", prices("100", "200", "101")), "market.volatility.30d[A]"));
    }

    private interface Change {
        void apply(DollarTrades facts);
    }

    private static Arguments change(Change change, String... moved) {
        return arguments(change, Set.of(moved));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void exactlyTheMetricsOfAFactMoveWhenItMoves(Change change, Set<String> moved) {
        DollarTrades facts = new DollarTrades();
        Map<String, String> before = shown(facts.measure());
        change.apply(facts);
        Map<String, String> after = shown(facts.measure());

        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(name -> before.get(name).equals(after.get(name)));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).isEqualTo(new TreeSet<>(moved));
    }

    @Test
    void whatIsNotMappedIsUnavailableOnceForEachMetricAndWindow() {
        TradingMetrics metrics = measure(TradingFacts.builder());
        List<String> expected = TradingDefinitions.ALL.stream()
                .flatMap(definition -> definition.windows().isEmpty()
                        ? Stream.of(definition.key())
                        : definition.windows().stream().map(window -> definition.key() + "." + window.segments()))
                .toList();

        assertThat(metrics.measurements())
                .allSatisfy(m -> assertThat(m.status()).isEqualTo(Status.UNAVAILABLE))
                .extracting(Measurement::name)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void withoutProfitItsMetricsNameTheMappingAndTheOthersAreMeasured() {
        DollarTrades facts = new DollarTrades();
        TradingMetrics metrics = measure(facts.facts()
                .trades(Finding.ok(new TradeFacts(
                        facts.outcomes,
                        facts.byAutomation,
                        Map.of(USD, facts.volumes),
                        Finding.unavailable("trades.pnl is not mapped")))));

        assertThat(metrics.measurements())
                .filteredOn(m -> m.status() == Status.UNAVAILABLE)
                .allSatisfy(m -> assertThat(m.reason()).contains("trades.pnl is not mapped"))
                .extracting(Measurement::definition)
                .extracting(MetricDefinition::key)
                .containsOnly(
                        "trades.win",
                        "trades.sharpe",
                        "trades.sortino",
                        "trades.drawdown",
                        "trades.drawdown.relative",
                        "trades.profit.factor",
                        "trades.expectancy",
                        "trades.value.at.risk");
        assertThat(metrics.volume(LIFETIME)).extracting(Measurement::status).containsExactly(Status.OK);
        assertThat(metrics.concentration().status()).isEqualTo(Status.OK);
    }

    @Test
    void withoutCapitalRatiosAreThoseOfAmountsAndNoFallIsRelative() {
        DollarTrades facts = new DollarTrades();
        facts.capital = Optional.empty();
        TradingMetrics metrics = measure(facts.facts(), DEFAULT.withRiskFreeRatePerYear(0.5));

        assertThat(metrics.sharpe(LIFETIME).value())
                .isEqualTo(
                        SharpeRatio.ofAmounts(List.of(amount("10"), amount("0"), amount("-22"), amount("12")), DEFAULT)
                                .value());
        assertThat(finding(metrics.relativeDrawdown(LIFETIME)))
                .hasToString("UNAVAILABLE (the capital in USD is not mapped; give the mapping the capital that trading"
                        + " began with)");
    }

    @Test
    void theRiskFreeRateIsTakenFromReturnsOnly() {
        DollarTrades facts = new DollarTrades();
        double without =
                measure(facts.facts()).sharpe(LIFETIME).value().orElseThrow().doubleValue();
        double less = measure(facts.facts(), DEFAULT.withRiskFreeRatePerYear(0.5))
                .sharpe(LIFETIME)
                .value()
                .orElseThrow()
                .doubleValue();

        assertThat(less).isLessThan(without);
    }

    @Test
    void conventionsDecideAboutIdleDaysTheYearAndTheLevel() {
        DollarTrades facts = new DollarTrades();
        facts.capital = Optional.empty();
        facts.closes.put("A", prices("100", "200"));
        facts.closes.get("A").put(YESTERDAY.minusDays(9), amount("50"));
        RiskConventions exchange =
                DEFAULT.withPeriodsPerYear(252).withIdleDays(IdleDays.LEFT_OUT).withValueAtRiskLevel(0.5);
        TradingMetrics metrics = measure(facts.facts(), exchange);

        assertThat(metrics.sharpe(LIFETIME).value())
                .isEqualTo(SharpeRatio.ofAmounts(List.of(amount("10"), amount("-22"), amount("12")), exchange)
                        .value());
        assertThat(finding(metrics.valueAtRisk(LIFETIME))).hasToString("OK -10.00");
        assertThat(finding(metrics.volatility())).hasToString("OK 0.0");
        isAbout(
                measure(facts.facts(), DEFAULT).volatility().get(0),
                Math.sqrt((2 * 7 / 9.0 * 7 / 9.0 + 7 * 4 / 81.0) / 8 * 365) * Math.log(2));
    }

    @Test
    void profitsInSeveralCurrenciesAreToldApartAndHaveNoCommonRatio() {
        DollarTrades facts = new DollarTrades();
        facts.otherProfits.put(
                EUR,
                new CurrencyProfit(
                        Map.of(ROLLING_90D, ClosedTrades.NONE, LIFETIME, closed("0", "9", 1)),
                        new TreeMap<>(Map.of(YESTERDAY.minusDays(99), amount("-9"))),
                        Optional.of(YESTERDAY.minusDays(99)),
                        Optional.empty()));
        TradingMetrics metrics = facts.measure();

        assertThat(metrics.sharpe(LIFETIME).finding())
                .hasToString("UNDEFINED (profits are in several currencies, which are never added)");
        assertThat(metrics.sortino(LIFETIME).status()).isEqualTo(Status.UNDEFINED);
        assertThat(metrics.sharpe(ROLLING_90D).finding())
                .isEqualTo(new DollarTrades().measure().sharpe(ROLLING_90D).finding());
        assertThat(metrics.drawdown(LIFETIME))
                .extracting(Object::toString)
                .containsExactly(
                        "trades.drawdown.lifetime{currency=EUR} OK 9.00",
                        "trades.drawdown.lifetime{currency=USD} OK 22.00");
        assertThat(metrics.drawdown(ROLLING_90D))
                .extracting(m -> m.value().orElseThrow().signum())
                .containsExactly(0, 1);
    }

    @Test
    void aCurrencyInWhichNothingWasClosedHasNoRisk() {
        DollarTrades facts = new DollarTrades();
        facts.closed.replaceAll((window, trades) -> ClosedTrades.NONE);
        facts.daily.clear();
        TradingMetrics metrics = facts.measure();

        assertThat(finding(metrics.drawdown(LIFETIME))).hasToString("NO_DATA (no trade was ever closed in USD)");
        assertThat(finding(metrics.relativeDrawdown(ROLLING_90D)))
                .hasToString("NO_DATA (no trade was ever closed in USD)");
        assertThat(metrics.sharpe(LIFETIME).finding()).hasToString("NO_DATA (no trade was closed in the window)");
        facts.firstDay = Optional.empty();
        assertThat(shown(facts.measure())).isEqualTo(shown(metrics));
    }

    @Test
    void withoutAnyCurrencyTheMetricsOfMoneyHaveNoDataAndNoTag() {
        DollarTrades facts = new DollarTrades();
        Map<Window, WinCounts> noWins = Counted.withZeros(Map.of(), TradingDefinitions.WIN.windows(), WinCounts.NONE);
        TradingMetrics metrics = measure(facts.facts()
                .trades(Finding.ok(new TradeFacts(
                        facts.outcomes, facts.byAutomation, Map.of(), Finding.ok(new ProfitFacts(noWins, Map.of()))))));

        for (List<Measurement> money : List.of(
                metrics.volume(ROLLING_24H),
                metrics.meanSize(ROLLING_30D),
                metrics.volumeGrowth(),
                metrics.profitFactor(LIFETIME),
                metrics.expectancy(ROLLING_90D),
                metrics.relativeDrawdown(LIFETIME),
                metrics.valueAtRisk(ROLLING_90D))) {
            assertThat(finding(money)).hasToString("NO_DATA (no trade tells a currency)");
            assertThat(money.get(0).tags()).isEmpty();
        }
        assertThat(metrics.win(ROLLING_30D).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void theSmallestMarketsFoldIntoOthersButHaveNoVolatility() {
        DollarTrades facts = new DollarTrades();
        IntStream.rangeClosed(1, 60).forEach(i -> {
            facts.marketVolume = facts.marketVolume.plusAll(Map.of("m" + i, amount(String.valueOf(i))));
            facts.closes.put("m" + i, prices("1", "2"));
        });
        TradingMetrics metrics = facts.measure();

        assertThat(metrics.marketVolume()).hasSize(51);
        assertThat(metrics.volatility())
                .hasSize(50)
                .extracting(m -> m.tags().get("market"))
                .contains("A", "m60", "m12")
                .doesNotContain("m11", "other");
    }

    @Test
    void aMarketCalledOtherHasAVolatilityUntilOthersFoldIntoItsName() {
        DollarTrades facts = new DollarTrades();
        facts.marketVolume = facts.marketVolume.plusAll(Map.of("other", amount("1000")));
        facts.closes.put("other", prices("1", "2"));
        assertThat(facts.measure().volatility())
                .extracting(m -> m.tags().get("market"))
                .containsExactly("A", "other");

        IntStream.rangeClosed(1, 50).forEach(i -> facts.closes.put("m" + i, prices("1", "2")));
        assertThat(facts.measure().volatility())
                .hasSize(50)
                .extracting(m -> m.tags().get("market"))
                .doesNotContain("other");
    }

    @Test
    void aMarketThatHasAPriceButNoVolumeStillHasItsVolatility() {
        DollarTrades facts = new DollarTrades();
        facts.closes.put("C", prices("3", "3", "3"));

        assertThat(facts.measure().volatility())
                .extracting(Object::toString)
                .contains("market.volatility.30d{market=C} OK 0.0");
    }

    @Test
    void withoutPricesMarketsHaveTheirTradesAndNoVolatility() {
        DollarTrades facts = new DollarTrades();
        facts.closes.clear();
        assertThat(finding(facts.measure().volatility()))
                .hasToString("NO_DATA (no market had a price on a complete day of the window)");
        TradingMetrics unpriced = measure(facts.facts()
                .market(Finding.ok(new MarketFacts(
                        facts.marketTrades, facts.marketVolume, Finding.unavailable("trades.price is not mapped")))));

        assertThat(finding(unpriced.volatility())).hasToString("UNAVAILABLE (trades.price is not mapped)");
        assertThat(unpriced.marketTrades()).hasSize(2);
    }

    @Test
    void agedMetricsKeepTheirTypeAndAccessors() {
        TradingMetrics aged = new DollarTrades().measure().withFindings(finding -> finding.stale("old"));

        assertThat(aged.success(LIFETIME).status()).isEqualTo(Status.STALE);
        assertThat(aged.trades()).extracting(Measurement::status).containsOnly(Status.STALE);
        assertThat(aged.byAutomation()).hasSize(2);
    }
}
