package io.axisor.metrics.spring;

import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.source.MetricsDataSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The facts, from the application's own database. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean({MetricsSchema.class, DataSource.class})
class JdbcSourceConfiguration {

    @Bean
    @ConditionalOnMissingBean(MetricsDataSource.class)
    JdbcMetricsDataSource jdbcMetricsDataSource(
            MetricsSchema schema,
            AxisorMetricsProperties properties,
            ObjectProvider<DataSource> dataSources,
            ListableBeanFactory beans) {
        DataSource dataSource = dataSource(properties.dataSource(), dataSources, beans);
        return UnusableMetricsException.orThrow(
                () -> JdbcMetricsDataSource.builder(dataSource, schema)
                        .queryTimeout(properties.queryTimeout())
                        .build(),
                "Correct " + AxisorMetricsProperties.PREFIX + ".query-timeout.");
    }

    private static DataSource dataSource(
            @Nullable String name, ObjectProvider<DataSource> dataSources, ListableBeanFactory beans) {
        DataSource unique = name == null ? dataSources.getIfUnique() : null;
        if (unique != null) {
            return unique;
        }
        if (name != null && beans.containsBean(name) && beans.isTypeMatch(name, DataSource.class)) {
            return beans.getBean(name, DataSource.class);
        }
        String known = String.join(", ", beans.getBeanNamesForType(DataSource.class));
        throw new UnusableMetricsException(
                name == null
                        ? "There are several beans of type DataSource (" + known + ") and none is primary."
                        : "There is no bean '" + name + "' of type DataSource; there are " + known + ".",
                "Name the one to read from with " + AxisorMetricsProperties.PREFIX + ".data-source.");
    }

    @Bean
    @ConditionalOnMissingBean
    SchemaVerification schemaVerification(
            ObjectProvider<JdbcMetricsDataSource> sources,
            ObjectProvider<CustomSqlDomain> domains,
            AxisorMetricsProperties properties) {
        return new SchemaVerification(sources, domains, properties.verify());
    }
}
