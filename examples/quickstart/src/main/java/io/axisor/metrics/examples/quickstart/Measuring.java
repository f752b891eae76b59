package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.micrometer.MeterLayout;
import io.axisor.metrics.micrometer.RegistryHttpRequests;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.source.MetricsDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** The library as a host wires it: source, metrics, refresher, and a binder on the registry that is scraped. */
final class Measuring implements AutoCloseable {

    private final MetricsRefresher refresher;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final RequestTimers requestTimers = new RequestTimers(registry);
    private final BusinessMetricsBinder binder;

    /**
     * Wires.
     *
     * @param source counts the facts
     * @param zone the business zone
     * @param moment what is measured: the present, or one instant
     * @param interval how often, once {@link #keepMeasuring} is called
     * @param layouts what is shown beside the standard layout
     * @param conventions sets what the user decides of the definitions
     */
    Measuring(
            MetricsDataSource source,
            ZoneId zone,
            Moment moment,
            Duration interval,
            List<MeterLayout> layouts,
            Consumer<BusinessMetrics.Builder> conventions) {
        RegistryHttpRequests.Builder requests = RegistryHttpRequests.builder(registry);
        BusinessMetrics.Builder metrics = BusinessMetrics.builder(source, zone).clock(moment.clock());
        conventions.accept(metrics);
        moment.startedAt().ifPresent(requests::startedAt);
        metrics.httpRequests(requests.build());
        MetricsRefresher.Builder refreshing =
                MetricsRefresher.builder(metrics.build()).interval(interval);
        moment.asOf().ifPresent(refreshing::asOf);
        this.refresher = refreshing.build();
        BusinessMetricsBinder.Builder binding = BusinessMetricsBinder.builder(refresher);
        layouts.forEach(binding::layout);
        this.binder = binding.build();
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

    /** The domains that are measured. */
    List<String> domains() {
        return refresher.health().stream().map(DomainHealth::domain).toList();
    }

    /** Goes on measuring, in the background. */
    void keepMeasuring(RefreshListener listener) {
        refresher.addListener(listener);
        refresher.start();
    }

    /** Where the requests are counted that this process answers; the system domain reads them. */
    RequestTimers requestTimers() {
        return requestTimers;
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
