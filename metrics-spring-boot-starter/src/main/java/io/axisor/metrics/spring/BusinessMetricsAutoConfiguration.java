package io.axisor.metrics.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Measures the application's business where {@code axisor.metrics.schema} maps its tables or entities, or a bean of type
 * {@link io.axisor.metrics.jdbc.MetricsSchema} does, and shows it in the application's {@code MeterRegistry}, at the
 * actuator's endpoint {@code businessmetrics} and in its health.
 *
 * <table>
 *   <caption>Beans, each of which gives way to one of the application's own</caption>
 *   <tr><th>bean</th><th>from</th></tr>
 *   <tr><td>{@link io.axisor.metrics.jdbc.MetricsSchema}</td><td>{@code axisor.metrics.schema}</td></tr>
 *   <tr><td>{@link io.axisor.metrics.source.MetricsDataSource}</td><td>the schema and the DataSource</td></tr>
 *   <tr><td>{@link io.axisor.metrics.system.HttpRequestSource}</td><td>the registry</td></tr>
 *   <tr><td>{@link io.axisor.metrics.BusinessMetrics}</td><td>these, and all beans of type
 *     {@link io.axisor.metrics.MetricsDomain}</td></tr>
 *   <tr><td>{@link io.axisor.metrics.refresh.MetricsRefresher}</td><td>the metrics, a
 *     {@link io.axisor.metrics.refresh.RefreshLease} and all {@link io.axisor.metrics.refresh.RefreshListener}s, if there are
 *     any</td></tr>
 *   <tr><td>{@link io.axisor.metrics.micrometer.BusinessMetricsBinder}</td><td>the refresher, and all beans of type
 *     {@link io.axisor.metrics.micrometer.MeterLayout}</td></tr>
 * </table>
 */
@AutoConfiguration(
        afterName = {
            // Spring Boot 3
            "org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration",
            "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
            // Spring Boot 4
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration"
        })
@ConditionalOnProperty(prefix = AxisorMetricsProperties.PREFIX, name = "enabled", matchIfMissing = true)
@EnableConfigurationProperties(AxisorMetricsProperties.class)
@Import({
    // in the order in which one needs the other
    SchemaConfiguration.class,
    JdbcSourceConfiguration.class,
    MeasuringConfiguration.class,
    EndpointConfiguration.class,
    HealthConfiguration.class,
    NothingMeasuredConfiguration.class
})
public final class BusinessMetricsAutoConfiguration {

    BusinessMetricsAutoConfiguration() {}

    @Bean
    static UnknownProperties unknownAxisorMetricsProperties(ConfigurableEnvironment environment) {
        return new UnknownProperties(environment);
    }
}
