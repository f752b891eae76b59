package io.axisor.metrics.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.exporter.config.ExporterConfig;
import io.axisor.metrics.exporter.config.ExporterConfig.Conventions;
import io.axisor.metrics.exporter.config.ExporterConfig.Layout;
import io.axisor.metrics.exporter.config.ExporterConfig.Refresh;
import io.axisor.metrics.exporter.config.ExporterConfig.Show;
import io.axisor.metrics.exporter.config.LeaseConfig;
import io.axisor.metrics.exporter.config.TargetConfig;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.SchemaReport;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.micrometer.MeterLayout;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database that is measured, the library wired around it. Making one touches no database. */
final class Target implements AutoCloseable {

    private static final String TAG = "target";

    /** The exporter answers no requests of the application. */
    private static final HttpRequestSource NO_REQUESTS = at -> SystemDefinitions.REQUESTS.windows().stream()
            .collect(Collectors.toMap(
                    window -> window,
                    window -> Finding.unavailable(
                            "the exporter does not see the requests that the application answers")));

    private final TargetConfig config;
    private final DataSource database;
    private final Optional<SharedLeases.Share> lease;
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
     * @param leases those of this process
     * @throws IllegalArgumentException naming the options that do not go together
     */
    Target(TargetConfig config, ExporterConfig all, @Nullable Instant asOf, SharedLeases leases) {
        this.config = config;
        this.database = Pools.forReading(
                config.database(), config.name().map(name -> name + "-metrics").orElse("metrics"), all.queryTimeout());
        this.source = JdbcMetricsDataSource.builder(database, config.schema())
                .queryTimeout(all.queryTimeout())
                .build();
        this.domains = config.metrics().entrySet().stream()
                .map(domain -> {
                    CustomSqlDomain.Builder builder =
                            CustomSqlDomain.builder(domain.getKey(), database).queryTimeout(all.queryTimeout());
                    domain.getValue().forEach(builder::metric);
                    return builder.build();
                })
                .toList();
        this.lease = all.lease().map(lease -> share(lease, all.queryTimeout(), leases));
        try {
            this.refresher = refresher(all, asOf);
            this.binder = binder(all.show());
        } catch (IllegalArgumentException e) {
            lease.ifPresent(SharedLeases.Share::close);
            throw e;
        }
    }

    private MetricsRefresher refresher(ExporterConfig all, @Nullable Instant asOf) {
        Conventions conventions = all.conventions();
        BusinessMetrics.Builder metrics = BusinessMetrics.builder(source, config.zone())
                .httpRequests(NO_REQUESTS)
                .grossMargin(conventions.grossMargin())
                .longestLifetimeInMonths(conventions.longestLifetimeInMonths())
                .rules(conventions.rules());
        domains.forEach(metrics::domain);
        Refresh refresh = all.refresh();
        MetricsRefresher.Builder builder = MetricsRefresher.builder(metrics.build())
                .interval(refresh.interval())
                .jitter(refresh.jitter());
        refresh.intervals().forEach(builder::interval);
        refresh.staleAfter().ifPresent(builder::staleAfter);
        config.name().ifPresent(builder::name);
        lease.ifPresent(builder::lease);
        if (asOf != null) {
            builder.asOf(asOf);
        }
        return builder.build();
    }

    private SharedLeases.Share share(LeaseConfig wanted, Duration patience, SharedLeases leases) {
        String name = config.name().map(target -> wanted.name() + "-" + target).orElse(wanted.name());
        return leases.share(wanted.database().orElse(config.database()), wanted.table(), name, patience);
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

    /** What to say where the database is a file and there is none. */
    Optional<String> missingFile() {
        return DatabaseFile.of(config.database().url())
                .filter(DatabaseFile::isMissing)
                .map(file -> title() + ": there is no file " + file.path().toAbsolutePath()
                        + "; correct the path in 'url'. No database is made there");
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

    MetricsSnapshot snapshot() {
        return refresher.snapshot();
    }

    List<DomainHealth> health() {
        return refresher.health();
    }

    /** Ends the measuring, gives the lease up, and takes what is shown away. */
    @Override
    public void close() {
        binder.close();
        refresher.close();
        lease.ifPresent(SharedLeases.Share::close);
        if (database instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
