package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.logged;
import static io.axisor.metrics.contract.Rows.on;
import static io.axisor.metrics.value.Outcome.FAILED;
import static io.axisor.metrics.value.Outcome.OTHER;
import static io.axisor.metrics.value.Outcome.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.source.row.MarketTrade;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The markets of the last 30 days: what was traded on them, and how their prices moved from day to day in Berlin. */
interface MarketsContract extends SourceUnderTest {

    /** The first instant of a day in Berlin. */
    private static Instant day(String date) {
        return LocalDate.parse(date).atStartOfDay(ZONE).toInstant();
    }

    private Trade moved(@Nullable String currency, Outcome outcome, @Nullable String amount) {
        BigDecimal exact = amount == null ? null : new BigDecimal(amount);
        return new Trade(daysAgo(3), outcome, exact, currency, null, null, "A", null);
    }

    /** The sample deviation of the logarithms of changes, times √365. */
    private static void volatility(Measured measured, String market, double... changes) {
        List<Measurement> found = measured.snapshot().trading().volatility().stream()
                .filter(m -> m.tags().equals(Map.of("market", market)))
                .toList();
        double mean = Arrays.stream(changes).map(Math::log).sum() / changes.length;
        double squares = Arrays.stream(changes)
                .map(change -> (Math.log(change) - mean) * (Math.log(change) - mean))
                .sum();
        assertThat(found).as(market).hasSize(1);
        assertThat(found.get(0).value().orElseThrow().doubleValue())
                .as("%s", found)
                .isCloseTo(Math.sqrt(squares / (changes.length - 1) * 365), withinPercentage(1e-9));
    }

    @Test
    default void aSucceededTradeBelongsToItsMarketFor30Days() {
        now(Company.builder()
                        .trades(
                                on("A", "1", null, NOW),
                                on("A", "2", null, justBefore(NOW)),
                                on("A", "4", null, daysAgo(30)),
                                on("A", "8", null, justBefore(daysAgo(30))),
                                on("B", "16", null, daysAgo(3)),
                                on(null, "32", null, daysAgo(3)),
                                on("", "64", null, daysAgo(3)),
                                on("  ", "128", null, daysAgo(3))))
                .showsOnly("market.trades.30d", "{market=A} 2", "{market=B} 1", "{market=unspecified} 3")
                .showsOnly("market.volume.30d", "{market=A} 6", "{market=B} 16", "{market=unspecified} 224")
                .showsOnly("market.concentration.30d", "{} " + (6 * 6 + 16 * 16 + 224 * 224) + "/" + 246 * 246)
                .showsOnly("market.volatility.30d", "{} NO_DATA")
                .issues();
    }

    @Test
    default void onlyCleanAmountsOfSucceededTradesAreOnAMarket() {
        now(Company.builder()
                        .trades(
                                moved("USD", SUCCEEDED, "1"),
                                moved("EUR", SUCCEEDED, "2"),
                                moved("USD", SUCCEEDED, "0"),
                                moved("USD", FAILED, "4"),
                                moved("USD", OTHER, "8"),
                                moved("USD", SUCCEEDED, "-16"),
                                moved("USD", SUCCEEDED, null),
                                moved("ZZZ", SUCCEEDED, "32"),
                                moved(null, SUCCEEDED, "64")))
                .showsOnly("market.trades.30d", "{market=A} 3")
                .showsOnly("market.volume.30d", "{market=A} 3")
                .issues("trades.amount 2", "trades.currency 2");
    }

    @Test
    default void aMarketLogTellsTheMarketsInsteadOfTheTrades() {
        now(Company.builder()
                        .trades(on("A", "1", "5", daysAgo(3)))
                        .marketLog(logged("B", "2", null, daysAgo(3)), logged("B", "0", null, daysAgo(3))))
                .showsOnly("market.trades.30d", "{market=B} 2")
                .showsOnly("market.volume.30d", "{market=B} 2")
                .showsOnly("market.volatility.30d", "{} NO_DATA")
                .showsOnly("trades.volume.30d", "{currency=USD} 1");
    }

    @Test
    default void aDirtyEntryOfAMarketLogCountsNowhereAndOldOnesAreNotLookedAt() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .marketLog(
                        logged("A", null, "1", daysAgo(3)),
                        logged("A", "-1", "1", daysAgo(30)),
                        logged("A", "-1", "1", justBefore(daysAgo(30))),
                        logged("A", null, "1", null),
                        logged("A", "1", "1", null),
                        logged("A", null, "1", justAfter(latest)),
                        logged("A", "1", "1", justAfter(latest)),
                        logged("A", null, "1", latest),
                        logged("A", "1", "1", NOW));
        now(company)
                .showsOnly("market.trades.30d", "{market=unspecified} 0")
                .showsOnly("market.volume.30d", "{market=unspecified} 0")
                .shows("market.concentration.30d", "NO_DATA")
                .showsOnly("market.volatility.30d", "{} NO_DATA")
                .issues("market.amount 4", "market.executed_at 1", "market.future 1");
        at(daysAgo(3), company).issues("market.amount 4", "market.executed_at 1", "market.future 1");
    }

    @Test
    default void concentrationIsThatOfAllMarketsAlsoOfThoseThatAreFolded() {
        MarketTrade[] equal = IntStream.range(0, 60)
                .mapToObj(i -> logged("m" + (100 + i), "1", "1", daysAgo(3)))
                .toArray(MarketTrade[]::new);
        Measured measured = now(Company.builder().marketLog(equal));
        measured.shows("market.concentration.30d", "60/3600")
                .shows("market.volume.30d{market=other}", "10")
                .shows("market.trades.30d{market=other}", "10");
        assertThat(measured.snapshot().trading().marketVolume()).hasSize(51);
        assertThat(measured.snapshot().trading().volatility()).hasSize(50);
        now(Company.builder()
                        .marketLog(
                                logged("A", "50", null, daysAgo(3)),
                                logged("B", "30", null, daysAgo(3)),
                                logged("C", "20", null, daysAgo(3))))
                .shows("market.concentration.30d", "3800/10000");
        now(Company.builder().marketLog(logged("A", "0", null, daysAgo(3))))
                .shows("market.concentration.30d", "UNDEFINED");
    }

    @Test
    default void volatilityIsThatOfTheLastPriceOfEachDay() {
        Measured measured = now(Company.builder()
                .trades(
                        on("A", "1", "7", day("2026-04-12")),
                        on("A", "1", "100", justBefore(day("2026-04-13"))),
                        on("A", "1", "9", day("2026-04-13")),
                        on("A", "1", "200", day("2026-04-13").plusSeconds(5)),
                        on("A", "1", "100", justBefore(day("2026-04-15"))),
                        on("A", "1", "3", justBefore(justBefore(day("2026-04-15")))),
                        on("A", "1", "55", day("2026-04-15")),
                        on("B", "1", "8", day("2026-04-13")),
                        on("B", "1", "4", day("2026-04-14")),
                        on("C", "1", "8", day("2026-04-15"))));
        volatility(measured, "A", 2, 0.5);
        measured.showsOnly("market.volatility.30d", "{market=A} " + plainOf(measured, "A"), "{market=B} UNDEFINED");
    }

    private static String plainOf(Measured measured, String market) {
        return measured.snapshot().trading().volatility().stream()
                .filter(m -> m.tags().containsValue(market))
                .map(Measurements::found)
                .findFirst()
                .orElseThrow();
    }

    @Test
    default void aDayWithoutAPriceKeepsThatOfTheDayBefore() {
        Measured measured = now(Company.builder()
                .marketLog(
                        logged("A", "1", "100", day("2026-04-10")),
                        logged("A", "1", "200", day("2026-04-13")),
                        logged("quiet", "1", "5", day("2026-04-10")),
                        logged("late", "1", "5", day("2026-04-14"))));
        volatility(measured, "A", 1, 1, 2, 1);
        measured.shows("market.volatility.30d{market=quiet}", "0")
                .shows("market.volatility.30d{market=late}", "UNDEFINED");
    }

    @Test
    default void ofThePricesOfOneInstantTheHighestIsTheLast() {
        Instant last = day("2026-04-13").plusSeconds(99);
        volatility(
                now(Company.builder()
                        .marketLog(
                                logged("A", "1", "100", day("2026-04-12")),
                                logged("A", "1", "150", last),
                                logged("A", "1", "200", last),
                                logged("A", "1", "180", last),
                                logged("A", "1", "999", last.minusSeconds(1)),
                                logged("A", "1", "100", day("2026-04-14")))),
                "A",
                2,
                0.5);
    }

    @Test
    default void whatIsNoPriceIsNotTheLastOne() {
        Instant later = day("2026-04-13").plusSeconds(99);
        Measured measured = now(Company.builder()
                .trades(
                        on("A", "1", "100", day("2026-04-12")),
                        on("A", "1", "200", day("2026-04-13")),
                        on("A", "1", "0", later),
                        on("A", "1", "-5", later),
                        on("A", "1", null, later),
                        on("A", "-1", "5", later),
                        new Trade(later, FAILED, BigDecimal.ONE, "USD", null, null, "A", BigDecimal.TEN),
                        new Trade(later, SUCCEEDED, BigDecimal.ONE, "ZZZ", null, null, "A", BigDecimal.TEN),
                        new Trade(
                                day("2026-04-14").plusSeconds(1),
                                SUCCEEDED,
                                BigDecimal.ONE,
                                "EUR",
                                null,
                                null,
                                "A",
                                new BigDecimal("100")),
                        on("A", "1", "7", day("2026-04-14")),
                        on(null, "1", "5", day("2026-04-12")),
                        on(" ", "1", "9", day("2026-04-13"))));
        volatility(measured, "A", 2, 0.5);
        assertThat(measured.snapshot().trading().volatility()).hasSize(1);
    }

    /** 30 days before now it was 10:30 on March 16 in Berlin, so the 17th is the first day. */
    @Test
    default void theFirstDayWithAPriceIsWholeAndDaysMayHave23Hours() {
        Measured measured = now(Company.builder()
                .marketLog(
                        logged("A", "1", "7", justBefore(day("2026-03-17"))),
                        logged("A", "1", "100", justBefore(day("2026-03-29"))),
                        logged("A", "1", "200", justBefore(day("2026-03-30"))),
                        logged("A", "1", "50", day("2026-03-30")),
                        logged("B", "1", "7", day("2026-03-17")),
                        logged("B", "1", "14", justBefore(day("2026-03-18")))));
        double[] changes = new double[17];
        Arrays.fill(changes, 1);
        changes[0] = 2;
        changes[1] = 0.25;
        volatility(measured, "A", changes);
        measured.shows("market.volatility.30d{market=B}", "0");
    }

    @Test
    default void mappedButEmptyMarketsAreZero() {
        for (Company.Builder company :
                List.of(Company.builder().trades(), Company.builder().marketLog())) {
            now(company)
                    .showsOnly("market.trades.30d", "{market=unspecified} 0")
                    .showsOnly("market.volume.30d", "{market=unspecified} 0")
                    .shows("market.concentration.30d", "NO_DATA")
                    .showsOnly("market.volatility.30d", "{} NO_DATA")
                    .issues();
        }
        now(Company.builder().accounts())
                .shows("market.trades.30d", "UNAVAILABLE")
                .shows("market.volatility.30d", "UNAVAILABLE");
    }
}
