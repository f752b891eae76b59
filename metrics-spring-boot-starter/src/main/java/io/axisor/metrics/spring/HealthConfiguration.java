package io.axisor.metrics.spring;

import io.axisor.metrics.refresh.MetricsRefresher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The health indicator, whose type moved from Spring Boot 3 to 4; one of the two is there. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(MetricsRefresher.class)
@ConditionalOnProperty(prefix = AxisorMetricsProperties.PREFIX + ".health", name = "enabled", matchIfMissing = true)
class HealthConfiguration {

    private static RefreshHealth health(MetricsRefresher refresher, AxisorMetricsProperties properties) {
        return new RefreshHealth(refresher, properties.health().downOnFailure());
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.actuate.health.HealthIndicator.class)
    static class OfSpringBoot3 {

        @Bean
        @ConditionalOnMissingBean(name = "businessMetricsHealthIndicator")
        org.springframework.boot.actuate.health.HealthIndicator businessMetricsHealthIndicator(
                MetricsRefresher refresher, AxisorMetricsProperties properties) {
            RefreshHealth health = health(refresher, properties);
            return () -> (health.isDown()
                            ? org.springframework.boot.actuate.health.Health.down()
                            : org.springframework.boot.actuate.health.Health.up())
                    .withDetails(health.details())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(org.springframework.boot.health.contributor.HealthIndicator.class)
    static class OfSpringBoot4 {

        @Bean
        @ConditionalOnMissingBean(name = "businessMetricsHealthIndicator")
        org.springframework.boot.health.contributor.HealthIndicator businessMetricsHealthIndicator(
                MetricsRefresher refresher, AxisorMetricsProperties properties) {
            RefreshHealth health = health(refresher, properties);
            return () -> (health.isDown()
                            ? org.springframework.boot.health.contributor.Health.down()
                            : org.springframework.boot.health.contributor.Health.up())
                    .withDetails(health.details())
                    .build();
        }
    }
}
