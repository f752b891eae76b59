package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.tagsOf;
import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MeterLayoutTest {

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        refresher.close();
    }

    private static Series series(String name, Map<String, String> tags, int value) {
        return Series.of(name, tags, BigDecimal.valueOf(value), "words");
    }

    /** A total, which no single measurement has, even where nothing was measured. */
    private static List<Series> total(MetricsSnapshot snapshot) {
        BigDecimal total = snapshot.find("orders", null).stream()
                .map(Measurement::value)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return List.of(
                Series.of("old.shop.metrics", Map.of("metric_type", "orders"), total, "As the old dashboard has it"));
    }

    @Test
    void anotherLayoutStandsBesideTheStandardOne() {
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                .layout(MeterLayoutTest::total)
                .build()) {
            binder.bindTo(registry);
            shop.hasOrders(Map.of("web", 7L, "phone", 2L));
            refresher.refresh();

            assertThat(valuesByTag(registry, "old.shop.metrics", "metric_type")).isEqualTo(Map.of("orders", 9.0));
            assertThat(registry.get("business.orders").gauges()).hasSize(2);
            assertThat(registry.get("business.series").gauge().value()).isEqualTo(3.0);
        }
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void anotherLayoutTakesThePlaceOfTheStandardOne() {
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                .withoutStandardLayout()
                .layout(MeterLayoutTest::total)
                .tags(Tags.of("tenant", "t1"))
                .build()) {
            binder.bindTo(registry);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();

            assertThat(registry.find("business.orders").gauges()).isEmpty();
            assertThat(tagsOf(registry.get("old.shop.metrics").gauge()))
                    .isEqualTo(Map.of("metric_type", "orders", "tenant", "t1"));
        }
    }

    @Test
    void aLayoutThatFailsTakesOnlyItsOwnSeriesAway() {
        boolean[] broken = {true};
        MeterLayout failing = snapshot -> {
            if (broken[0]) {
                throw new IllegalStateException("no idea");
            }
            return total(snapshot);
        };
        try (BusinessMetricsBinder binder =
                BusinessMetricsBinder.builder(refresher).layout(failing).build()) {
            binder.bindTo(registry);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();
            assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
            assertThat(registry.find("old.shop.metrics").gauges()).isEmpty();

            broken[0] = false;
            refresher.refresh();
            assertThat(registry.get("old.shop.metrics").gauge().value()).isEqualTo(7.0);
        }
    }

    @Test
    void seriesThatWouldHarmARegistryAreLeftOut() {
        Map<String, String> withNull = new HashMap<>();
        withNull.put("k", null);
        List<Series> mixed = List.of(
                series("good", Map.of("k", "1"), 1),
                series("good", Map.of("k", "1"), 2),
                series("good", Map.of("k", "3"), 3),
                series("good", Map.of("other", "4"), 4),
                series("good", Map.of(), 5),
                series("Bad Name", Map.of("k", "1"), 6),
                series("twice", Map.of("a.b", "1", "a_b", "2"), 7),
                series("extra", Map.of("tenant_id", "1"), 8),
                series("label", Map.of("ü", "1"), 9),
                series("nothing", withNull, 10));
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                .tags(Tags.of("tenant.id", "t1"))
                .layout(snapshot -> mixed)
                .build()) {
            binder.bindTo(registry);
            refresher.refresh();

            assertThat(valuesByTag(registry, "good", "k")).isEqualTo(Map.of("1", 1.0, "3", 3.0));
            assertThat(registry.get("business.series").gauge().value()).isEqualTo(2.0);
            assertThat(registry.get("business.series.dropped").gauge().value()).isZero();
            assertThat(registry.getMeters())
                    .allSatisfy(meter -> assertThat(meter.getId().getName()).matches("good|business\\..*"));
        }
    }
}
