package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.TradingAssertions.assertExactly;
import static io.axisor.metrics.trading.TradingAssertions.assertNoValue;
import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueAtRiskTest {

    @Test
    void hasNoDataOfNothing() {
        assertNoValue(ValueAtRisk.of(List.of(), DEFAULT), Status.NO_DATA, "no complete period");
    }

    /** By hand; the last by R's quantile(x, 0.05, type = 7) of 1..10, which is 1.45. */
    @ParameterizedTest
    @CsvSource({
        "-7, 7",
        "-10 10, 9",
        "10 -10, 9",
        "2 2 2, -2",
        "0 0, 0",
        "-5 -5 -5 100, 5",
        "1 2 3 4 5 6 7 8 9 10, -1.45"
    })
    void isTheLossThatOnePeriodInTwentyExceeds(String periods, String loss) {
        assertExactly(ValueAtRisk.of(Amounts.of(periods), DEFAULT), loss);
    }

    @ParameterizedTest
    @CsvSource({"0.5, -0", "0.75, 10", "0.9, 16", "0.95, 18", "0.99, 19.6"})
    void aHigherLevelIsALargerLoss(double level, String loss) {
        List<BigDecimal> periods = Amounts.of("20 10 0 -10 -20");

        assertExactly(ValueAtRisk.of(periods, DEFAULT.withValueAtRiskLevel(level)), loss);
    }

    /** The tail of 0.95 is exactly a twentieth: of 21 periods it is the second lowest, and no trace of the lowest. */
    @Test
    void hitsAPeriodExactlyWhereTheTailIsAWholeNumberOfThem() {
        List<BigDecimal> periods = Amounts.of("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 -1e18 -0.1");

        assertExactly(ValueAtRisk.of(periods, DEFAULT), "0.1");
    }

    @Test
    void isExactForTheLargestAndTheSmallestAmounts() {
        assertExactly(ValueAtRisk.of(Amounts.of("-1e18 1e-9"), DEFAULT), "949999999999999999.99999999995");
    }

    /** Many are one double, and some of them are the neighbours sought. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {56, 57, 58})
    void tellsAmountsApartThatDoublesDoNot(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<BigDecimal> periods = random.ints(2 + random.nextInt(60), 0, 5)
                    .mapToObj(digit ->
                            new BigDecimal("-100000000000000000000" + digit).scaleByPowerOfTen(-random.nextInt(2)))
                    .toList();
            List<BigDecimal> ascending = periods.stream().sorted().toList();
            int below = (periods.size() - 1) / 2;
            BigDecimal middle = ascending.get(below).add(ascending.get(periods.size() / 2));

            assertThat(ValueAtRisk.of(periods, DEFAULT.withValueAtRiskLevel(0.5))
                            .get())
                    .as("seed %d, round %d: %s", seed, round, periods)
                    .isEqualByComparingTo(middle.divide(BigDecimal.valueOf(-2)));
        }
    }

    /** By definition: the straight line through the points (k ÷ (n − 1), x(k)), looked up at 1 − level. */
    private static double byDefinition(List<BigDecimal> periods, double level) {
        double[] x =
                periods.stream().mapToDouble(BigDecimal::doubleValue).sorted().toArray();
        double p = 1 - level;
        for (int k = 1; k < x.length; k++) {
            double left = (k - 1) / (x.length - 1.0);
            double right = k / (x.length - 1.0);
            if (p <= right) {
                return -(x[k - 1] * (right - p) + x[k] * (p - left)) / (right - left);
            }
        }
        return -x[x.length - 1];
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54, 55})
    void agreesWithTheQuantileByDefinition(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<BigDecimal> periods = Amounts.random(random, 2 + random.nextInt(100));
            double level = 0.5 + random.nextInt(50) / 100.0;

            assertThat(ValueAtRisk.of(periods, DEFAULT.withValueAtRiskLevel(level))
                            .get()
                            .doubleValue())
                    .as("seed %d, round %d, level %s: %s", seed, round, level, periods)
                    .isCloseTo(byDefinition(periods, level), within(1e-9));
        }
    }
}
