package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Meters that somebody else takes out of the registry come back with the next refresh. */
class LostMetersTest {

    /** The registries that a host may have. */
    enum Kind {
        SIMPLE,
        PROMETHEUS,
        COMPOSITE;

        MeterRegistry create() {
            return switch (this) {
                case SIMPLE -> new SimpleMeterRegistry();
                case PROMETHEUS -> new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
                case COMPOSITE ->
                    new CompositeMeterRegistry().add(SIMPLE.create()).add(PROMETHEUS.create());
            };
        }
    }

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private static Set<Meter.Id> ids(MeterRegistry registry) {
        return registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }

    /** The registry itself, and those that a composite consists of. */
    private static List<MeterRegistry> all(MeterRegistry registry) {
        return registry instanceof CompositeMeterRegistry composite
                ? List.copyOf(composite.getRegistries())
                : List.of(registry);
    }

    @ParameterizedTest
    @EnumSource
    void allComeBackAfterTheRegistryWasCleared(Kind kind) {
        MeterRegistry registry = kind.create();
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L, "phone", 2L));
        refresher.refresh();
        Set<Meter.Id> before = ids(registry);
        assertThat(before).hasSizeGreaterThan(30);
        registry.clear();
        assertThat(registry.getMeters()).isEmpty();
        shop.hasOrders(Map.of("web", 8L, "phone", 3L));
        refresher.refresh();

        assertThat(ids(registry)).isEqualTo(before);
        for (MeterRegistry each : all(registry)) {
            assertThat(valuesByTag(each, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0, "phone", 3.0));
            assertThat(Meters.refreshValue(each, "up")).isEqualTo(1.0);
        }
        refresher.refresh();
        assertThat(registry.get("business.refresh.duration")
                        .tag("domain", "shop")
                        .tag("outcome", "success")
                        .timer()
                        .count())
                .as("attempts are counted again")
                .isPositive();
        binder.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneThatWasRemovedComesBack(Kind kind) {
        MeterRegistry registry = kind.create();
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L, "phone", 2L));
        refresher.refresh();
        Set<Meter.Id> before = ids(registry);
        registry.remove(registry.get("business.orders").tag("channel", "web").gauge());
        registry.remove(registry.get("business.series").gauge());
        registry.remove(
                registry.get("business.refresh.up").tag("domain", "shop").gauge());
        refresher.refresh();

        assertThat(ids(registry)).isEqualTo(before);
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 7.0, "phone", 2.0));
    }

    @Test
    void anIdThatSomebodyElseTookMeanwhileStaysTheirs() {
        MeterRegistry registry = new SimpleMeterRegistry();
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        registry.clear();
        registry.gauge("business.orders", List.of(Tag.of("channel", "web")), 99);
        refresher.refresh();

        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(99.0);
        binder.close();
        assertThat(registry.getMeters()).hasSize(1);
    }

    @Test
    void whatAFilterDeniesIsNotTriedAtEachRefresh() {
        MeterRegistry registry = new SimpleMeterRegistry();
        AtomicInteger asked = new AtomicInteger();
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                asked.incrementAndGet();
                return id.getName().startsWith("business.orders") ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
            }
        });
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        int first = asked.get();
        refresher.refresh();
        refresher.refresh();

        assertThat(registry.find("business.orders").gauges()).isEmpty();
        assertThat(asked).hasValue(first);
    }
}
