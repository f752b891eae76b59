package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHistogramTest {

    private static final List<Long> BOUNDS = DurationHistogram.lowerBoundsInMicros();
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static DurationHistogram ofMicros(long... micros) {
        return DurationHistogram.of(
                LongStream.of(micros).mapToObj(DurationHistogramTest::micros).toList());
    }

    private static DurationHistogram ofSeconds(long... seconds) {
        return DurationHistogram.of(
                LongStream.of(seconds).mapToObj(Duration::ofSeconds).toList());
    }

    private static double seconds(DurationHistogram histogram, Statistic statistic) {
        return histogram.seconds(statistic).get().doubleValue();
    }

    @Test
    void theBucketsAscendFromZeroToTenYears() {
        assertThat(BOUNDS).startsWith(0L, 1L, 2L);
        for (int i = 1; i < BOUNDS.size(); i++) {
            assertThat(BOUNDS.get(i)).isGreaterThan(BOUNDS.get(i - 1));
        }
        long tenYears = TEN_YEARS.toSeconds() * 1_000_000;
        long last = BOUNDS.get(BOUNDS.size() - 1);
        assertThat(last).isBetween(tenYears / 11 * 10, tenYears);
    }

    @Test
    void noBucketButTheLastIsWiderThanItsRelativeErrorAllows() {
        for (int i = 0; i < BOUNDS.size() - 1; i++) {
            double low = BOUNDS.get(i);
            double high = BOUNDS.get(i + 1) - 1;
            double error = high == 0 ? 0 : (high - low) / (high + low);
            assertThat(error).as("bucket from %s to %s µs", low, high).isLessThan(0.048);
        }
    }

    @Test
    void theMedianIsWithinFivePercentOfBothEndsOfEveryBucket() {
        for (int i = 0; i < BOUNDS.size() - 1; i++) {
            long low = BOUNDS.get(i);
            long high = BOUNDS.get(i + 1) - 1;
            for (long value : new long[] {low, high}) {
                // The third is longer than all others, so that the longest bounds nothing.
                double median = seconds(ofMicros(value, value, Long.MAX_VALUE / 2), Statistic.P50);
                assertThat(median).as("%d µs", value).isCloseTo(value / 1e6, withinPercentage(4.8));
            }
        }
    }

    @Test
    void nothingHasNoStatistic() {
        assertThat(DurationHistogram.EMPTY.number()).isZero();
        for (Statistic statistic : Statistic.values()) {
            Finding<BigDecimal> none = DurationHistogram.EMPTY.seconds(statistic);
            assertThat(none.status()).isEqualTo(Status.NO_DATA);
            assertThat(none.reason()).contains("nothing that was measured ended in the window");
        }
    }

    @Test
    void oneDurationIsItsOwnMeanAndLongestAndBoundsItsPercentiles() {
        DurationHistogram two = ofSeconds(2);

        assertThat(two.number()).isOne();
        assertThat(two.seconds(Statistic.MEAN).get()).isEqualByComparingTo("2");
        assertThat(two.seconds(Statistic.MAX).get()).isEqualByComparingTo("2");
        assertThat(seconds(two, Statistic.P50)).isBetween(2 * 0.95, 2.0);
        assertThat(seconds(two, Statistic.P95)).isBetween(2 * 0.95, 2.0);
    }

    @Test
    void aSecondThreeSecondsAndAnHour() {
        DurationHistogram three = ofSeconds(1, 3, 3600);

        assertThat(seconds(three, Statistic.MEAN)).isCloseTo(1201.333333, within(1e-6));
        assertThat(seconds(three, Statistic.P50)).isCloseTo(3, withinPercentage(5));
        assertThat(seconds(three, Statistic.P95)).isCloseTo(3600, withinPercentage(5));
        assertThat(three.seconds(Statistic.MAX).get()).isEqualByComparingTo("3600");
    }

    @Test
    void zerosAreZeroExactly() {
        DurationHistogram zeros = ofMicros(0, 0, 0, 5_000_000);

        assertThat(zeros.seconds(Statistic.P50).get()).isZero();
        assertThat(zeros.seconds(Statistic.MEAN).get()).isEqualByComparingTo("1.25");
        for (Statistic statistic : Statistic.values()) {
            assertThat(ofMicros(0).seconds(statistic).get()).isZero();
        }
    }

    /** Buckets below 20 µs hold one value each, so the percentiles of these are exact. */
    @Test
    void percentilesAreThoseOfTheNearestRank() {
        for (int number = 1; number < 20; number++) {
            DurationHistogram upTo = ofMicros(LongStream.rangeClosed(1, number).toArray());

            assertThat(upTo.seconds(Statistic.P50).get())
                    .as("1 to %d µs", number)
                    .isEqualByComparingTo(BigDecimal.valueOf((number + 1) / 2, 6));
            assertThat(upTo.seconds(Statistic.P95).get())
                    .as("1 to %d µs", number)
                    .isEqualByComparingTo(BigDecimal.valueOf((long) Math.ceil(0.95 * number), 6));
        }
    }

    @Test
    void beyondTenYearsEveryPercentileIsTheLongest() {
        Duration eleven = TEN_YEARS.plusDays(365);
        Duration thousand = TEN_YEARS.multipliedBy(100);

        assertThat(DurationHistogram.of(List.of(eleven)).seconds(Statistic.P50).get())
                .isEqualByComparingTo(exact(eleven));
        assertThat(DurationHistogram.of(List.of(eleven, thousand))
                        .seconds(Statistic.P50)
                        .get())
                .isEqualByComparingTo(exact(thousand));
        assertThat(DurationHistogram.of(List.of(Duration.ofSeconds(1), eleven, eleven))
                        .seconds(Statistic.P95)
                        .get())
                .isEqualByComparingTo(exact(eleven));
    }

    @Test
    void partsOfMicrosecondsAreCutOff() {
        DurationHistogram cut = DurationHistogram.of(List.of(Duration.ofNanos(999), Duration.ofNanos(1_999)));

        assertThat(cut.sumInSeconds()).isEqualByComparingTo("0.000001");
        assertThat(cut.maxInSeconds()).isEqualByComparingTo("0.000001");
        assertThat(cut.counts()).isEqualTo(Map.of(0, 1L, 1, 1L));
    }

    @Test
    void nothingTakesLessThanNoTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationHistogram.of(List.of(Duration.ZERO, Duration.ofNanos(-1))))
                .withMessage("nothing takes PT-0.000000001S; leave such rows out");
    }

    @Test
    void whatItWasMadeOfMayChangeAndItDoesNot() {
        TreeMap<Integer, Long> counts = new TreeMap<>(Map.of(1, 2L));
        DurationHistogram histogram = new DurationHistogram(counts, BigDecimal.ONE, BigDecimal.ONE);
        counts.put(7, 7L);

        assertThat(histogram.number()).isEqualTo(2);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> histogram.counts().put(3, 1L));
    }

    /** What durations are like. */
    enum Distribution {
        UNIFORM,
        EXPONENTIAL,
        LOG_NORMAL,
        ANY_MAGNITUDE,
        SHORT,
        OFTEN_ZERO,
        CONSTANT;

        List<Duration> durations(Random random) {
            int number = 1 + random.nextInt(2000);
            return Stream.generate(() -> micros(next(random))).limit(number).toList();
        }

        private long next(Random random) {
            return switch (this) {
                case UNIFORM -> random.nextLong(3_600_000_000L);
                case EXPONENTIAL -> (long) (-2e6 * Math.log(1 - random.nextDouble()));
                case LOG_NORMAL -> (long) (5e4 * Math.exp(2 * random.nextGaussian()));
                case ANY_MAGNITUDE -> random.nextLong(1L << (1 + random.nextInt(48)));
                case SHORT -> random.nextLong(40);
                case OFTEN_ZERO -> random.nextInt(3) > 0 ? 0 : random.nextLong(1_000_000);
                case CONSTANT -> 1_234_567;
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void percentilesOfAnyDistributionAreWithinFivePercent(Distribution distribution) {
        for (long seed = 1; seed <= 40; seed++) {
            List<Duration> durations = distribution.durations(new Random(seed));
            List<Duration> ascending = new ArrayList<>(durations);
            Collections.sort(ascending);
            DurationHistogram histogram = DurationHistogram.of(durations);

            assertThat(histogram.number()).isEqualTo(durations.size());
            for (Statistic statistic : EnumSet.of(Statistic.P50, Statistic.P95)) {
                int percent = statistic == Statistic.P50 ? 50 : 95;
                int rank = (int) Math.ceil(percent * ascending.size() / 100.0);
                assertThat(seconds(histogram, statistic))
                        .as("%s of %d, seed %d", statistic, ascending.size(), seed)
                        .isCloseTo(ascending.get(rank - 1).toNanos() / 1e9, withinPercentage(5));
            }
            assertThat(histogram.seconds(Statistic.MAX).get())
                    .as("seed %d", seed)
                    .isEqualByComparingTo(exact(ascending.get(ascending.size() - 1)));
            assertThat(histogram.sumInSeconds())
                    .as("seed %d", seed)
                    .isEqualByComparingTo(durations.stream()
                            .map(DurationHistogramTest::exact)
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(seconds(histogram, Statistic.MEAN))
                    .as("seed %d", seed)
                    .isCloseTo(histogram.sumInSeconds().doubleValue() / durations.size(), withinPercentage(1e-9));
        }
    }

    private static BigDecimal exact(Duration duration) {
        return BigDecimal.valueOf(duration.toSeconds()).add(BigDecimal.valueOf(duration.toNanosPart(), 9));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsAddUpToTheWhole(long seed) {
        Random random = new Random(seed);
        List<Duration> durations = Distribution.ANY_MAGNITUDE.durations(random);
        DurationHistogram sum = DurationHistogram.EMPTY;
        for (int from = 0; from < durations.size(); ) {
            int to = Math.min(durations.size(), from + random.nextInt(200));
            sum = sum.plus(DurationHistogram.of(durations.subList(from, to)));
            from = to;
        }
        DurationHistogram whole = DurationHistogram.of(durations);

        assertThat(sum.counts()).as("seed %d", seed).isEqualTo(whole.counts());
        assertThat(sum.sumInSeconds()).as("seed %d", seed).isEqualByComparingTo(whole.sumInSeconds());
        assertThat(sum.maxInSeconds()).as("seed %d", seed).isEqualByComparingTo(whole.maxInSeconds());
    }
}
