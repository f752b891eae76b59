package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertExactly;
import static io.axisor.metrics.trading.TradingAssertions.assertNumber;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.axisor.metrics.trading.Expectancy;
import io.axisor.metrics.trading.ProfitFactor;
import io.axisor.metrics.trading.WinRate;
import io.axisor.metrics.value.Ratio;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A published back test of 179 trades, freqtrade's StrategyTestV3 of January 2018 on 0.01 BTC, through all formulas:
 * its days from freqtrade_days.csv, and its trades where the data sets are at hand.
 *
 * <p>Source of the numbers: freqtrade/freqtrade at c9ae5e1, {@code
 * tests/testdata/backtest_results/backtest-result.json} (GPL-3.0, numbers only); Sharpe and Sortino ratio of the days
 * by NumPy 2.4, since freqtrade's are of other conventions.
 */
class FreqtradeBacktestTest {

    /** Seen from this module, in which Maven runs its tests. */
    private static final Path TRADES = Path.of("../../shared/data/freqtrade_trades.csv");

    private static final BigDecimal CAPITAL = new BigDecimal("0.01");
    private static final double DRAWDOWN = 0.018740312808228732;

    private final SortedMap<LocalDate, BigDecimal> days = publishedDays();
    private final DailyPnl daily = DailyPnl.of(days.firstKey(), days.lastKey(), days);

    private static SortedMap<LocalDate, BigDecimal> publishedDays() {
        SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
        try (var file = FreqtradeBacktestTest.class.getResourceAsStream("freqtrade_days.csv")) {
            new String(file.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("2018-"))
                    .map(line -> line.split(", "))
                    .forEach(cells -> days.put(LocalDate.parse(cells[0]), new BigDecimal(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return days;
    }

    /** In the order of the file. */
    private static List<ClosedTrade> trades() throws IOException {
        assumeThat(TRADES)
                .as("the data sets are not part of the project; they stand in ../shared seen from its root")
                .isRegularFile();
        List<String> lines = Files.readAllLines(TRADES);
        List<String> header = List.of(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> new ClosedTrade(
                        Instant.parse(cells[header.indexOf("close_ts")]),
                        new BigDecimal(cells[header.indexOf("profit_abs")])))
                .toList();
    }

    private static List<BigDecimal> pnl(List<ClosedTrade> trades) {
        return trades.stream().map(ClosedTrade::pnl).toList();
    }

    @Test
    void theDaysHaveTheRatiosThatNumPyFinds() {
        assertNumber(SharpeRatio.ofAmounts(daily.days(DEFAULT), DEFAULT), 14.100890809086415, 1e-11);
        assertNumber(SortinoRatio.ofAmounts(daily.days(DEFAULT), DEFAULT), 31.044447419559816, 1e-11);
    }

    @Test
    void theDaysHaveTheRatiosOfTheTextbookInDecimals() {
        List<BigDecimal> amounts = List.copyOf(days.values());
        BigDecimal mean = SecondWay.mean(amounts);

        assertNumber(
                SharpeRatio.ofAmounts(daily.days(DEFAULT), DEFAULT),
                SecondWay.perYear(mean, SecondWay.sampleDeviation(amounts), 365),
                1e-11);
        assertNumber(
                SortinoRatio.ofAmounts(daily.days(DEFAULT), DEFAULT),
                SecondWay.perYear(mean, SecondWay.downsideDeviation(amounts, BigDecimal.ZERO), 365),
                1e-11);
    }

    /** 20 × 0.05 = 1: the second lowest of the 21 days. */
    @Test
    void theValueAtRiskOfTheDaysIsTheSecondWorst() {
        assertExactly(ValueAtRisk.of(daily.days(DEFAULT), DEFAULT), "0.000044862155388472");
    }

    /** The days hide what happens within them: their drawdown is that of the last day alone. */
    @Test
    void theDrawdownOfTheDaysIsNotThatOfTheTrades() {
        assertExactly(MaximumDrawdown.of(daily.days(DEFAULT)), "0.000132533104528662");
        assertThat(MaximumDrawdown.relative(daily.days(DEFAULT), CAPITAL)
                        .get()
                        .value()
                        .doubleValue())
                .isCloseTo(0.01186038413558880, within(1e-15))
                .isLessThan(DRAWDOWN);
    }

    @Test
    void theLastTenDaysAreMeasuredOnWhatTheFirstElevenLeft() {
        DailyPnl lastTen = daily.since(LocalDate.of(2018, 1, 21));
        BigDecimal capital = CAPITAL.add(
                Amounts.sum(List.copyOf(days.headMap(LocalDate.of(2018, 1, 21)).values())));

        assertThat(lastTen.capitalAtStart(CAPITAL)).isEqualByComparingTo(capital);
        assertThat(lastTen.returnsOn(CAPITAL, DEFAULT).get().get(0).doubleValue())
                .isCloseTo(0.000040100250626565 / capital.doubleValue(), within(1e-15));
        assertThat(MaximumDrawdown.relative(lastTen.days(DEFAULT), lastTen.capitalAtStart(CAPITAL))
                        .get())
                .isEqualTo(
                        MaximumDrawdown.relative(daily.days(DEFAULT), CAPITAL).get());
    }

    @Test
    void theTradesAddUpToTheDays() throws IOException {
        SortedMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        trades().forEach(trade ->
                sums.merge(LocalDate.ofInstant(trade.closedAt(), ZoneOffset.UTC), trade.pnl(), BigDecimal::add));

        assertThat(sums.keySet()).isEqualTo(days.keySet());
        days.forEach((day, amount) ->
                assertThat(sums.get(day)).as(day.toString()).isCloseTo(amount, within(new BigDecimal("1e-17"))));
    }

    @Test
    void profitFactorExpectancyAndWinRateOfTheTradesAreThePublishedOnes() throws IOException {
        List<BigDecimal> pnl = pnl(trades());
        List<BigDecimal> wins =
                pnl.stream().filter(amount -> amount.signum() > 0).toList();
        List<BigDecimal> losses =
                pnl.stream().filter(amount -> amount.signum() < 0).toList();
        BigDecimal lost = Amounts.sum(losses).negate();

        assertNumber(ProfitFactor.of(Amounts.sum(wins), lost, pnl.size()).map(Ratio::value), 2.4223288739520954, 1e-12);
        assertNumber(Expectancy.of(Amounts.sum(pnl), pnl.size()).map(Ratio::value), 5.820687070932315e-06, 1e-17);
        assertNumber(WinRate.of(wins.size(), losses.size(), pnl.size()).map(Ratio::value), 0.9497206703910615, 1e-15);
    }

    @Test
    void theDrawdownOfTheTradesIsThePublishedOne() throws IOException {
        assertNumber(MaximumDrawdown.ofTrades(trades()), 0.0002, 1e-18);
        assertNumber(MaximumDrawdown.relativeOfTrades(trades(), CAPITAL).map(Ratio::value), DRAWDOWN, 1e-15);
    }

    @Test
    void theDrawdownOfTheTradesDoesNotDependOnTheirOrder() throws IOException {
        List<ClosedTrade> shuffled = new ArrayList<>(trades());
        Collections.shuffle(shuffled, new Random(179));

        assertThat(MaximumDrawdown.ofTrades(shuffled).get())
                .isEqualByComparingTo(MaximumDrawdown.ofTrades(trades()).get());
    }

    /** What summing the trades of one instant is for: eight pairs of them closed together. */
    @Test
    void aWalkTradeByTradeWouldFindAFallThatNeverWas() throws IOException {
        List<ClosedTrade> inOrder = trades().stream()
                .sorted(Comparator.comparing(ClosedTrade::closedAt))
                .toList();

        assertNumber(MaximumDrawdown.of(pnl(inOrder)), 0.00020977, 5e-9);
    }
}
