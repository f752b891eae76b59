package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/** The library as a host wires it: source, metrics, refresher, and a binder on the registry that is scraped. */
final class Measuring implements AutoCloseable {

    private final MetricsRefresher refresher;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BusinessMetricsBinder binder;

    Measuring(MetricsDataSource source, ZoneId zone, InstantSource clock, Duration interval) {
        BusinessMetrics metrics =
                BusinessMetrics.builder(source, zone).clock(clock).build();
        this.refresher = MetricsRefresher.builder(metrics).interval(interval).build();
        this.binder = BusinessMetricsBinder.of(refresher);
        binder.bindTo(registry);
    }

    /**
     * Measures every domain now, on this thread.
     *
     * @param listener is told how long each took
     * @throws MetricsDataException if a domain cannot be measured
     */
    MetricsSnapshot measure(RefreshListener listener) {
        refresher.addListener(listener);
        MetricsSnapshot snapshot = refresher.refresh();
        refresher.removeListener(listener);
        for (DomainHealth health : refresher.health()) {
            if (!health.up()) {
                throw new MetricsDataException("the domain '" + health.domain() + "' could not be measured: "
                        + health.lastFailure().orElse(""));
            }
        }
        return snapshot;
    }

    /** Goes on measuring, in the background. */
    void keepMeasuring(RefreshListener listener) {
        refresher.addListener(listener);
        refresher.start();
    }

    /** What Prometheus reads; never waits for a measurement. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        binder.close();
        refresher.close();
        registry.close();
    }
}
