package io.axisor.metrics.testing.benchmarks.refresh;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.testing.benchmarks.company.Company;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** A full refresh by the library: every metric of four domains. */
public final class LibraryRefresh {

    /** What is measured, in this order. */
    public static final List<String> DOMAINS = List.of("users", "revenue", "automation", "trading");

    /** Time is taken here, not given up. */
    private static final Duration TIMEOUT = Duration.ofMinutes(30);

    private final BusinessMetrics metrics;

    /**
     * A refresh that has looked nothing up yet.
     *
     * @param database where the tables are
     */
    public LibraryRefresh(DataSource database) {
        MetricsSchema mapping = Company.mapping();
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(database, mapping)
                .queryTimeout(TIMEOUT)
                .build();
        this.metrics = BusinessMetrics.builder(source, ZoneOffset.UTC)
                .clock(InstantSource.fixed(Company.NOW))
                .build();
    }

    /**
     * The metrics that are measured.
     *
     * @return the metrics
     */
    public BusinessMetrics metrics() {
        return metrics;
    }

    /** Measures one domain. */
    void measure(String domain) {
        var unused = metrics.measure(domain, Company.NOW);
    }

    /**
     * Measures all of them.
     *
     * @return the snapshot
     */
    public MetricsSnapshot refresh() {
        return metrics.snapshotOf(DOMAINS.stream()
                .map(domain -> metrics.measure(domain, Company.NOW))
                .toList());
    }
}
