package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BinderLifecycleTest {

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        refresher.close();
    }

    private static Set<Meter.Id> idsIn(MeterRegistry registry) {
        return registry.getMeters().stream().map(Meter::getId).collect(Collectors.toSet());
    }

    private int domains() {
        return refresher.metrics().domains().size();
    }

    @Test
    void bindingMeasuresNothing() {
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);

            assertThat(shop.calls).hasValue(0);
        }
    }

    @Test
    @Timeout(20)
    void bindingDoesNotWaitForARefreshThatHangs() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        shop.hangsUntil(end);
        refresher.start();
        Meters.await("the refresh hangs", () -> shop.calls.get() == 1);
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);

            assertThat(registry.get("business.refresh.up").gauges()).hasSize(domains());
        } finally {
            end.countDown();
        }
    }

    @Test
    void valuesThatAreThereAlreadyAreShownAtOnce() {
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            SimpleMeterRegistry second = new SimpleMeterRegistry();
            binder.bindTo(registry);
            binder.bindTo(second);

            assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
            assertThat(second.get("business.orders").gauge().value()).isEqualTo(7.0);
        }
    }

    @Test
    void bindingTwiceToOneRegistryIsBindingOnce() {
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            List<Meter> before = registry.getMeters();
            binder.bindTo(registry);

            assertThat(registry.getMeters())
                    .usingElementComparator((a, b) -> a == b ? 0 : 1)
                    .containsExactlyInAnyOrderElementsOf(before);
            refresher.refresh("shop");
            assertThat(registry.get("business.refresh.duration")
                            .tags("domain", "shop", "outcome", "success")
                            .timer()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void closingTakesOutOwnMetersAndNoOthers() {
        registry.counter("business.of.the.host").increment();
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        shop.hasOrders(Map.of("web", 7L, "phone", 1L));
        BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);
        binder.bindTo(registry);
        binder.bindTo(second);
        refresher.refresh();
        assertThat(registry.getMeters()).hasSizeGreaterThan(20);

        binder.close();
        binder.close();
        refresher.refresh();

        assertThat(registry.getMeters())
                .singleElement()
                .satisfies(meter -> assertThat(meter.getId().getName()).isEqualTo("business.of.the.host"));
        assertThat(second.getMeters()).isEmpty();
        assertThat(registry.isClosed()).isFalse();
    }

    @Test
    void aClosedBinderDoesNotBind() {
        BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);
        binder.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> binder.bindTo(registry))
                .withMessageContaining("build another");
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    @Tag("once")
    void tenThousandBindersLeaveNothingBehind() {
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        registry.counter("of.the.host");
        for (int i = 0; i < 10_000; i++) {
            try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
                binder.bindTo(registry);
                // Of each domain three gauges and a timer for each of three outcomes; two of the board; the series; the
                // host's.
                assertThat(registry.getMeters()).hasSize(6 * domains() + 2 + 1 + 1);
            }
        }

        assertThat(registry.getMeters()).hasSize(1);
    }

    @Test
    void aClosedBinderIsNotHeldByTheRefresherOrTheRegistry() {
        BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);
        WeakReference<BusinessMetricsBinder> reference = new WeakReference<>(binder);
        binder.bindTo(registry);
        refresher.refresh();
        binder.close();
        binder = null;

        Meters.await("the binder is collected", () -> {
            System.gc();
            return reference.get() == null;
        });
    }

    @Test
    void garbageCollectionTakesNoGaugeAway() {
        shop.hasOrders(Map.of("web", 7L));
        WeakReference<Object> canary = bindAndForget();
        Meters.await("garbage is collected", () -> {
            System.gc();
            return canary.get() == null;
        });

        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
        assertThat(registry.get("business.series").gauge().value()).isEqualTo(1.0);
        assertThat(Meters.refreshValue(registry, "age")).isNotNegative();
    }

    @Test
    void aGaugeHoldsItsValueItselfWhereAFilterDeniesTheMetersOfTheRefreshing() {
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("business.refresh"))
                .meterFilter(MeterFilter.denyNameStartsWith("business.series"));
        shop.hasOrders(Map.of("web", 7L));
        WeakReference<Object> canary = bindAndForget();
        Meters.await("garbage is collected", () -> {
            System.gc();
            return canary.get() == null;
        });

        assertThat(registry.getMeters()).hasSize(1);
        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
    }

    /** Only the registry knows binder and refresher once this returns. */
    private WeakReference<Object> bindAndForget() {
        MetricsRefresher forgotten = shop.refresher();
        forgotten.refresh();
        BusinessMetricsBinder.of(forgotten).bindTo(registry);
        return new WeakReference<>(new Object());
    }

    @Test
    void bindersOfDifferentTagsShareARegistry() {
        ShopDomain otherShop = new ShopDomain();
        MetricsRefresher otherRefresher = otherShop.refresher();
        shop.hasOrders(Map.of("web", 7L));
        otherShop.hasOrders(Map.of("web", 8L));
        BusinessMetricsBinder one = tagged(refresher, "one");
        one.bindTo(registry);
        try (BusinessMetricsBinder two = tagged(otherRefresher, "two")) {
            two.bindTo(registry);
            refresher.refresh();
            otherRefresher.refresh();
            assertThat(valuesByTag(registry, "business.orders", "tenant"))
                    .isEqualTo(new TreeMap<>(Map.of("one", 7.0, "two", 8.0)));

            one.close();
            assertThat(valuesByTag(registry, "business.orders", "tenant")).containsOnlyKeys("two");
            assertThat(valuesByTag(registry, "business.series", "tenant")).containsOnlyKeys("two");
        }
    }

    private static BusinessMetricsBinder tagged(MetricsRefresher refresher, String tenant) {
        return BusinessMetricsBinder.builder(refresher)
                .tags(Tags.of("tenant", tenant))
                .build();
    }

    @Test
    void anIdThatIsTakenStaysWithItsOwnerUntilTheOwnerCloses() {
        ShopDomain otherShop = new ShopDomain();
        MetricsRefresher otherRefresher = otherShop.refresher();
        shop.hasOrders(Map.of("web", 7L));
        otherShop.hasOrders(Map.of("web", 8L, "phone", 1L));
        BusinessMetricsBinder owner = BusinessMetricsBinder.of(refresher);
        BusinessMetricsBinder later = BusinessMetricsBinder.of(otherRefresher);
        owner.bindTo(registry);
        later.bindTo(registry);
        refresher.refresh();
        otherRefresher.refresh();
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 7.0, "phone", 1.0));

        owner.close();
        otherRefresher.refresh();
        assertThat(valuesByTag(registry, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0, "phone", 1.0));
        assertThat(registry.find("business.refresh.age").gauges()).hasSize(domains());
        later.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void closingABinderThatCameSecondLeavesTheFirstAlone() {
        shop.hasOrders(Map.of("web", 7L));
        refresher.refresh();
        try (BusinessMetricsBinder owner = BusinessMetricsBinder.of(refresher)) {
            owner.bindTo(registry);
            Set<Meter.Id> before = idsIn(registry);
            BusinessMetricsBinder later = BusinessMetricsBinder.of(refresher);
            later.bindTo(registry);
            later.close();

            assertThat(idsIn(registry)).isEqualTo(before);
            assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
        }
    }

    @Test
    void aRegistryThatTheHostClosedIsForgotten() {
        SimpleMeterRegistry closed = new SimpleMeterRegistry();
        try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(closed);
            binder.bindTo(registry);
            closed.close();
            WeakReference<MeterRegistry> reference = new WeakReference<>(closed);
            closed = null;
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();

            Meters.await("the registry is collected", () -> {
                System.gc();
                return reference.get() == null;
            });
            assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
        }
    }

    @Test
    @Timeout(60)
    void bindingClosingAndRefreshingAtOnceNeitherLocksUpNorLeaves() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            Future<?> refreshing = threads.submit(() -> {
                for (int i = 0; i < 2_000; i++) {
                    shop.hasOrders(Map.of("c" + i % 7, 1L, "web", 2L));
                    refresher.refresh("shop");
                }
            });
            Future<?> binding = threads.submit(this::bindAndCloseOften);
            Future<?> bindingToo = threads.submit(this::bindAndCloseOften);
            refreshing.get(50, TimeUnit.SECONDS);
            binding.get(50, TimeUnit.SECONDS);
            bindingToo.get(50, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }

        assertThat(registry.getMeters()).isEmpty();
    }

    private void bindAndCloseOften() {
        String tenant = Thread.currentThread().getName();
        for (int i = 0; i < 500; i++) {
            try (BusinessMetricsBinder binder = tagged(refresher, tenant)) {
                binder.bindTo(registry);
            }
        }
    }
}
