package io.axisor.metrics.spring;

import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.refresh.MetricsRefresher;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in one line why there are no metrics. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(MetricsRefresher.class)
class NothingMeasuredConfiguration {

    @Bean
    SmartInitializingSingleton nothingMeasuredNotice(ObjectProvider<MetricsSchema> schemas) {
        return () -> LoggerFactory.getLogger(BusinessMetricsAutoConfiguration.class)
                .info(
                        schemas.stream().findAny().isPresent()
                                ? "No business metrics: tables are mapped, but there is no bean of type DataSource."
                                : "No business metrics: no table is mapped. Set {}.users.table, .id and .created-at, or"
                                        + " .users.entity, and so for payments, activity and others.",
                        AxisorMetricsProperties.SCHEMA);
    }
}
