package io.axisor.metrics.trading;

import static io.axisor.metrics.trading.TradingAssertions.assertExactly;
import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.TradingAssertions.assertNumber;
import static io.axisor.metrics.trading.TradingAssertions.assertRatio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.trading.market.HerfindahlIndex;
import io.axisor.metrics.trading.risk.Amounts;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas that need no series, at the edges and worked numbers of their Javadoc, which name their sources. */
class TradingFormulasTest {

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    @Test
    void theMeanSizeHasNoDataWhenNoTradeSucceeded() {
        assertNoValue(MeanTradeSize.of(TradeVolume.NONE), Status.NO_DATA, "no trade succeeded in the window");
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 0", "75, 3, 25"})
    void theMeanSizeIsWhatATradeMoved(BigDecimal volume, long trades, double size) {
        assertRatio(MeanTradeSize.of(new TradeVolume(volume, trades)), size);
    }

    @Test
    void profitFactorHasNoDataWhenNoTradeWasClosed() {
        assertNoValue(
                ProfitFactor.of(BigDecimal.ZERO, BigDecimal.ZERO, 0),
                Status.NO_DATA,
                "no trade was closed in the window");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "25.5, 3"})
    void profitFactorIsUndefinedWhenNoTradeLost(BigDecimal wins, long closed) {
        assertNoValue(ProfitFactor.of(wins, BigDecimal.ZERO, closed), Status.UNDEFINED, "no trade of the window lost");
    }

    @ParameterizedTest
    @CsvSource({"0, 5, 0", "5, 5, 1", "0.001774436090225547, 0.000732533104528662, 2.4223"})
    void profitFactorIsWhatWasWonForEachUnitLost(BigDecimal wins, BigDecimal losses, double factor) {
        assertRatio(ProfitFactor.of(wins, losses, 10), factor);
        assertThat(ProfitFactor.of(wins, losses, 10).get().interval(ConfidenceLevel.P95))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, -3", "-5, 3"})
    void profitFactorRefusesSumsThatAreNotNegated(BigDecimal wins, BigDecimal losses) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProfitFactor.of(wins, losses, 2))
                .withMessageContaining("not " + wins + " and " + losses + "; negate the sum of the losses");
    }

    @Test
    void expectancyHasNoDataWhenNoTradeWasClosed() {
        assertNoValue(Expectancy.of(BigDecimal.ZERO, 0), Status.NO_DATA, "no trade was closed in the window");
    }

    @Test
    void expectancyIsWhatATradeBringsOnAverage() {
        List<BigDecimal> pnl = Amounts.of("100 200 50 -150 300 -100 80 -30");

        assertExactly(Expectancy.of(Amounts.sum(pnl), pnl.size()).map(Ratio::value), "56.25");
        assertRatio(Expectancy.of(BigDecimal.ZERO, 2), 0);
        assertRatio(Expectancy.of(amount("-3"), 4), -0.75);
        assertThat(Expectancy.of(amount("3"), 4).get().interval(ConfidenceLevel.P95))
                .isEmpty();
    }

    /** The form in which tools give it: share won × mean gain − share lost × mean loss. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {91, 92, 93, 94})
    void expectancyIsTheMeanGainAndLossWeighedByTheirShares(long seed) {
        List<BigDecimal> pnl = Amounts.random(new Random(seed), 80);
        double won = pnl.stream().filter(amount -> amount.signum() > 0).count();
        double lost = pnl.stream().filter(amount -> amount.signum() < 0).count();
        double gains = pnl.stream()
                .mapToDouble(amount -> Math.max(amount.doubleValue(), 0))
                .sum();
        double losses = pnl.stream()
                .mapToDouble(amount -> Math.max(-amount.doubleValue(), 0))
                .sum();
        double expected = won / pnl.size() * (gains / won) - lost / pnl.size() * (losses / lost);

        assertThat(Expectancy.of(Amounts.sum(pnl), pnl.size()).get().value().doubleValue())
                .as("seed %d: %s", seed, pnl)
                .isCloseTo(expected, within(1e-10));
    }

    @Test
    void winRateTellsNoTradeFromNoneThatWasDecided() {
        assertNoValue(WinRate.of(0, 0, 0), Status.NO_DATA, "no trade was closed in the window");
        assertNoValue(WinRate.of(0, 0, 3), Status.UNDEFINED, "came out even");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "win_rate.csv", useHeadersInDisplayName = true)
    void winRateIsThePublishedOne(String name, String pnl, double rate) {
        List<BigDecimal> trades = Amounts.of(pnl);
        long won = trades.stream().filter(amount -> amount.signum() > 0).count();

        assertNumber(WinRate.of(won, trades.size() - won, trades.size()).map(Ratio::value), rate, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 3, 0.6667", "2, 1, 8, 0.6667", "0, 4, 4, 0", "4, 0, 4, 1", "170, 9, 179, 0.9497"})
    void winRateIsTheShareOfTheDecided(long won, long lost, long closed, double rate) {
        assertRatio(WinRate.of(won, lost, closed), rate);
        assertThat(WinRate.of(won, lost, closed).get().interval(ConfidenceLevel.P95))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 5", "0, -1, 5", "3, 3, 5"})
    void winRateRefusesCountsThatCannotBe(long won, long lost, long closed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WinRate.of(won, lost, closed))
                .withMessage(won + " won and " + lost + " lost of " + closed + " closed cannot be");
    }

    @Test
    void concentrationNeedsMarketsWithVolume() {
        assertNoValue(HerfindahlIndex.of(List.of()), Status.NO_DATA, "no market was traded");
        assertNoValue(HerfindahlIndex.of(Amounts.of("0 0.00")), Status.UNDEFINED, "have no volume");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 1",
        "50 30 20, 0.38",
        "7 7 7 7, 0.25",
        "7 0 0, 1",
        "1e18 1e18, 0.5",
        "1e-9 1e-9, 0.5",
        "1e18 1e-9, 1"
    })
    void concentrationIsTheSumOfTheSquaredShares(String volumes, String index) {
        assertExactly(HerfindahlIndex.of(Amounts.of(volumes)).map(Ratio::value), index);
    }

    @Test
    void concentrationRefusesANegativeVolume() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HerfindahlIndex.of(Amounts.of("5 -0.5")))
                .withMessageContaining("at least 0, not -0.5");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104})
    void concentrationIsMeasuredOnShares(long seed) {
        List<BigDecimal> volumes = Amounts.random(new Random(seed), 30).stream()
                .map(BigDecimal::abs)
                .toList();
        double sum = Amounts.sum(volumes).doubleValue();
        double expected = volumes.stream()
                .mapToDouble(volume -> Math.pow(volume.doubleValue() / sum, 2))
                .sum();

        assertThat(HerfindahlIndex.of(volumes).get().value().doubleValue())
                .as("seed %d: %s", seed, volumes)
                .isCloseTo(expected, within(1e-13));
    }

    @Test
    void volumeGrowthHasNoDataWhenNoTradeSucceededInEitherWindow() {
        assertNoValue(
                TradeVolumeGrowth.of(BigDecimal.ZERO, BigDecimal.ZERO, false), Status.NO_DATA, "no trade succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "0"})
    void volumeGrowthIsUndefinedOverNothing(BigDecimal volume) {
        assertNoValue(
                TradeVolumeGrowth.of(volume, BigDecimal.ZERO, true),
                Status.UNDEFINED,
                "nothing was traded in the window before");
    }

    @ParameterizedTest
    @CsvSource({"15, 12, 0.25", "0, 10, -1", "10, 10, 0", "25, 10, 1.5"})
    void volumeGrowthIsTheDifferenceMeasuredOnTheWindowBefore(BigDecimal volume, BigDecimal before, double growth) {
        assertRatio(TradeVolumeGrowth.of(volume, before, true), growth);
    }
}
