package io.axisor.metrics.examples.monitoring;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.contract.RandomCompany;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.micrometer.MeterLayout;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What a scrape of the binder really holds, in both layouts: the truth that rules and dashboards are checked against. */
final class ExposedSeries {

    /** Of companies that map different tables. */
    static final Set<Series> OF_ALL_COMPANIES = LongStream.rangeClosed(1, 4)
            .mapToObj(seed -> new RandomCompany(seed, Duration.ofMillis(1)).build())
            .flatMap(company -> of(company.inMemory()).keySet().stream())
            .collect(Collectors.toUnmodifiableSet());

    private ExposedSeries() {}

    /** The series of one host, with their values. */
    static Map<Series, Double> of(MetricsDataSource source) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (MetricsRefresher refresher =
                        MetricsRefresher.builder(metrics(source)).build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .layout(MeterLayout.axisor(CurrencyUnit.of("USD")))
                        .build()) {
            binder.bindTo(registry);
            refresher.refresh();
            return registry.scrape()
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(
                            Series::ofSample, line -> Double.valueOf(line.substring(line.lastIndexOf(' ')))));
        }
    }

    private static BusinessMetrics metrics(MetricsDataSource source) {
        HttpRequestFacts requests = new HttpRequestFacts(
                100, Finding.ok(1L), BigDecimal.ONE, Finding.ok(BigDecimal.ONE), Finding.ok(BigDecimal.ONE));
        Map<Window, Finding<HttpRequestFacts>> byWindow = SystemDefinitions.REQUESTS.windows().stream()
                .collect(Collectors.toMap(Function.identity(), window -> Finding.ok(requests)));
        return BusinessMetrics.builder(source, SourceUnderTest.ZONE)
                .clock(() -> SourceUnderTest.NOW)
                .httpRequests(at -> byWindow)
                .build();
    }
}
