package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertExactly;
import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.TradingAssertions.assertNumber;
import static io.axisor.metrics.trading.TradingAssertions.assertRatio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumDrawdownTest {

    private static final Instant NOON = Instant.parse("2018-01-16T12:00:00Z");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static ClosedTrade trade(int minute, String pnl) {
        return new ClosedTrade(NOON.plusSeconds(60L * minute), new BigDecimal(pnl));
    }

    /** What each step brought to a wealth that begins at 1 and is multiplied by each of the factors. */
    private static List<BigDecimal> changesOfWealth(List<BigDecimal> factors) {
        List<BigDecimal> changes = new ArrayList<>();
        BigDecimal wealth = BigDecimal.ONE;
        for (BigDecimal factor : factors) {
            BigDecimal next = wealth.multiply(factor, MathContext.DECIMAL128);
            changes.add(next.subtract(wealth));
            wealth = next;
        }
        return changes;
    }

    @ParameterizedTest
    @CsvFileSource(resources = "drawdown_of_returns.csv", useHeadersInDisplayName = true)
    void theDrawdownOfCompoundedReturnsIsThePublishedOne(
            String name, String returns, double drawdown, double tolerance) {
        List<BigDecimal> factors =
                Amounts.of(returns).stream().map(BigDecimal.ONE::add).toList();

        assertNumber(
                MaximumDrawdown.relative(changesOfWealth(factors), BigDecimal.ONE)
                        .map(Ratio::value),
                Math.abs(drawdown),
                tolerance);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "drawdown_of_positions.csv", useHeadersInDisplayName = true)
    void theDrawdownOfPositionsMarkedToMarketIsThePublishedOne(String prices, String positions, double drawdown) {
        List<BigDecimal> bars = Amounts.of(prices);
        List<BigDecimal> factors = new ArrayList<>();
        for (String position : positions.split(" ", -1)) {
            String[] ends = position.split("-", -1);
            IntStream.range(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                    .mapToObj(bar -> bars.get(bar + 1).divide(bars.get(bar), MathContext.DECIMAL128))
                    .forEach(factors::add);
        }

        assertNumber(
                MaximumDrawdown.relative(changesOfWealth(factors), BigDecimal.ONE)
                        .map(Ratio::value),
                drawdown,
                1e-12);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "drawdown_of_amounts.csv", useHeadersInDisplayName = true)
    void theDrawdownOfAmountsIsThePublishedOne(
            String name, String pnl, BigDecimal capital, String amount, double share, double tolerance) {
        assertExactly(MaximumDrawdown.of(Amounts.of(pnl)), amount);
        assertNumber(MaximumDrawdown.relative(Amounts.of(pnl), capital).map(Ratio::value), share, tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "1 0 5, 0, 0",
        "0 0, 0, 0",
        "-5, 5, 0.05",
        "5, 0, 0",
        "-5 -5 -5, 15, 0.15",
        "100 -60 30 -50, 80, 0.4",
        "-150 200, 150, 1.5",
        "-10 900 -90, 90, 0.1",
        "10 -10 10 -10, 10, 0.0909"
    })
    void theDeepestFallIsMeasuredFromTheBestBeforeIt(String pnl, String amount, double share) {
        assertExactly(MaximumDrawdown.of(Amounts.of(pnl)), amount);
        assertRatio(MaximumDrawdown.relative(Amounts.of(pnl), HUNDRED), share);
    }

    @Test
    void theRelativeDrawdownKeepsTheFallAndThePeakItWasMadeOf() {
        Ratio deepest =
                MaximumDrawdown.relative(Amounts.of("100 -60 30 -50"), HUNDRED).get();

        assertThat(deepest.numerator()).isEqualByComparingTo("80");
        assertThat(deepest.denominator()).isEqualByComparingTo("200");
        assertThat(deepest.ofCounts()).isFalse();
    }

    @Test
    void theLargestAmountNeedNotBeTheLargestShare() {
        List<BigDecimal> pnl = Amounts.of("-10 900 -90");

        assertExactly(MaximumDrawdown.of(pnl), "90");
        assertThat(MaximumDrawdown.relative(pnl, BigDecimal.valueOf(20)).get().numerator())
                .isEqualByComparingTo("10");
    }

    @Test
    void hasNoDataOfNothing() {
        assertNoValue(MaximumDrawdown.of(List.of()), Status.NO_DATA, "no complete period");
        assertNoValue(MaximumDrawdown.relative(List.of(), HUNDRED), Status.NO_DATA, "no complete period");
        assertNoValue(MaximumDrawdown.ofTrades(List.of()), Status.NO_DATA, "no trade was closed");
        assertNoValue(MaximumDrawdown.relativeOfTrades(List.of(), HUNDRED), Status.NO_DATA, "no trade was closed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1.5"})
    void theRelativeOneIsUndefinedWithoutCapital(BigDecimal capital) {
        String reason = "a capital of " + capital.toPlainString();

        assertNoValue(MaximumDrawdown.relative(Amounts.of("1 -1"), capital), Status.UNDEFINED, reason);
        assertNoValue(MaximumDrawdown.relativeOfTrades(List.of(trade(0, "1")), capital), Status.UNDEFINED, reason);
    }

    @Test
    void tradesOfOneInstantAreSummedBeforeTheWalk() {
        List<ClosedTrade> lossFirst = List.of(trade(0, "10"), trade(1, "-4"), trade(1, "3"), trade(2, "-2"));

        assertExactly(MaximumDrawdown.ofTrades(lossFirst), "3");
        assertRatio(MaximumDrawdown.relativeOfTrades(lossFirst, BigDecimal.TEN), 3.0 / 20);
    }

    @Test
    void tradesAreWalkedInOrderOfTimeNotOfTheCollection() {
        List<ClosedTrade> backwards = List.of(trade(2, "-7"), trade(1, "3"), trade(0, "-5"));

        assertExactly(MaximumDrawdown.ofTrades(backwards), "9");
        assertRatio(MaximumDrawdown.relativeOfTrades(backwards, HUNDRED), 0.09);
    }

    /** In doubles, the 1E-9 would be lost beside the 1E+18. */
    @Test
    void isExactForTheLargestAndTheSmallestAmounts() {
        List<BigDecimal> pnl = Amounts.of("1e18 -1e-9 1e-9 -3e18 -1e-9");

        assertExactly(MaximumDrawdown.of(pnl), "3000000000000000000.000000001");
        assertThat(MaximumDrawdown.relative(pnl, BigDecimal.ONE).get().denominator())
                .isEqualByComparingTo("1000000000000000001");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void agreesWithEveryPairOfMoments(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 30; round++) {
            List<BigDecimal> pnl = Amounts.random(random, 1 + random.nextInt(30));
            BigDecimal capital = BigDecimal.valueOf(1 + random.nextInt(3000));
            String where = "seed " + seed + ", round " + round + ", capital " + capital + ": " + pnl;

            assertThat(MaximumDrawdown.of(pnl).get()).as(where).isEqualByComparingTo(SecondWay.maximumDrawdown(pnl));
            assertThat(MaximumDrawdown.relative(pnl, capital).get().value().doubleValue())
                    .as(where)
                    .isCloseTo(SecondWay.relativeMaximumDrawdown(pnl, capital).doubleValue(), within(1e-12));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44})
    void theOrderInWhichTradesAreGivenDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> pnl = Amounts.random(random, 60);
        List<ClosedTrade> trades = new ArrayList<>();
        pnl.forEach(amount -> trades.add(trade(random.nextInt(20), amount.toPlainString())));
        List<BigDecimal> byMinute = IntStream.range(0, 20)
                .mapToObj(minute -> Amounts.sum(trades.stream()
                        .filter(trade -> trade.closedAt().equals(NOON.plusSeconds(60L * minute)))
                        .map(ClosedTrade::pnl)
                        .toList()))
                .toList();
        Collections.shuffle(trades, random);

        assertThat(MaximumDrawdown.ofTrades(trades).get())
                .as("seed %d: %s", seed, trades)
                .isEqualByComparingTo(SecondWay.maximumDrawdown(byMinute));
    }
}
