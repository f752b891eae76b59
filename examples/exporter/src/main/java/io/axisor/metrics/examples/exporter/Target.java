package io.axisor.metrics.examples.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.examples.exporter.config.DatabaseAddress;
import io.axisor.metrics.examples.exporter.config.ExporterConfig;
import io.axisor.metrics.examples.exporter.config.ExporterConfig.Layout;
import io.axisor.metrics.examples.exporter.config.ExporterConfig.Refresh;
import io.axisor.metrics.examples.exporter.config.ExporterConfig.Show;
import io.axisor.metrics.examples.exporter.config.LeaseConfig;
import io.axisor.metrics.examples.exporter.config.TargetConfig;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.SchemaReport;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.micrometer.MeterLayout;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database that is measured, the library wired around it. Making one touches no database. */
final class Target implements AutoCloseable {

    private static final String TAG = "target";

    private final TargetConfig config;
    private final List<HikariDataSource> pools = new ArrayList<>();
    private final JdbcMetricsDataSource source;
    private final List<CustomSqlDomain> domains;
    private final MetricsRefresher refresher;
    private final BusinessMetricsBinder binder;

    /**
     * Wires a target.
     *
     * @param config the target
     * @param all what is said for all
     * @param asOf the instant to measure; null for the present
     * @throws IllegalArgumentException naming the options that do not go together
     */
    Target(TargetConfig config, ExporterConfig all, @Nullable Instant asOf) {
        this.config = config;
        HikariDataSource pool = pool(config.database(), "metrics", all);
        this.source = JdbcMetricsDataSource.builder(pool, config.schema())
                .queryTimeout(all.queryTimeout())
                .build();
        this.domains = config.metrics().entrySet().stream()
                .map(domain -> {
                    CustomSqlDomain.Builder builder =
                            CustomSqlDomain.builder(domain.getKey(), pool).queryTimeout(all.queryTimeout());
                    domain.getValue().forEach(builder::metric);
                    return builder.build();
                })
                .toList();
        this.refresher = refresher(all, asOf);
        this.binder = binder(all.show());
    }

    private HikariDataSource pool(DatabaseAddress address, String purpose, ExporterConfig all) {
        String name = config.name().map(target -> target + "-" + purpose).orElse(purpose);
        HikariDataSource pool = Pools.of(address, name, all.queryTimeout());
        pools.add(pool);
        return pool;
    }

    private MetricsRefresher refresher(ExporterConfig all, @Nullable Instant asOf) {
        BusinessMetrics.Builder metrics = BusinessMetrics.builder(source, config.zone());
        domains.forEach(metrics::domain);
        Refresh refresh = all.refresh();
        MetricsRefresher.Builder builder = MetricsRefresher.builder(metrics.build())
                .interval(refresh.interval())
                .jitter(refresh.jitter());
        refresh.intervals().forEach(builder::interval);
        refresh.staleAfter().ifPresent(builder::staleAfter);
        all.lease().map(lease -> lease(lease, all)).ifPresent(builder::lease);
        if (asOf != null) {
            builder.asOf(asOf);
        }
        return builder.build();
    }

    private RefreshLease lease(LeaseConfig lease, ExporterConfig all) {
        String name = config.name().map(target -> lease.name() + "-" + target).orElse(lease.name());
        DatabaseAddress address = lease.database().orElse(config.database());
        return ShedLockLease.of(pool(address, "lease", all), lease.table(), name);
    }

    private BusinessMetricsBinder binder(Show show) {
        BusinessMetricsBinder.Builder builder = BusinessMetricsBinder.builder(refresher)
                .prefix(show.prefix())
                .seriesCap(show.seriesCap())
                .tags(tags());
        if (show.layout() == Layout.AXISOR) {
            builder.withoutStandardLayout();
        }
        if (show.layout() != Layout.STANDARD) {
            builder.layout(show.layoutCurrency()
                    .map(currency -> MeterLayout.axisor(CurrencyUnit.of(currency)))
                    .orElseGet(MeterLayout::axisor));
        }
        return builder.build();
    }

    private Tags tags() {
        return Tags.of(Stream.concat(
                        config.tags().entrySet().stream().map(tag -> Tag.of(tag.getKey(), tag.getValue())),
                        config.name().stream().map(name -> Tag.of(TAG, name)))
                .toList());
    }

    /** What it is called in messages. */
    String title() {
        return config.name().orElseGet(() -> config.database().toString());
    }

    Optional<String> name() {
        return config.name();
    }

    TargetConfig config() {
        return config;
    }

    /** How the mapping of its tables, and each domain of SQL, fits the database. */
    Map<String, SchemaReport> verify() {
        Map<String, SchemaReport> reports = new LinkedHashMap<>();
        reports.put("tables", source.verify());
        domains.forEach(domain -> reports.put(domain.name(), domain.verify()));
        return reports;
    }

    void bindTo(MeterRegistry registry) {
        binder.bindTo(registry);
    }

    MetricsSnapshot refresh() {
        return refresher.refresh();
    }

    void start() {
        refresher.start();
    }

    /** Ends the measuring and gives the lease up; what is shown stays. */
    void stop() {
        refresher.close();
    }

    MetricsSnapshot snapshot() {
        return refresher.snapshot();
    }

    List<DomainHealth> health() {
        return refresher.health();
    }

    @Override
    public void close() {
        binder.close();
        refresher.close();
        pools.forEach(HikariDataSource::close);
    }
}
