package io.axisor.metrics.testing.benchmarks.footprint;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.testing.benchmarks.company.Company;
import io.axisor.metrics.testing.benchmarks.refresh.LibraryRefresh;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A JVM of its own in which a host starts: connects, embeds the library, refreshes, is scraped. Writes a line for each figure
 * to standard output, and how many classes there are once it has connected and after the first refresh.
 */
public final class Embedding {

    private static final int SNAPSHOTS = 20;

    private Embedding() {}

    /**
     * Starts.
     *
     * @param arguments the address of the company's database
     */
    public static void main(String[] arguments) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[0]);
        try (Connection connection = database.getConnection()) {
            say("connected", connection.isValid(1) ? 1 : 0);
        }
        say("classes.before", loadedClasses());
        long begun = System.nanoTime();
        BusinessMetrics metrics = new LibraryRefresh(database).metrics();
        MetricsRefresher refresher = MetricsRefresher.builder(metrics)
                .asOf(Company.NOW)
                .scheduledByHost()
                .build();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BusinessMetricsBinder.of(refresher).bindTo(registry);
        begun = sayTime("embedding", begun);
        refresh(refresher);
        begun = sayTime("first.refresh", begun);
        var unused = registry.scrape();
        sayTime("first.scrape", begun);
        say("classes.after", loadedClasses());
        for (int i = 0; i < 10; i++) {
            refresh(refresher);
        }
        begun = System.nanoTime();
        refresh(refresher);
        sayTime("later.refresh", begun);
        say("snapshot.bytes", bytesOfSnapshot(new LibraryRefresh(database)));
        refresher.close();
    }

    private static void refresh(MetricsRefresher refresher) {
        LibraryRefresh.DOMAINS.forEach(domain -> {
            if (!refresher.refresh(domain)) {
                throw new IllegalStateException("'" + domain + "' was not refreshed: " + refresher.health(domain));
            }
        });
    }

    private static long loadedClasses() {
        return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
    }

    /** What many snapshots hold that were made one after the other, after a full collection, divided by their number. */
    private static long bytesOfSnapshot(LibraryRefresh library) {
        List<MetricsSnapshot> snapshots = new ArrayList<>(SNAPSHOTS);
        long before = usedBytes();
        for (int i = 0; i < SNAPSHOTS; i++) {
            snapshots.add(library.refresh());
        }
        return (usedBytes() - before) / snapshots.size();
    }

    @SuppressWarnings("SystemGc") // what is garbage must not count
    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long sayTime(String name, long begun) {
        long now = System.nanoTime();
        say(name, now - begun);
        return System.nanoTime();
    }

    private static void say(String name, long value) {
        System.out.println(name + " " + value);
    }
}
