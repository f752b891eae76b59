package io.axisor.metrics.exporter;

import io.axisor.metrics.exporter.config.ConfigException;
import io.axisor.metrics.exporter.config.ExporterConfig;
import io.axisor.metrics.exporter.config.TargetConfig;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one configuration makes: its targets, and the registry that shows them. */
final class Exporting implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exporting.class);

    private final ExporterConfig config;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<Target> targets = new ArrayList<>();

    /**
     * Makes all of it, and reaches no database.
     *
     * @param config the configuration
     * @param asOf the instant to measure; null for the present
     * @param leases those of this process
     * @throws ConfigException with everything that is wrong with the file
     */
    Exporting(ExporterConfig config, @Nullable Instant asOf, SharedLeases leases) {
        this.config = config;
        config.targets().forEach(target -> add(target, asOf, leases));
        try {
            config.faults().orThrow();
        } catch (ConfigException e) {
            close();
            throw e;
        }
    }

    private void add(TargetConfig target, @Nullable Instant asOf, SharedLeases leases) {
        try {
            Target made = new Target(target, config, asOf, leases);
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

    /**
     * Measures all of it now.
     *
     * @return a line for each target that failed as a whole, whatever was thrown; its domains tell their failures themselves
     */
    List<String> refresh() {
        return sideBySide(Exporting::refresh).stream().flatMap(Optional::stream).toList();
    }

    private static Optional<String> refresh(Target target) {
        try {
            target.refresh();
            return Optional.empty();
        } catch (Throwable e) { // an error of one target is none of the others
            LOG.debug("{} threw", target.title(), e);
            return Optional.of(
                    target.title() + ": could not be measured (" + e.getClass().getName() + ")");
        }
    }

    /** Asks the targets side by side: one that does not answer keeps no other waiting. Answers in their order. */
    <T> List<T> sideBySide(Function<Target, T> question) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, targets.size()));
        try {
            return targets.stream()
                    .map(target -> CompletableFuture.supplyAsync(() -> question.apply(target), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdown();
        }
    }

    void start() {
        targets.forEach(Target::start);
    }

    PrometheusRegistry registry() {
        return registry.getPrometheusRegistry();
    }

    /** The text that a scrape answers. */
    String scrape() {
        return registry.scrape();
    }

    /** Ends all of it; a target that cannot be closed keeps no other open. */
    @Override
    public void close() {
        for (Target target : targets) {
            try {
                target.close();
            } catch (Throwable e) {
                LOG.warn(
                        "{} could not be closed ({})",
                        target.title(),
                        e.getClass().getName());
                LOG.debug("{} threw", target.title(), e);
            }
        }
        registry.close();
    }
}
