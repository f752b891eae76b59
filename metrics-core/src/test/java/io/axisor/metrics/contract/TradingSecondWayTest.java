package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deviations are told by doubles, which two ways round differently: the source in memory agrees but for the last digits. */
class TradingSecondWayTest {

    private static final double RELATIVE = 1e-9;

    static LongStream seeds() {
        return RandomCompaniesContract.seeds("1-36");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void measuresTheDeviationsThatASecondWayFindsToo(long seed) {
        Company company = new RandomCompany(seed, Duration.of(1, ChronoUnit.MICROS)).build();
        for (Instant instant : RandomCompany.INSTANTS) {
            Map<String, Double> measured = new TreeMap<>();
            for (Measurement m :
                    Measured.of(company.inMemory(), instant).snapshot().measurements()) {
                measured.put(
                        Measurements.series(m),
                        m.value().map(Number::doubleValue).orElse(Double.NaN));
            }
            Map<String, Double> expected = new TradingTheLongWay(company, instant).deviations();
            List<String> differences = expected.entrySet().stream()
                    .filter(figure -> !close(figure.getValue(), measured.get(figure.getKey())))
                    .map(figure -> figure + ", but the source says " + measured.get(figure.getKey()))
                    .toList();
            assertThat(differences)
                    .as("seed %d at t = %s%n%s", seed, instant, company)
                    .isEmpty();
        }
    }

    private static boolean close(double expected, Double measured) {
        return measured != null
                && (Double.isNaN(expected)
                        ? Double.isNaN(measured)
                        : Math.abs(expected - measured) <= RELATIVE * Math.max(1, Math.abs(expected)));
    }
}
