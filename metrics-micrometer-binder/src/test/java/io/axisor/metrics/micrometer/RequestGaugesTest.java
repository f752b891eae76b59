package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way: from the timers of a registry through refresher and binder to gauges in the same registry. */
class RequestGaugesTest {

    private static final Map<String, String> NO_LABELS = Map.of();

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<Instant> now = new AtomicReference<>(SimulatedHost.START);
    private final MetricsRefresher refresher = MetricsRefresher.builder(
                    BusinessMetrics.builder(InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                            .clock(now::get)
                            .httpRequests(RegistryHttpRequests.builder(registry)
                                    .startedAt(SimulatedHost.START)
                                    .build())
                            .build())
            .build();
    private final BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private void answered(int requests, int status, long millis) {
        for (int i = 0; i < requests; i++) {
            registry.timer("http.server.requests", SimulatedHost.tags("/orders", status))
                    .record(Duration.ofMillis(millis));
        }
    }

    private PrometheusText refreshedAfter(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
        refresher.refresh();
        return PrometheusText.parse(registry.scrape());
    }

    private void publishHistograms() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .percentilesHistogram(true)
                                .build()
                                .merge(config)
                        : config;
            }
        });
    }

    @Test
    void theRequestsOfTheHostAreGaugesBesideItsTimers() {
        publishHistograms();
        binder.bindTo(registry);
        answered(97, 200, 100);
        answered(3, 503, 2_000);
        PrometheusText text = refreshedAfter(Duration.ofMinutes(1));

        for (String window : new String[] {"5m", "24h"}) {
            String prefix = "business_platform_";
            assertThat(text.value(prefix + "requests_" + window, NO_LABELS)).isEqualTo(100.0);
            assertThat(text.value(prefix + "errors_" + window + "_ratio", NO_LABELS))
                    .isEqualTo(0.03);
            assertThat(text.value(prefix + "response_time_" + window + "_mean_seconds", NO_LABELS))
                    .isCloseTo(0.157, within(1e-12));
            assertThat(text.value(prefix + "response_time_" + window + "_max_seconds", NO_LABELS))
                    .isEqualTo(2.0);
            // The bounds of Micrometer's histogram around 0.1 s.
            assertThat(text.value(prefix + "response_time_" + window + "_p95_seconds", NO_LABELS))
                    .isBetween(0.089478485, 0.111848107);
        }
        assertThat(text.value(
                        "http_server_requests_seconds_count",
                        Map.of("method", "GET", "outcome", "SERVER_ERROR", "status", "503", "uri", "/orders")))
                .isEqualTo(3.0);
        assertThat(text.help("business_platform_response_time_5m_p95_seconds")).endsWith("Refreshed every 1m.");
    }

    @Test
    void withoutHistogramsOnlyThePercentileIsAbsent() {
        binder.bindTo(registry);
        answered(10, 200, 100);
        PrometheusText text = refreshedAfter(Duration.ofMinutes(1));

        assertThat(text.names())
                .contains(
                        "business_platform_requests_5m",
                        "business_platform_errors_5m_ratio",
                        "business_platform_response_time_5m_mean_seconds",
                        "business_platform_response_time_24h_max_seconds")
                .doesNotContain(
                        "business_platform_response_time_5m_p95_seconds",
                        "business_platform_response_time_24h_p95_seconds");
    }

    @Test
    void withoutTagsOfTheOutcomeOnlyTheErrorRateIsAbsent() {
        registry.config().meterFilter(MeterFilter.ignoreTags("outcome", "status"));
        binder.bindTo(registry);
        answered(10, 500, 100);
        PrometheusText text = refreshedAfter(Duration.ofMinutes(1));

        assertThat(text.value("business_platform_requests_5m", NO_LABELS)).isEqualTo(10.0);
        assertThat(text.value("business_platform_response_time_5m_mean_seconds", NO_LABELS))
                .isCloseTo(0.1, within(1e-12));
        assertThat(text.names())
                .contains("business_platform_response_time_24h_max_seconds")
                .doesNotContain("business_platform_errors_5m_ratio", "business_platform_errors_24h_ratio");
    }

    @Test
    void gaugesOfRatiosAndTimesGoWhereNothingComesAndTheCountIsZero() {
        binder.bindTo(registry);
        answered(10, 200, 100);
        refreshedAfter(Duration.ofMinutes(1));
        PrometheusText text = refreshedAfter(Duration.ofMinutes(6));

        assertThat(text.value("business_platform_requests_5m", NO_LABELS)).isZero();
        assertThat(text.value("business_platform_requests_24h", NO_LABELS)).isEqualTo(10.0);
        assertThat(text.names())
                .contains("business_platform_errors_24h_ratio")
                .doesNotContain("business_platform_errors_5m_ratio", "business_platform_response_time_5m_mean_seconds");
    }

    @Test
    void withoutRequestsThereIsNothing() {
        binder.bindTo(registry);
        PrometheusText text = refreshedAfter(Duration.ofHours(6));

        assertThat(text.startingWith("business_platform")).isEmpty();
        assertThat(refresher.metrics().asOf(now.get()).system().measurements())
                .filteredOn(m -> m.definition().key().equals("platform.requests"))
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.reason().orElseThrow()).contains("no timer http.server.requests"));
    }

    @Test
    void aScrapeReadsNoTimer() {
        binder.bindTo(registry);
        answered(10, 200, 100);
        refreshedAfter(Duration.ofMinutes(1));
        answered(10, 200, 100);

        assertThat(PrometheusText.parse(registry.scrape()).value("business_platform_requests_5m", NO_LABELS))
                .isEqualTo(10.0);
        assertThat(refreshedAfter(Duration.ofMinutes(1)).value("business_platform_requests_5m", NO_LABELS))
                .isEqualTo(20.0);
    }

    @Test
    void aPastInstantHasNoGaugesToShowAndDisturbsNothing() {
        binder.bindTo(registry);
        answered(10, 200, 100);
        refreshedAfter(Duration.ofMinutes(10));
        assertThat(refresher
                        .metrics()
                        .asOf(now.get().minus(Duration.ofMinutes(6)))
                        .system()
                        .measurements())
                .filteredOn(m -> m.definition().key().equals("platform.requests"))
                .hasSize(2)
                .allSatisfy(m -> assertThat(m.reason()).contains("the registry tells about the present only"));

        assertThat(refreshedAfter(Duration.ofMinutes(1)).value("business_platform_requests_24h", NO_LABELS))
                .isEqualTo(10.0);
    }

    @Test
    void aCompositeThatIsBothReadAndBoundShowsTheSameInItsRegistry() {
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        composite.add(registry);
        binder.bindTo(composite);
        composite
                .timer("http.server.requests", SimulatedHost.tags("/orders", 200))
                .record(Duration.ofMillis(100));

        assertThat(refreshedAfter(Duration.ofMinutes(1)).value("business_platform_requests_5m", NO_LABELS))
                .isEqualTo(1.0);
    }
}
