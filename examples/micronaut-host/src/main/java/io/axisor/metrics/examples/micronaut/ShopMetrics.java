package io.axisor.metrics.examples.micronaut;

import static io.micronaut.core.convert.format.MapFormat.MapTransformation.FLAT;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.convert.format.MapFormat;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The binder is bound here, and is a bean of its own type alone: every MeterBinder is bound when the registry is made, and
 * the registry is made for the pool, before there is a pool.
 */
@Factory
class ShopMetrics {

    @Singleton
    @Bean(preDestroy = "close")
    MetricsRefresher refresher(
            DataSource pool,
            @Property(name = "business.schema") @MapFormat(transformation = FLAT) Map<String, String> schema,
            @Property(name = "business.zone") ZoneId zone) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(pool, SchemaProperties.read(schema));
        source.verify().orThrow();
        return MetricsRefresher.builder(BusinessMetrics.of(source, zone)).build();
    }

    @Context
    @Bean(typed = BusinessMetricsBinder.class, preDestroy = "close")
    BusinessMetricsBinder binder(MetricsRefresher refresher, MeterRegistry registry) {
        BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher.start());
        binder.bindTo(registry);
        return binder;
    }
}
