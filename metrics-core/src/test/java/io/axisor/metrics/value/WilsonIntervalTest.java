package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonIntervalTest {

    @ParameterizedTest
    @CsvFileSource(resources = "wilson.csv")
    void theIntervalIsThePublishedOne(
            long successes,
            long trials,
            ConfidenceLevel level,
            double lower,
            @Nullable Double upper,
            double tolerance) {
        ConfidenceInterval interval = WilsonInterval.of(successes, trials, level);

        assertThat(interval.lower()).isCloseTo(lower, within(tolerance));
        if (upper != null) {
            assertThat(interval.upper()).isCloseTo(upper, within(tolerance));
        }
        assertThat(interval.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, 20, 0, 0.1611", "18, 20, 0.6990, 0.9721", "20, 20, 0.8389, 1"})
    void theEdgesAreThoseOfTheJavadoc(long successes, long trials, double lower, double upper) {
        ConfidenceInterval interval = WilsonInterval.of(successes, trials, ConfidenceLevel.P95);

        assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
        assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 20, 1_000_003, 4_000_000_000_000L})
    void theEndsAreExactlyZeroAndOne(long trials) {
        assertThat(WilsonInterval.of(0, trials, ConfidenceLevel.P95).lower()).isZero();
        assertThat(WilsonInterval.of(trials, trials, ConfidenceLevel.P95).upper())
                .isEqualTo(1);
    }

    /** The score test turned around: the ends are the ratios from which p is just z standard errors away. */
    @ParameterizedTest
    @EnumSource
    void theEndsAreWhereTheScoreTestJustRejects(ConfidenceLevel level) {
        long seed = Math.round(level.level() * 100);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            long trials = 2L + random.nextInt(10_000);
            long successes = 1 + (long) (random.nextDouble() * (trials - 1));
            double p = (double) successes / trials;
            ConfidenceInterval interval = WilsonInterval.of(successes, trials, level);
            String where = "seed " + seed + ", " + successes + " of " + trials;

            assertThat(interval.lower()).as(where).isBetween(0.0, p);
            assertThat(interval.upper()).as(where).isBetween(p, 1.0);
            assertThat(standardErrors(p, interval.lower(), trials)).as(where).isCloseTo(level.quantile(), within(1e-6));
            if (successes < trials) {
                assertThat(standardErrors(p, interval.upper(), trials))
                        .as(where)
                        .isCloseTo(-level.quantile(), within(1e-6));
            }
        }
    }

    private static double standardErrors(double p, double end, long trials) {
        return (p - end) / Math.sqrt(end * (1 - end) / trials);
    }

    @Test
    void moreConfidenceIsAWiderInterval() {
        ConfidenceInterval p90 = WilsonInterval.of(18, 20, ConfidenceLevel.P90);
        ConfidenceInterval p95 = WilsonInterval.of(18, 20, ConfidenceLevel.P95);
        ConfidenceInterval p99 = WilsonInterval.of(18, 20, ConfidenceLevel.P99);

        assertThat(p95.lower()).isLessThan(p90.lower()).isGreaterThan(p99.lower());
        assertThat(p95.upper()).isGreaterThan(p90.upper()).isLessThan(p99.upper());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "-1, 5", "6, 5", "0, -5"})
    void countsThatAreNoShareAreRefusedByNumber(long successes, long trials) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WilsonInterval.of(successes, trials, ConfidenceLevel.P95))
                .withMessageContaining(successes + " of " + trials);
    }
}
