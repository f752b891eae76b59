package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opened and closed ten thousand times, nothing is left of binders and refreshers. */
@Timeout(120)
class LifecycleTest {

    private static final Figures FIGURES = Figures.of(LifecycleTest.class);
    private static final int BINDERS = 10_000;
    private static final int REFRESHERS = 200;
    private static final long MOST_GROWTH = 2_000_000;

    private final ScriptedDomain domain = new ScriptedDomain(at -> 1);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @Test
    void nothingIsLeftOfTenThousandBinders() throws InterruptedException {
        registry.counter("host.orders").increment();
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(domain.metrics(InstantSource.system())).build()) {
            refresher.refresh();
            String before = registry.scrape();
            openAndClose(refresher, BINDERS / 10);
            long heapBefore = usedHeap();
            List<WeakReference<BusinessMetricsBinder>> binders = openAndClose(refresher, BINDERS);

            // A listener that stayed, or a gauge in the registry, would hold its binder.
            Eventually.await("all binders are gone", () -> {
                System.gc();
                return binders.stream().allMatch(binder -> binder.refersTo(null));
            });
            binders.clear();
            long growth = usedHeap() - heapBefore;
            assertThat(registry.getMeters()).hasSize(1);
            assertThat(registry.scrape()).isEqualTo(before);
            assertThat(growth).isLessThan(MOST_GROWTH);
            FIGURES.record("binders opened and closed on one registry, still reachable", BINDERS + ", 0");
            FIGURES.record("growth of the heap over them", growth / 1000 + " kB");
        }
    }

    private List<WeakReference<BusinessMetricsBinder>> openAndClose(MetricsRefresher refresher, int times) {
        List<WeakReference<BusinessMetricsBinder>> binders = new ArrayList<>();
        int bound = 0;
        for (int i = 0; i < times; i++) {
            try (BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
                binder.bindTo(registry);
                binders.add(new WeakReference<>(binder));
                bound = Math.max(bound, registry.getMeters().size());
            }
        }
        assertThat(bound).as("meters while bound").isGreaterThan(40);
        return binders;
    }

    @Test
    void refreshersThatWereClosedLeaveNoThread() throws InterruptedException {
        long begun = System.nanoTime();
        for (int i = 0; i < REFRESHERS; i++) {
            try (MetricsRefresher refresher = MetricsRefresher.builder(domain.metrics(InstantSource.system()))
                    .interval(Duration.ofMillis(1))
                    .build()
                    .start()) {
                if (i % 2 == 0) {
                    Eventually.await(
                            "a value",
                            () -> !refresher.snapshot().measurements().isEmpty());
                }
            }
        }
        Duration each = Duration.ofNanos(System.nanoTime() - begun).dividedBy(REFRESHERS);
        Eventually.await("no thread of a refresher is left", () -> threads() == 0);
        FIGURES.record("refreshers started and closed, threads left", REFRESHERS + ", 0");
        FIGURES.record("start and close of a refresher", each);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("axisor-metrics-"))
                .count();
    }

    /** What is live, after the collector had its chances. */
    private static long usedHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
