package io.axisor.metrics.testing.fire;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * An application that is deployed with the library in it, on a server that lends it a database and a registry. Loaded by a
 * class loader of its own for each deployment.
 */
public final class RedeployedShop implements AutoCloseable {

    private final MetricsRefresher refresher;
    private final BusinessMetricsBinder binder;

    /** Starts. */
    public RedeployedShop(DataSource database, MeterRegistry registry) {
        MetricsSchema schema = MetricsSchema.builder()
                .users(u -> u.table("ACCOUNTS").id("ID").createdAt("CREATED_AT"))
                .build();
        BusinessMetrics metrics = BusinessMetrics.of(JdbcMetricsDataSource.of(database, schema), ZoneOffset.UTC);
        refresher = MetricsRefresher.builder(metrics)
                .interval(Duration.ofMillis(20))
                .build();
        binder = BusinessMetricsBinder.of(refresher);
        binder.bindTo(registry);
        refresher.start();
    }

    @Override
    public void close() {
        binder.close();
        refresher.close();
    }
}
