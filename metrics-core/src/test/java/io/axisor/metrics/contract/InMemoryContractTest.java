package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.source.MetricsDataSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The source in memory, which every other one is compared with, keeps the contract itself. */
class InMemoryContractTest extends MetricsDataSourceContract {

    @Override
    public MetricsDataSource load(Company company) {
        return company.inMemory();
    }

    static LongStream seeds() {
        return RandomCompaniesContract.seeds("1-36");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void measuresWhatASecondWayFindsToo(long seed) {
        Company company = new RandomCompany(seed, tick()).build();
        for (Instant instant : RandomCompany.INSTANTS) {
            SortedMap<String, String> expected = new TreeMap<>(new UsersTheLongWay(company, instant).figures());
            expected.putAll(new RevenueTheLongWay(company, instant).figures());
            expected.putAll(new AutomationTheLongWay(company, instant).figures());
            expected.putAll(new TradingTheLongWay(company, instant).figures());
            expected.putAll(new PlatformTheLongWay(company, instant).figures());
            expected.putAll(new LeftOutTheLongWay(company, instant).figures());
            Map<String, String> measured = withoutPlans(Measured.ofWhatIsLeft(company.inMemory(), instant));
            List<String> differences = expected.entrySet().stream()
                    .filter(figure -> !figure.getValue().equals(measured.get(figure.getKey())))
                    .map(figure -> figure + ", but the source says " + measured.get(figure.getKey()))
                    .toList();
            assertThat(differences)
                    .as("seed %d at t = %s, computed at %s%n%s", seed, instant, NOW, company)
                    .isEmpty();
        }
    }

    private static Map<String, String> withoutPlans(Measured measured) {
        Map<String, String> found = new TreeMap<>();
        for (Measurement m : measured.snapshot().measurements()) {
            SortedMap<String, String> tags = new TreeMap<>(m.tags());
            boolean hasPlan = tags.remove("plan") != null;
            String series = m.name() + (tags.isEmpty() ? "" : tags);
            if (hasPlan) {
                found.merge(
                        series,
                        Measurements.found(m),
                        (a, b) -> Measurements.plain(new BigDecimal(a).add(new BigDecimal(b))));
            } else {
                found.put(series, Measurements.found(m));
            }
        }
        return found;
    }
}
