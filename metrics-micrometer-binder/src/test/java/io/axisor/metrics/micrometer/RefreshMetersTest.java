package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.refreshValue;
import static io.axisor.metrics.micrometer.Meters.tagsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RefreshMetersTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final ShopDomain shop = new ShopDomain();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    private Timer duration(String outcome) {
        return registry.get("business.refresh.duration")
                .tags("domain", "shop", "outcome", outcome)
                .timer();
    }

    @Test
    void allAreThereBeforeTheFirstRefresh() {
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);

            assertThat(refreshValue(registry, "age")).isNaN();
            assertThat(refreshValue(registry, "last.success")).isZero();
            assertThat(refreshValue(registry, "up")).isZero();
            for (String outcome : Set.of("success", "failure", "standby")) {
                assertThat(duration(outcome).count()).isZero();
            }
            assertThat(registry.get("business.series").gauge().value()).isZero();
            assertThat(registry.get("business.series.dropped").gauge().value()).isZero();
        }
    }

    @Test
    void everyDomainHasItsOwnWithUnitsAndDescriptions() {
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);

            for (String name : Set.of("age", "last.success", "up", "duration")) {
                assertThat(registry.get("business.refresh." + name).meters().stream()
                                .map(meter -> tagsOf(meter).get("domain"))
                                .collect(Collectors.toSet()))
                        .containsExactlyInAnyOrder(
                                "users", "revenue", "automation", "trading", "platform", "system", "shop");
            }
            assertThat(registry.get("business.refresh.age").gauge().getId().getBaseUnit())
                    .isEqualTo("seconds");
            assertThat(registry.get("business.refresh.last.success")
                            .gauge()
                            .getId()
                            .getBaseUnit())
                    .isEqualTo("seconds");
            assertThat(registry.get("business.refresh.up").gauge().getId().getBaseUnit())
                    .isNull();
            assertThat(registry.getMeters())
                    .allSatisfy(
                            meter -> assertThat(meter.getId().getDescription()).isNotBlank());
        }
    }

    @Test
    void aSuccessIsCountedAndDated() {
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            double before = Instant.now().toEpochMilli() / 1e3;
            refresher.refresh();

            assertThat(refreshValue(registry, "up")).isEqualTo(1.0);
            assertThat(refreshValue(registry, "age")).isBetween(0.0, 60.0);
            assertThat(refreshValue(registry, "last.success")).isBetween(before - 0.001, before + 60);
            assertThat(duration("success").count()).isEqualTo(1);
            assertThat(duration("success").totalTime(TimeUnit.NANOSECONDS)).isPositive();
            assertThat(duration("failure").count()).isZero();
        }
    }

    @Test
    void aFailureIsCountedAndLeavesTheLastSuccess() {
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            double lastSuccess = refreshValue(registry, "last.success");
            shop.fails();
            refresher.refresh();

            assertThat(refreshValue(registry, "up")).isZero();
            assertThat(refreshValue(registry, "last.success")).isEqualTo(lastSuccess);
            assertThat(duration("failure").count()).isEqualTo(1);
            assertThat(registry.get("business.refresh.up")
                            .tag("domain", "users")
                            .gauge()
                            .value())
                    .isEqualTo(1.0);
        }
    }

    @Test
    void onStandbyThereAreNoValuesAndNoAge() {
        AtomicBoolean held = new AtomicBoolean(true);
        shop.hasOrders(Map.of("web", 7L));
        try (MetricsRefresher refresher = MetricsRefresher.builder(shop.metrics())
                        .lease(leaseHeldWhile(held))
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            assertThat(registry.find("business.orders").gauges()).hasSize(1);

            held.set(false);
            refresher.refresh();
            assertThat(registry.find("business.orders").gauges()).isEmpty();
            assertThat(refreshValue(registry, "age")).isNaN();
            assertThat(refreshValue(registry, "up")).isEqualTo(1.0);
            assertThat(duration("standby").count()).isEqualTo(1);
        }
    }

    private static RefreshLease leaseHeldWhile(AtomicBoolean held) {
        return new RefreshLease() {
            @Override
            public boolean tryHold(Duration duration) {
                return held.get();
            }

            @Override
            public void release() {
                held.set(false);
            }
        };
    }

    @Test
    @Timeout(30)
    void aScrapeAnswersAtOnceWithTheLastValuesWhileARefreshHangs() {
        CountDownLatch end = new CountDownLatch(1);
        shop.hasOrders(Map.of("web", 7L));
        try (MetricsRefresher refresher = MetricsRefresher.builder(shop.metrics())
                        .interval(Duration.ofMillis(20))
                        .staleAfter(LONG)
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.start();
            Meters.await("a first value", () -> registry.find("business.orders").gauge() != null);
            shop.hangsUntil(end);
            int callsBefore = shop.calls.get();
            Meters.await(
                    "a refresh hangs", () -> shop.calls.get() > callsBefore && refreshValue(registry, "age") > 0.2);

            long begun = System.nanoTime();
            double orders = registry.get("business.orders").gauge().value();
            double age = refreshValue(registry, "age");
            Duration took = Duration.ofNanos(System.nanoTime() - begun);

            assertThat(orders).isEqualTo(7.0);
            assertThat(age).isGreaterThan(0.2);
            assertThat(took).isLessThan(Duration.ofSeconds(1));
            end.countDown();
        }
    }

    @Test
    @Timeout(30)
    void afterTheStaleLimitTheSeriesAreGoneAndTheRefreshMetersSayWhy() {
        shop.hasOrders(Map.of("web", 7L));
        try (MetricsRefresher refresher = MetricsRefresher.builder(shop.metrics())
                        .interval(Duration.ofMillis(20))
                        .staleAfter(Duration.ofMillis(300))
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.start();
            Meters.await("a first value", () -> registry.find("business.orders").gauge() != null);
            shop.fails();
            Meters.await(
                    "the values are too old",
                    () -> registry.find("business.orders").gauge() == null);

            assertThat(refreshValue(registry, "up")).isZero();
            assertThat(refreshValue(registry, "age")).isGreaterThan(0.3);
            assertThat(refreshValue(registry, "last.success")).isPositive();
            assertThat(duration("failure").count()).isPositive();
            Meters.await(
                    "no series are shown",
                    () -> registry.get("business.series").gauge().value() == 0);

            shop.hasOrders(Map.of("web", 8L));
            Meters.await("values again", () -> registry.find("business.orders").gauge() != null);
            Meters.await("up again", () -> refreshValue(registry, "up") == 1);
        }
    }

    @Test
    @Timeout(30)
    void valuesBecomeTooOldAlsoWhileARefreshHangs() {
        shop.hasOrders(Map.of("web", 7L));
        try (MetricsRefresher refresher = MetricsRefresher.builder(shop.metrics())
                        .interval(Duration.ofMillis(20))
                        .staleAfter(Duration.ofMillis(300))
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.start();
            Meters.await("a first value", () -> registry.find("business.orders").gauge() != null);
            CountDownLatch end = new CountDownLatch(1);
            shop.hangsUntil(end);

            Meters.await(
                    "the values are too old",
                    () -> registry.find("business.orders").gauge() == null);
            assertThat(refreshValue(registry, "age")).isGreaterThan(0.3);
            end.countDown();
        }
    }
}
