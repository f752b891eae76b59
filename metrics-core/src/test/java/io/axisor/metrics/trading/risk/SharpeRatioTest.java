package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertExactly;
import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.TradingAssertions.assertNumber;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharpeRatioTest {

    private static final List<BigDecimal> MIXED = Amounts.of("0.01 0.1 -0.04 0.02 0.03 0.02 0.01 -0.1");

    @ParameterizedTest
    @CsvFileSource(resources = "sharpe.csv", useHeadersInDisplayName = true)
    void theRatioIsThePublishedOne(String name, String returns, int periodsPerYear, double sharpe, double tolerance) {
        RiskConventions conventions = DEFAULT.withPeriodsPerYear(periodsPerYear);

        assertNumber(SharpeRatio.ofReturns(Amounts.of(returns), conventions), sharpe, tolerance);
        assertNumber(SharpeRatio.ofAmounts(Amounts.of(returns), conventions), sharpe, tolerance);
    }

    /** ta4j's own year of 365.2425 days is no whole number of periods; source as in sharpe.csv. */
    @Test
    void differsFromTa4jsAnnualRatioByTheLengthOfItsYearAlone() {
        double ours =
                SharpeRatio.ofReturns(Amounts.of("0.5 0 0.5 0"), DEFAULT).get().doubleValue();

        assertThat(ours * Math.sqrt(365.2425 / 365)).isCloseTo(16.55088743844269, within(1e-9));
    }

    /** Two periods of the published mean and deviation; the series behind price_series.csv are not in the project. */
    @ParameterizedTest
    @CsvFileSource(resources = "price_series.csv", useHeadersInDisplayName = true)
    void scalesPublishedMomentsToTheirYear(
            String series, int periodsPerYear, double mean, double deviation, double downside, double sharpe) {
        double distance = deviation / Math.sqrt(2);
        List<BigDecimal> returns = List.of(BigDecimal.valueOf(mean - distance), BigDecimal.valueOf(mean + distance));

        assertNumber(SharpeRatio.ofReturns(returns, DEFAULT.withPeriodsPerYear(periodsPerYear)), sharpe, 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "5, 1"})
    void isUndefinedOfFewerThanTwoPeriods(String periods, int count) {
        String reason = "a deviation needs at least 2 periods, not " + count;

        assertNoValue(SharpeRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, reason);
        assertNoValue(SharpeRatio.ofReturns(Amounts.of(periods), DEFAULT), Status.UNDEFINED, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 3 3", "0 0", "0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.10", "-0.3 -0.3 -0.3", "1e18 1e18 1e18"})
    void isUndefinedWhereThePeriodsDoNotDiffer(String periods) {
        assertNoValue(SharpeRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, "do not differ");
    }

    @Test
    void isZeroWhereGainsAndLossesCancel() {
        assertExactly(SharpeRatio.ofAmounts(Amounts.of("-1 1"), DEFAULT), "0");
    }

    @Test
    void theRiskFreeRateIsTakenOffReturnsAndNeverOffAmounts() {
        RiskConventions withRate = DEFAULT.withPeriodsPerYear(252).withRiskFreeRatePerYear(0.0504);
        RiskConventions without = DEFAULT.withPeriodsPerYear(252);
        // 0.0504 a year are 0.0002 a day
        double expected = SecondWay.perYear(
                SecondWay.mean(MIXED).subtract(new BigDecimal("0.0002")), SecondWay.sampleDeviation(MIXED), 252);

        assertNumber(SharpeRatio.ofReturns(MIXED, withRate), expected, 1e-12);
        assertThat(expected).isLessThan(1.67);
        assertThat(SharpeRatio.ofAmounts(MIXED, withRate)).isEqualTo(SharpeRatio.ofAmounts(MIXED, without));
    }

    @Test
    void theOrderOfThePeriodsDoesNotMatter() {
        List<BigDecimal> reversed = new ArrayList<>(MIXED);
        Collections.reverse(reversed);

        assertNumber(
                SharpeRatio.ofAmounts(reversed, DEFAULT),
                SharpeRatio.ofAmounts(MIXED, DEFAULT).get().doubleValue(),
                1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {-27, -9, 0, 18, 100})
    void theUnitOfTheAmountsDoesNotMatter(int exponent) {
        List<BigDecimal> scaled =
                MIXED.stream().map(amount -> amount.scaleByPowerOfTen(exponent)).toList();

        assertNumber(
                SharpeRatio.ofAmounts(scaled, DEFAULT),
                SharpeRatio.ofAmounts(MIXED, DEFAULT).get().doubleValue(),
                1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400 1", "1e200 -1e200", "1e400 -1e400 5", "1e308 1e308 -1e308 3"})
    void isUndefinedAndNeverNanWhereAmountsExceedWhatIsComputedWith(String periods) {
        assertNoValue(SharpeRatio.ofAmounts(Amounts.of(periods), DEFAULT), Status.UNDEFINED, "too large");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void agreesWithTheTextbookInDecimals(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            List<BigDecimal> amounts = Amounts.random(random, 3 + random.nextInt(60));
            double expected = SecondWay.perYear(SecondWay.mean(amounts), SecondWay.sampleDeviation(amounts), 365);

            assertThat(SharpeRatio.ofAmounts(amounts, DEFAULT).get().doubleValue())
                    .as("seed %d, round %d: %s", seed, round, amounts)
                    .isCloseTo(expected, within(1e-11));
        }
    }
}
