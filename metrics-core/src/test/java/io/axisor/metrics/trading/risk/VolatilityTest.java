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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VolatilityTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "100, 1", "100 200, 2"})
    void isUndefinedOfFewerThanThreePrices(String prices, int count) {
        assertNoValue(
                Volatility.of(Amounts.of(prices), DEFAULT),
                Status.UNDEFINED,
                "at least 2 changes, so 3 prices, not " + count);
    }

    @ParameterizedTest
    @CsvSource({"100 0 100, 0", "-5 100 100, -5", "1 2 3 -0.1, -0.1"})
    void isUndefinedWhereAPriceHasNoLogarithm(String prices, String price) {
        assertNoValue(
                Volatility.of(Amounts.of(prices), DEFAULT),
                Status.UNDEFINED,
                "the price " + price + " has no logarithm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7 7 7",
                "100 110 121 133.1 146.41 161.051",
                "0.01 700 49e6 343e10",
                "8 4 2 1",
                "1e18 1e18 1e18",
                "1e-9 1e-9 1e-9"
            })
    void isZeroForAPriceThatChangesByTheSameFactor(String prices) {
        assertExactly(Volatility.of(Amounts.of(prices), DEFAULT), "0");
    }

    @Test
    void isTheSampleDeviationOfTheLogarithmsScaledToAYear() {
        List<BigDecimal> thereAndBack = Amounts.of("100 200 100");

        assertNumber(Volatility.of(thereAndBack, DEFAULT), Math.sqrt(2) * Math.log(2) * Math.sqrt(365), 1e-12);
        assertNumber(Volatility.of(thereAndBack, DEFAULT), 18.7278, 5e-5);
        assertNumber(Volatility.of(thereAndBack, DEFAULT.withPeriodsPerYear(1)), Math.sqrt(2) * Math.log(2), 1e-13);
    }

    @ParameterizedTest
    @ValueSource(ints = {-18, -9, 9, 18})
    void theUnitOfThePriceDoesNotMatter(int exponent) {
        List<BigDecimal> prices = Amounts.of("100 95 102 105 97 113");
        List<BigDecimal> scaled =
                prices.stream().map(price -> price.scaleByPowerOfTen(exponent)).toList();

        assertNumber(
                Volatility.of(scaled, DEFAULT),
                Volatility.of(prices, DEFAULT).get().doubleValue(),
                1e-13);
    }

    @Test
    void tellsTheSlightestRealChangeFromNone() {
        assertNumber(Volatility.of(Amounts.of("1 1.00000000000001 1"), DEFAULT), Math.sqrt(2 * 365) * 1e-14, 1e-15);
    }

    /** Up by the factor 1 + 1E-8 and down again: changes of ± ln(1 + 1E-8), which is 1E-8 − 1E-16 ÷ 2 + … */
    @Test
    void doesNotLoseTheDigitsOfASmallChangeOfALargePrice() {
        double change = 9.99999995e-9;

        assertNumber(
                Volatility.of(Amounts.of("10000000 10000000.1 10000000"), DEFAULT.withPeriodsPerYear(1)),
                Math.sqrt(2) * change,
                1e-15 * change);
    }

    @Test
    void isUndefinedAndNeverNanWhereAChangeExceedsWhatIsComputedWith() {
        assertNoValue(Volatility.of(Amounts.of("1 1e400 1"), DEFAULT), Status.UNDEFINED, "too large");
    }

    /** Three prices whose two changes have the published deviation, as logarithms. */
    @ParameterizedTest
    @CsvFileSource(resources = "price_series.csv", useHeadersInDisplayName = true)
    void scalesPublishedDeviationsToTheirYear(
            String series,
            int periodsPerYear,
            double mean,
            double deviation,
            double downside,
            double sharpe,
            double sortino,
            double volatility) {
        BigDecimal top = BigDecimal.valueOf(Math.exp(deviation / Math.sqrt(2)));
        List<BigDecimal> prices = List.of(BigDecimal.ONE, top, BigDecimal.ONE);

        assertNumber(Volatility.of(prices, DEFAULT.withPeriodsPerYear(periodsPerYear)), volatility, 1e-12);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63, 64})
    void findsTheChangesThatThePricesWereMadeOf(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> changes = new ArrayList<>();
        List<BigDecimal> prices = new ArrayList<>(List.of(BigDecimal.TEN));
        double logarithm = Math.log(10);
        for (int day = 0; day < 200; day++) {
            double change = random.nextGaussian() * 0.05;
            logarithm += change;
            changes.add(BigDecimal.valueOf(change));
            prices.add(BigDecimal.valueOf(Math.exp(logarithm)));
        }
        double expected = SecondWay.sampleDeviation(changes).doubleValue() * Math.sqrt(365);

        assertThat(Volatility.of(prices, DEFAULT).get().doubleValue())
                .as("seed %d: %s", seed, changes)
                .isCloseTo(expected, within(1e-12));
    }
}
