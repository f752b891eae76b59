package io.axisor.metrics.testing.benchmarks.scrape;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A scrape of Prometheus's text, of the binder's meters and of as many plain gauges. */
@State(Scope.Benchmark)
public class ScrapeBenchmark {

    /** The series of business metrics; the meters of the refreshing, some eighty, come on top of both. */
    @Param("100")
    int series;

    private final PrometheusMeterRegistry ours = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final PrometheusMeterRegistry plain = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 22);

    @Nullable
    private MetricsRefresher refresher;

    /** Binds and refreshes once: a scrape never waits for a refresh. */
    @Setup
    public void bind() {
        BusinessMetrics metrics = BusinessMetrics.builder(
                        InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                .domain(new ShopDomain(series))
                .build();
        refresher = MetricsRefresher.builder(metrics).scheduledByHost().build();
        BusinessMetricsBinder.builder(refresher)
                .seriesCap(2 * series + 100)
                .build()
                .bindTo(ours);
        var unused = refresher.refresh();
        PlainGauges.copy(ours, plain);
        long samples = samples(ours);
        if (samples < series || samples != samples(plain)) {
            throw new IllegalStateException(samples + " samples of ours, " + samples(plain) + " plain ones");
        }
    }

    /** Ends the refresher. */
    @TearDown
    public void close() {
        if (refresher != null) {
            refresher.close();
        }
    }

    private static long samples(PrometheusMeterRegistry registry) {
        return registry.scrape().lines().filter(line -> !line.startsWith("#")).count();
    }

    /**
     * The binder's meters.
     *
     * @return the length of the page
     */
    @Benchmark
    public int ours() throws IOException {
        return scrape(ours);
    }

    /**
     * Plain gauges.
     *
     * @return the length of the page
     */
    @Benchmark
    public int plain() throws IOException {
        return scrape(plain);
    }

    private int scrape(PrometheusMeterRegistry registry) throws IOException {
        page.reset();
        registry.scrape(page);
        return page.size();
    }
}
