package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.TradingAssertions.assertNumber;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortinoRatioTest {

    @ParameterizedTest
    @CsvFileSource(resources = "sortino.csv", useHeadersInDisplayName = true)
    void theRatioIsThePublishedOne(String name, String returns, int periodsPerYear, double sortino, double tolerance) {
        RiskConventions conventions = DEFAULT.withPeriodsPerYear(periodsPerYear);

        assertNumber(SortinoRatio.ofReturns(Amounts.of(returns), conventions), sortino, tolerance);
        assertNumber(SortinoRatio.ofAmounts(Amounts.of(returns), conventions), sortino, tolerance);
    }

    /** The deviation shows in the ratio alone: here a period is a year, so that the rate is the published target. */
    @ParameterizedTest
    @CsvFileSource(resources = "downside.csv", useHeadersInDisplayName = true)
    void theDownsideDeviationIsThePublishedOneOverAllPeriods(
            String name, String returns, double target, int periodsPerYear, double downside, double tolerance) {
        RiskConventions conventions = DEFAULT.withPeriodsPerYear(1).withRiskFreeRatePerYear(target);
        double reward = SecondWay.mean(Amounts.of(returns)).doubleValue() - target;
        double ratio =
                SortinoRatio.ofReturns(Amounts.of(returns), conventions).get().doubleValue();

        assertThat(reward / ratio * Math.sqrt(periodsPerYear)).isCloseTo(downside, within(tolerance));
    }

    /** Two periods of the published mean and downside; the series behind price_series.csv are not in the project. */
    @ParameterizedTest
    @CsvFileSource(resources = "price_series.csv", useHeadersInDisplayName = true)
    void scalesPublishedMomentsToTheirYear(
            String series,
            int periodsPerYear,
            double mean,
            double deviation,
            double downside,
            double sharpe,
            double sortino) {
        double loss = downside * Math.sqrt(2);
        List<BigDecimal> returns = List.of(BigDecimal.valueOf(-loss), BigDecimal.valueOf(2 * mean + loss));

        assertNumber(SortinoRatio.ofReturns(returns, DEFAULT.withPeriodsPerYear(periodsPerYear)), sortino, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "-5, 1"})
    void isUndefinedOfFewerThanTwoPeriods(String periods, int count) {
        String reason = "a deviation needs at least 2 periods, not " + count;

        assertNoValue(SortinoRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, reason);
        assertNoValue(SortinoRatio.ofReturns(Amounts.of(periods), DEFAULT), Status.UNDEFINED, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 0 5", "0 0", "7 7 7"})
    void isUndefinedWhereNoPeriodFellBelowTheTarget(String periods) {
        assertNoValue(SortinoRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, "fell below the target");
    }

    @Test
    void theSameLossEachPeriodIsDownsideThoughNoDeviation() {
        assertNumber(SortinoRatio.ofAmounts(Amounts.of("-2 -2"), DEFAULT), -Math.sqrt(365), 1e-12);
    }

    @Test
    void aGainBelowTheRiskFreeRateIsDownsideOfReturnsAndNotOfAmounts() {
        List<BigDecimal> gains = Amounts.of("0.01 0.04");
        RiskConventions conventions = DEFAULT.withPeriodsPerYear(1).withRiskFreeRatePerYear(0.02);
        Finding<BigDecimal> ofReturns = SortinoRatio.ofReturns(gains, conventions);

        // (0.025 − 0.02) ÷ √(0.01² ÷ 2)
        assertNumber(ofReturns, 0.005 / (0.01 / Math.sqrt(2)), 1e-12);
        assertNoValue(SortinoRatio.ofAmounts(gains, conventions), Status.UNDEFINED, "fell below the target");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1e400 1", "-1e200 1e200", "1e400 -1e400 5"})
    void isUndefinedAndNeverNanWhereAmountsExceedWhatIsComputedWith(String periods) {
        assertNoValue(SortinoRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, "too large");
    }

    @ParameterizedTest
    @ValueSource(ints = {-27, -9, 18, 100})
    void theUnitOfTheAmountsDoesNotMatter(int exponent) {
        List<BigDecimal> amounts = Amounts.of("0.01 0.1 -0.04 0.02");
        List<BigDecimal> scaled = amounts.stream()
                .map(amount -> amount.scaleByPowerOfTen(exponent))
                .toList();

        assertNumber(
                SortinoRatio.ofAmounts(scaled, DEFAULT),
                SortinoRatio.ofAmounts(amounts, DEFAULT).get().doubleValue(),
                1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void agreesWithTheTextbookInDecimals(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<BigDecimal> amounts = Amounts.random(random, 20 + random.nextInt(60));
            BigDecimal target = BigDecimal.valueOf(random.nextInt(90), 2);
            RiskConventions conventions = DEFAULT.withPeriodsPerYear(1).withRiskFreeRatePerYear(target.doubleValue());
            BigDecimal reward = SecondWay.mean(amounts).subtract(target);
            double expected = SecondWay.perYear(reward, SecondWay.downsideDeviation(amounts, target), 1);

            assertThat(SortinoRatio.ofReturns(amounts, conventions).get().doubleValue())
                    .as("seed %d, round %d, target %s: %s", seed, round, target, amounts)
                    .isCloseTo(expected, within(1e-11));
        }
    }
}
