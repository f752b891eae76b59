package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.examples.exporter.config.ConfigException;
import io.axisor.metrics.examples.exporter.config.ExporterConfig;
import io.axisor.metrics.examples.exporter.config.TargetConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** What one configuration makes: its targets, and the registry that shows them. */
final class Exporting implements AutoCloseable {

    private final ExporterConfig config;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Target> targets = new ArrayList<>();

    /**
     * Makes all of it, and reaches no database.
     *
     * @param config the configuration
     * @param asOf the instant to measure; null for the present
     * @throws ConfigException with everything that is wrong with the file
     */
    Exporting(ExporterConfig config, @Nullable Instant asOf) {
        this.config = config;
        config.targets().forEach(target -> add(target, asOf));
        try {
            config.faults().orThrow();
        } catch (ConfigException e) {
            close();
            throw e;
        }
    }

    private void add(TargetConfig target, @Nullable Instant asOf) {
        try {
            Target made = new Target(target, config, asOf);
            made.bindTo(registry);
            targets.add(made);
        } catch (IllegalArgumentException e) {
            target.faults().accept(String.valueOf(e.getMessage()));
        }
    }

    ExporterConfig config() {
        return config;
    }

    List<Target> targets() {
        return targets;
    }

    /** Measures all of it now, the targets side by side: one that does not answer keeps no other waiting. */
    void refresh() {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, targets.size()));
        try {
            CompletableFuture.allOf(targets.stream()
                            .map(target -> CompletableFuture.runAsync(target::refresh, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } finally {
            threads.shutdown();
        }
    }

    void start() {
        targets.forEach(Target::start);
    }

    /** Ends the measuring; what is shown stays. */
    void stop() {
        targets.forEach(Target::stop);
    }

    PrometheusRegistry registry() {
        return registry.getPrometheusRegistry();
    }

    /** The text that a scrape answers. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        targets.forEach(Target::close);
        registry.close();
    }
}
