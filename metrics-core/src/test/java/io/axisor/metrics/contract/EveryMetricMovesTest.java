package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.SourceUnderTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.Kpi;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No metric is a constant: other facts, another number. */
class EveryMetricMovesTest {

    private static final Duration TICK = Duration.ofNanos(1_000);

    private final List<MetricsSnapshot> companies = LongStream.rangeClosed(1, 40)
            .mapToObj(EveryMetricMovesTest::measured)
            .toList();

    private static BusinessMetrics metrics(long seed) {
        return BusinessMetrics.builder(new RandomCompany(seed, TICK).build().inMemory(), SourceUnderTest.ZONE)
                .clock(() -> NOW)
                .httpRequests(requests(seed))
                .build();
    }

    private static MetricsSnapshot measured(long seed) {
        return metrics(seed).asOf(NOW);
    }

    private static HttpRequestSource requests(long seed) {
        BigDecimal seconds = BigDecimal.valueOf(seed, 2);
        Map<Window, Finding<HttpRequestFacts>> byWindow = new HashMap<>();
        for (Window window : SystemDefinitions.REQUESTS.windows()) {
            byWindow.put(
                    window,
                    Finding.ok(new HttpRequestFacts(
                            seed + 100, Finding.ok(seed), seconds, Finding.ok(seconds), Finding.ok(seconds))));
        }
        return at -> byWindow;
    }

    @Test
    void everyMetricOfTheCatalogueTakesSeveralValues() {
        Map<String, Set<Map<String, BigDecimal>>> seen = new TreeMap<>();
        for (MetricDefinition definition : metrics(1).catalog().definitions()) {
            if (!definition.equals(SystemDefinitions.UPTIME)) { // unavailable until heartbeats are kept
                definition.names().forEach(name -> seen.put(name, new HashSet<>()));
            }
        }
        for (MetricsSnapshot company : companies) {
            Map<String, Map<String, BigDecimal>> values = new HashMap<>();
            for (Measurement m : company.measurements()) {
                m.value()
                        .ifPresent(value -> values.computeIfAbsent(m.name(), name -> new TreeMap<>())
                                .put(m.tags().toString(), value.stripTrailingZeros()));
            }
            values.forEach((name, bySeries) -> {
                assertThat(seen).containsKey(name);
                seen.getOrDefault(name, new HashSet<>()).add(bySeries);
            });
        }
        assertThat(seen)
                .allSatisfy((name, values) -> assertThat(values).as(name).hasSizeGreaterThan(1));
    }

    @Test
    void everyIndicatorTakesSeveralValues() {
        for (Kpi kpi : EnumSet.complementOf(EnumSet.of(Kpi.SYSTEM_UPTIME))) {
            Set<List<BigDecimal>> seen = new HashSet<>();
            for (MetricsSnapshot company : companies) {
                seen.add(company.kpi(kpi).stream()
                        .flatMap(m -> m.value().stream())
                        .map(BigDecimal::stripTrailingZeros)
                        .toList());
            }
            seen.remove(List.<BigDecimal>of());
            assertThat(seen).as(kpi.key()).hasSizeGreaterThan(1);
        }
        assertThat(Kpi.values()).hasSize(13);
    }
}
