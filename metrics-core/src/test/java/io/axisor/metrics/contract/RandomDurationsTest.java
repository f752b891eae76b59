package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The percentiles of random companies' durations, from buckets, against those of the sorted durations. */
class RandomDurationsTest {

    private int compared;

    static LongStream seeds() {
        return LongStream.of(1, 2, 3, 5, 6, 8, 9, 11, 12); // 4, 7 and 10 have no executions or no automations
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void areWithinFivePercentOfTheNearestRank(long seed) {
        Company company = new RandomCompany(seed, Duration.ofMillis(1)).build();
        for (Instant instant : RandomCompany.INSTANTS) {
            Measured measured = Measured.of(company.inMemory(), instant);
            AutomationTheLongWay longWay = new AutomationTheLongWay(company, instant);
            for (Window window : List.of(Window.ROLLING_24H, Window.ROLLING_30D)) {
                List<BigDecimal> ascending = longWay.durations(window.key());
                for (Statistic statistic : List.of(Statistic.P50, Statistic.P95)) {
                    Optional<BigDecimal> shown = measured.snapshot()
                            .automation()
                            .duration(window, statistic)
                            .value();
                    assertThat(shown.isPresent()).isEqualTo(!ascending.isEmpty());
                    shown.ifPresent(seconds -> compare(seconds, nearestRank(ascending, statistic), seed, instant));
                }
            }
        }
        assertThat(compared).as("seed %d", seed).isGreaterThan(10);
    }

    /** The value of rank ⌈p × n⌉, counted from 1. */
    private static BigDecimal nearestRank(List<BigDecimal> ascending, Statistic statistic) {
        int percent = statistic == Statistic.P50 ? 50 : 95;
        return ascending.get((ascending.size() * percent + 99) / 100 - 1);
    }

    private void compare(BigDecimal seconds, BigDecimal exact, long seed, Instant instant) {
        compared++;
        assertThat(seconds.doubleValue())
                .as("seed %d at %s", seed, instant)
                .isCloseTo(exact.doubleValue(), withinPercentage(5));
    }
}
