package io.axisor.metrics.spring;

import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.jdbc.jpa.EntitySchema;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The mapping that properties write, in entities where there are any. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnMappedSchema.class)
@ConditionalOnMissingBean(MetricsSchema.class)
class SchemaConfiguration {

    private static MetricsSchema read(
            AxisorMetricsProperties properties, Function<Map<String, String>, MetricsSchema> reading) {
        return UnusableMetricsException.orThrow(
                () -> reading.apply(properties.schema()),
                "Correct the properties below " + AxisorMetricsProperties.SCHEMA + ".");
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnMissingClass("jakarta.persistence.EntityManagerFactory")
    static class Tables {

        @Bean
        MetricsSchema metricsSchema(AxisorMetricsProperties properties) {
            return read(properties, SchemaProperties::read);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(EntityManagerFactory.class)
    static class TablesAndEntities {

        @Bean
        MetricsSchema metricsSchema(
                AxisorMetricsProperties properties, ObjectProvider<EntityManagerFactory> factories) {
            return read(properties, schema -> EntitySchema.read(schema, () -> single(factories)));
        }

        private static EntityManagerFactory single(ObjectProvider<EntityManagerFactory> factories) {
            EntityManagerFactory factory = factories.getIfUnique();
            if (factory == null) {
                throw new IllegalArgumentException(
                        "there is not exactly one EntityManagerFactory, or one that is primary;"
                                + " make the schema yourself, as a bean of type MetricsSchema");
            }
            return factory;
        }
    }
}
