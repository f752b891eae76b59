package io.axisor.metrics.trading.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

    /** The log relative error: how many digits of a number are correct, 15 at the most. */
    private static double correctDigits(double found, double certified) {
        return found == certified ? 15 : Math.min(15, -Math.log10(Math.abs(found - certified) / Math.abs(certified)));
    }

    private static List<BigDecimal> series(String first, String pattern, int times) {
        List<BigDecimal> series = new ArrayList<>(Amounts.of(first));
        Collections.nCopies(times, Amounts.of(pattern)).forEach(series::addAll);
        return series;
    }

    /** What Moments must not be: (Σ x² − (Σ x)² ÷ n) ÷ (n − 1). */
    private static double textbookVariance(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += value;
            squares += value * value;
        }
        return (squares - sum * sum / values.length) / (values.length - 1);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "numacc.csv", useHeadersInDisplayName = true)
    void nistsNumericallyHardSeriesComeOutToTheLastDigits(
            String name, String first, String pattern, int times, double mean, double deviation) {
        Moments moments = Moments.of(series(first, pattern, times));

        assertThat(moments.mean()).as("mean of %s", name).isEqualTo(mean);
        assertThat(correctDigits(moments.deviation(), deviation))
                .as("deviation of %s: %s", name, moments.deviation())
                .isGreaterThanOrEqualTo(14.5);
    }

    /** The certified mean and deviation of numacc.csv, whose quotient is the ratio of a year of one period. */
    @ParameterizedTest
    @CsvFileSource(resources = "numacc.csv", useHeadersInDisplayName = true)
    void theRatiosOfNistsSeriesHaveTheirDigitsToo(
            String name, String first, String pattern, int times, double mean, double deviation) {
        List<BigDecimal> amounts = series(first, pattern, times);
        RiskConventions oneAYear = RiskConventions.DEFAULT.withPeriodsPerYear(1);

        assertThat(correctDigits(SharpeRatio.ofAmounts(amounts, oneAYear).get().doubleValue(), mean / deviation))
                .as("Sharpe ratio of %s", name)
                .isGreaterThanOrEqualTo(14.5);
        // Half of all values but the first are 0.1 below the mean of each series but the first.
        if (times > 1) {
            List<BigDecimal> aroundTheMean = amounts.stream()
                    .map(amount -> amount.subtract(new BigDecimal(first)).subtract(new BigDecimal("0.05")))
                    .toList();
            double downside = Math.sqrt((500 * 0.15 * 0.15 + 0.05 * 0.05) / 1001);
            assertThat(correctDigits(
                            SortinoRatio.ofAmounts(aroundTheMean, oneAYear)
                                    .get()
                                    .doubleValue(),
                            -0.05 / downside))
                    .as("Sortino ratio of %s", name)
                    .isGreaterThanOrEqualTo(14.5);
        }
    }

    @Test
    void theTextbooksSumOfSquaresFindsANegativeVarianceOfNumAcc4() {
        double[] numAcc4 = Moments.doubles(series("10000000.2", "10000000.1 10000000.3", 500));

        assertThat(textbookVariance(numAcc4)).isNegative();
        assertThat(Moments.of(numAcc4).deviation()).isCloseTo(0.1, within(1e-8));
    }

    /** A difference of the two would have a thousand million digits. */
    @Test
    void theLongestAmountsAreNotWrittenOut() {
        List<BigDecimal> values = Amounts.of("1e1000000000 1e-1000000000 1");

        assertThat(Moments.of(values).deviation()).isNaN();
    }

    @Test
    void theMeanOfExactAmountsIsTheNearestDoubleWhateverCancels() {
        assertThat(Moments.mean(Amounts.of("1e300 0.1 -1e300 0.2"))).isEqualTo(0.075);
    }

    @Test
    void whatALargeValuePushesOutOfTheSumComesBack() {
        double[] values = {1, 1e100, 1, -1e100};

        assertThat(DoubleStream.of(1, 1e100, 1, -1e100).reduce(0, Double::sum)).isZero();
        assertThat(Moments.mean(values)).isEqualTo(0.5);
    }

    /** The mean, 2^52 + 1/3, is no double, so distances from it would be wrong by a third. */
    @Test
    void aMeanThatRoundsDoesNotChangeTheDeviation() {
        double big = 0x1p52;

        Moments moments = Moments.of(new double[] {big + 1, big, big});

        assertThat(moments.mean()).isEqualTo(big);
        assertThat(moments.deviation()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-15));
    }

    /** Distances are taken from the first value; this is the worst that it can be. */
    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e9, 1e15})
    void aFirstValueFarFromTheOthersCostsNoMoreDigitsThanTheirNumberHas(double outlier) {
        List<BigDecimal> values = new ArrayList<>(Amounts.random(new Random(5), 10_000));
        values.set(0, BigDecimal.valueOf(outlier));

        Moments moments = Moments.of(values);

        assertThat(correctDigits(
                        moments.deviation(), SecondWay.sampleDeviation(values).doubleValue()))
                .isGreaterThanOrEqualTo(11);
    }

    /** 0.1 added up ten times and divided is no longer 0.1: a deviation would appear from nowhere. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, -0.1, 1.0 / 3, 1e-9, 1e18, 1e300})
    void equalValuesHaveExactlyTheirValueAsMeanAndNoDeviation(double value) {
        for (int n = 2; n < 50; n++) {
            double[] values = DoubleStream.generate(() -> value).limit(n).toArray();

            assertThat(Moments.of(values)).as("%d values", n).isEqualTo(new Moments(value, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void fewerThanTwoValuesAreRefused(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(new double[count]))
                .withMessage("a sample deviation needs at least 2 values, not " + count);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithDecimalsInWhichNothingCancels(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            BigDecimal centre = BigDecimal.valueOf(random.nextInt(1_000_000));
            List<BigDecimal> values = Amounts.random(random, 2 + random.nextInt(60)).stream()
                    .map(centre::add)
                    .toList();
            Moments moments = Moments.of(values);
            String where = "seed " + seed + ", round " + round + ": " + values;
            double deviation = SecondWay.sampleDeviation(values).doubleValue();

            assertThat(moments.mean())
                    .as(where)
                    .isCloseTo(SecondWay.mean(values).doubleValue(), within(1e-15 * centre.doubleValue() + 1e-12));
            assertThat(moments.deviation()).as(where).isCloseTo(deviation, within(1e-9 * deviation));
        }
    }
}
