package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.refresh.RefreshOutcome;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A registry, a filter or a layout that throws whatever can be thrown harms nothing but what it is asked for. */
@Timeout(60)
class ThrowingRegistryTest {

    private final ShopDomain shop = new ShopDomain();
    private final AtomicReference<Throwable> thrown = new AtomicReference<>();
    private final SimpleMeterRegistry broken = new SimpleMeterRegistry();
    private final SimpleMeterRegistry sound = new SimpleMeterRegistry();

    static Stream<Throwable> throwables() {
        return Stream.of(
                new IllegalStateException("thrown"),
                new IOException("thrown"),
                new InterruptedException("thrown"),
                new NoClassDefFoundError("org/example/Filter"),
                new AssertionError("thrown"),
                new OutOfMemoryError("Java heap space"),
                new StackOverflowError(),
                new InternalError("thrown"));
    }

    @AfterEach
    void close() {
        broken.close();
        sound.close();
    }

    private void throwIfTold() {
        Throwable now = thrown.get();
        if (now != null) {
            ThrowingRegistryTest.<RuntimeException>throwAs(now);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwAs(Throwable throwable) throws E {
        throw (E) throwable;
    }

    private void breakFilter() {
        broken.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                throwIfTold();
                return id;
            }
        });
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aFilterThatThrowsHarmsNoOtherRegistryAndIsTriedAgain(Throwable throwable) {
        breakFilter();
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            thrown.set(throwable);
            assertThatCode(() -> binder.bindTo(broken)).doesNotThrowAnyException();
            binder.bindTo(sound);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();
            assertThat(valuesByTag(sound, "business.orders", "channel")).isEqualTo(Map.of("web", 7.0));
            assertThat(broken.getMeters()).isEmpty();

            thrown.set(null);
            refresher.refresh();
            assertThat(valuesByTag(broken, "business.orders", "channel")).isEqualTo(Map.of("web", 7.0));
            assertThat(Meters.refreshValue(broken, "up")).isEqualTo(1.0);
        }
        assertThat(broken.getMeters()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("throwables")
    @Execution(ExecutionMode.CONCURRENT) // the stale limit is looked at once a second
    void theStaleLimitHoldsWhileAFilterThrows(Throwable throwable) {
        breakFilter();
        try (MetricsRefresher refresher = MetricsRefresher.builder(shop.metrics())
                        .staleAfter(Duration.ofMillis(300))
                        .scheduledByHost()
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(broken);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();
            assertThat(valuesByTag(broken, "business.orders", "channel")).isEqualTo(Map.of("web", 7.0));
            thrown.set(throwable);
            refresher.start();
            Meters.await(
                    "the values are gone",
                    () -> valuesByTag(broken, "business.orders", "channel").isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void aLayoutThatThrowsHidesItsOwnSeriesAlone(Throwable throwable) {
        MeterLayout layout = snapshot -> {
            throwIfTold();
            return List.of(Series.of("acme.one", Map.of(), BigDecimal.ONE, "One."));
        };
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder =
                        BusinessMetricsBinder.builder(refresher).layout(layout).build()) {
            binder.bindTo(sound);
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh();
            assertThat(sound.find("acme.one").gauge()).isNotNull();
            thrown.set(throwable);
            shop.hasOrders(Map.of("web", 8L));
            refresher.refresh();

            assertThat(sound.find("acme.one").gauge()).isNull();
            assertThat(valuesByTag(sound, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0));
            thrown.set(null);
            refresher.refresh();
            assertThat(sound.find("acme.one").gauge()).isNotNull();
        }
    }

    @Test
    void aLayoutThatReturnsNothingOrNullsHidesItsOwnSeriesAlone() {
        List<List<Series>> returned = new ArrayList<>();
        returned.add(null);
        returned.add(Arrays.asList((Series) null));
        for (List<Series> series : returned) {
            try (MetricsRefresher refresher = shop.refresher();
                    BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                            .layout(snapshot -> series)
                            .build()) {
                binder.bindTo(sound);
                shop.hasOrders(Map.of("web", 8L));
                refresher.refresh();

                assertThat(valuesByTag(sound, "business.orders", "channel")).isEqualTo(Map.of("web", 8.0));
            }
        }
    }

    @Test
    void noScrapeSeesAGoodRefreshBesideTheValuesBefore() {
        List<String> seen = new ArrayList<>();
        MeterLayout layout = snapshot -> {
            if (!sound.find("business.refresh.up").gauges().isEmpty()) {
                seen.add("laid out: " + upAndOrders());
            }
            return List.of();
        };
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder =
                        BusinessMetricsBinder.builder(refresher).layout(layout).build()) {
            binder.bindTo(sound);
            refresher.addListener(new RefreshListener() {
                @Override
                public void shown(MetricsSnapshot snapshot) {
                    seen.add("shown: " + upAndOrders());
                }

                @Override
                public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
                    seen.add("attempted: " + upAndOrders());
                }
            });
            seen.clear();
            shop.hasOrders(Map.of("web", 7L));
            refresher.refresh(ShopDomain.NAME);
        }

        assertThat(seen).containsExactly("laid out: 0.0 {}", "shown: 0.0 {web=7.0}", "attempted: 1.0 {web=7.0}");
    }

    private String upAndOrders() {
        return Meters.refreshValue(sound, "up") + " " + valuesByTag(sound, "business.orders", "channel");
    }
}
