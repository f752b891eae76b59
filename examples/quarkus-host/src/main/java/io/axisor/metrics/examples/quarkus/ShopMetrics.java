package io.axisor.metrics.examples.quarkus;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Quarkus binds every bean that is a MeterBinder to its registry. */
@ApplicationScoped
class ShopMetrics {

    private static final String SCHEMA = "business.schema.";

    @Produces
    @Singleton
    MetricsRefresher refresher(DataSource pool, Config config, @ConfigProperty(name = "business.zone") ZoneId zone) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(pool, SchemaProperties.read(schema(config)));
        source.verify().orThrow();
        return MetricsRefresher.builder(BusinessMetrics.of(source, zone)).build();
    }

    @Produces
    @Singleton
    BusinessMetricsBinder binder(MetricsRefresher refresher) {
        return BusinessMetricsBinder.of(refresher);
    }

    void start(@Observes StartupEvent event, MetricsRefresher refresher) {
        refresher.start();
    }

    void stop(@Disposes MetricsRefresher refresher) {
        refresher.close();
    }

    private static Map<String, String> schema(Config config) {
        Map<String, String> schema = new HashMap<>();
        for (String name : config.getPropertyNames()) {
            if (name.startsWith(SCHEMA)) {
                schema.put(name.substring(SCHEMA.length()), config.getValue(name, String.class));
            }
        }
        return schema;
    }
}
