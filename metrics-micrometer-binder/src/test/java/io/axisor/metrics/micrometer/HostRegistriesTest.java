package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.tagsOf;
import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Registries as hosts have them: composites, with filters, or out of order. */
class HostRegistriesTest {

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private void refreshedWith(Map<String, Long> orders) {
        shop.hasOrders(orders);
        refresher.refresh();
    }

    @Test
    void theRegistriesOfACompositeShowWhatItShowsAlsoTheOneThatCameLater() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry);
        binder.bindTo(composite);
        refreshedWith(Map.of("web", 7L, "phone", 1L));
        SimpleMeterRegistry late = new SimpleMeterRegistry();
        composite.add(late);
        refreshedWith(Map.of("web", 8L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0));
        assertThat(valuesByTag(late, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0));
        assertThat(Meters.refreshValue(late, "up")).isEqualTo(1.0);

        binder.close();
        assertThat(composite.getMeters()).isEmpty();
        assertThat(registry.getMeters()).isEmpty();
        assertThat(late.getMeters()).isEmpty();
    }

    @Test
    void aCompositeWithoutRegistriesIsBoundLikeAnyOther() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        binder.bindTo(composite);
        refreshedWith(Map.of("web", 7L));
        composite.add(registry);

        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
    }

    @Test
    void aCompositeAndItsRegistryCanBothBeBound() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry);
        binder.bindTo(composite);
        binder.bindTo(registry);
        refreshedWith(Map.of("web", 7L));
        refreshedWith(Map.of("phone", 8L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("phone", 8.0));
        binder.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatAFilterDeniesIsNotShownAndHarmsNothingElse() {
        registry.config()
                .meterFilter(MeterFilter.deny(id ->
                        "phone".equals(id.getTag("channel")) || id.getName().startsWith("business.refresh")));
        binder.bindTo(registry);
        refreshedWith(Map.of("web", 7L, "phone", 1L));
        refreshedWith(Map.of("web", 8L, "phone", 2L));
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0));
        assertThat(registry.find("business.refresh.up").gauges()).isEmpty();

        binder.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whatAFilterRenamedAndTaggedIsRemovedAllTheSame() {
        registry.config().commonTags("application", "shop").meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.withName("acme." + id.getName());
            }
        });
        binder.bindTo(registry);
        refreshedWith(Map.of("web", 7L, "phone", 1L));
        refreshedWith(Map.of("web", 8L));

        assertThat(tagsOf(registry.get("acme.business.orders").gauge()))
                .isEqualTo(Map.of("application", "shop", "channel", "web"));
        assertThat(registry.get("acme.business.orders").gauge().value()).isEqualTo(8.0);
        binder.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void aFilterThatDropsATagLeavesOneSeriesAsLongAsThereIsAValue() {
        registry.config().meterFilter(MeterFilter.ignoreTags("channel"));
        binder.bindTo(registry);
        refreshedWith(Map.of("a", 1L, "b", 2L));
        assertThat(registry.get("business.orders").gauges())
                .singleElement()
                .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(1.0));

        refreshedWith(Map.of("b", 2L));
        refresher.refresh();
        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(2.0);
        refreshedWith(Map.of());
        assertThat(registry.find("business.orders").gauges()).isEmpty();
    }

    @Test
    void aMeterOfTheHostThatHasOurIdIsLeftToTheHost() {
        Gauge ofHost =
                Gauge.builder("business.orders", () -> 99).tag("channel", "web").register(registry);
        binder.bindTo(registry);
        refreshedWith(Map.of("web", 7L, "phone", 1L));

        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 99.0, "phone", 1.0));
        binder.close();
        assertThat(registry.getMeters()).singleElement().isSameAs(ofHost);
    }

    @Test
    void aMeterThatTheRegistryRefusesKeepsNoOtherFromBeingShown() {
        FailingRegistry failing = new FailingRegistry();
        binder.bindTo(failing);
        refreshedWith(Map.of("a", 1L, "web", 7L, "z", 2L));
        assertThat(valuesByTag(failing, "business.orders", "channel")).isEqualTo(Map.of("a", 1.0, "z", 2.0));
        assertThat(Meters.refreshValue(failing, "up")).isEqualTo(1.0);

        failing.broken = false;
        refreshedWith(Map.of("a", 1L, "web", 8L, "z", 2L));
        assertThat(valuesByTag(failing, "business.orders", "channel"))
                .isEqualTo(Map.of("a", 1.0, "web", 8.0, "z", 2.0));
    }

    /** Refuses the orders of the web. */
    private static final class FailingRegistry extends SimpleMeterRegistry {

        private volatile boolean broken = true;

        @Override
        protected <T> Gauge newGauge(Meter.Id id, T subject, ToDoubleFunction<T> value) {
            if (broken
                    && Tags.of(id.getTags()).stream()
                            .anyMatch(tag -> tag.getValue().equals("web"))) {
                throw new IllegalStateException("no room");
            }
            return super.newGauge(id, subject, value);
        }
    }
}
