package io.axisor.metrics.spring;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.micrometer.MeterLayout;
import io.axisor.metrics.micrometer.RegistryHttpRequests;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshLease;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.spring.AxisorMetricsProperties.Layout;
import io.axisor.metrics.spring.AxisorMetricsProperties.Lease;
import io.axisor.metrics.spring.AxisorMetricsProperties.Refresh;
import io.axisor.metrics.system.HttpRequestSource;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** From facts to meters; each bean is there if the one that it stands on is. */
@Configuration(proxyBeanMethods = false)
class MeasuringConfiguration {

    private static final String CORRECT = "Correct the properties below " + AxisorMetricsProperties.PREFIX + ".";

    /** Asks for the registry at the first refresh only: registries are not finished while beans are made. */
    @Bean
    @ConditionalOnBean(MetricsDataSource.class)
    @ConditionalOnMissingBean
    HttpRequestSource httpRequestSource(ObjectProvider<MeterRegistry> registries) {
        SingletonSupplier<HttpRequestSource> requests = SingletonSupplier.of(() -> {
            MeterRegistry registry = registries.getIfUnique();
            return registry == null ? HttpRequestSource.NONE : RegistryHttpRequests.of(registry);
        });
        return at -> requests.obtain().requests(at);
    }

    @Bean
    @ConditionalOnBean(MetricsDataSource.class)
    @ConditionalOnMissingBean
    BusinessMetrics businessMetrics(
            MetricsDataSource source,
            HttpRequestSource requests,
            ObjectProvider<MetricsDomain> domains,
            AxisorMetricsProperties properties) {
        BusinessMetrics.Builder metrics = BusinessMetrics.builder(source, properties.zone())
                .grossMargin(properties.grossMargin())
                .longestLifetimeInMonths(properties.longestLifetimeMonths())
                .httpRequests(requests);
        domains.orderedStream().forEach(metrics::domain);
        return UnusableMetricsException.orThrow(
                () -> metrics.rules(properties.rules().measurementRules()).build(), CORRECT);
    }

    @Bean
    @ConditionalOnBean(BusinessMetrics.class)
    @ConditionalOnMissingBean
    MetricsRefresher metricsRefresher(
            BusinessMetrics metrics,
            ObjectProvider<RefreshLease> leases,
            ObjectProvider<RefreshListener> listeners,
            AxisorMetricsProperties properties) {
        Refresh refresh = properties.refresh();
        MetricsRefresher.Builder builder =
                MetricsRefresher.builder(metrics).interval(refresh.interval()).jitter(refresh.jitter());
        refresh.intervals().forEach(builder::interval);
        if (refresh.staleAfter() != null) {
            builder.staleAfter(refresh.staleAfter());
        }
        lease(leases, refresh.lease()).ifPresent(builder::lease);
        MetricsRefresher refresher = UnusableMetricsException.orThrow(builder::build, CORRECT);
        listeners.orderedStream().forEach(refresher::addListener);
        return refresher;
    }

    /** Several leases would be as good as none, and every replica compute. */
    private static Optional<RefreshLease> lease(ObjectProvider<RefreshLease> leases, Lease wanted) {
        if (wanted == Lease.OFF) {
            return Optional.empty();
        }
        RefreshLease lease = leases.getIfUnique();
        boolean isNone = leases.stream().findAny().isEmpty();
        if (lease == null && (wanted == Lease.REQUIRED || !isNone)) {
            throw new UnusableMetricsException(
                    isNone
                            ? "There is no bean of type RefreshLease, by which replicas agree on who computes."
                            : "There are several beans of type RefreshLease and none is primary.",
                    "Make one, or make one primary; without replicas, set " + AxisorMetricsProperties.PREFIX
                            + ".refresh.lease=off.");
        }
        return Optional.ofNullable(lease);
    }

    @Bean
    @ConditionalOnBean(MetricsRefresher.class)
    @ConditionalOnMissingBean
    RefreshLifecycle refreshLifecycle(MetricsRefresher refresher) {
        return new RefreshLifecycle(refresher);
    }

    @Bean
    @ConditionalOnBean(MetricsRefresher.class)
    @ConditionalOnMissingBean
    BusinessMetricsBinder businessMetricsBinder(
            MetricsRefresher refresher, ObjectProvider<MeterLayout> layouts, AxisorMetricsProperties properties) {
        BusinessMetricsBinder.Builder binder = BusinessMetricsBinder.builder(refresher)
                .prefix(properties.prefix())
                .seriesCap(properties.seriesCap())
                .tags(tags(properties));
        return UnusableMetricsException.orThrow(
                () -> {
                    lay(binder, properties);
                    layouts.orderedStream().forEach(binder::layout);
                    return binder.build();
                },
                CORRECT);
    }

    private static void lay(BusinessMetricsBinder.Builder binder, AxisorMetricsProperties properties) {
        if (properties.layout() == Layout.AXISOR) {
            binder.withoutStandardLayout();
        }
        if (properties.layout() != Layout.STANDARD) {
            String currency = properties.layoutCurrency();
            binder.layout(currency == null ? MeterLayout.axisor() : MeterLayout.axisor(CurrencyUnit.of(currency)));
        }
    }

    private static Tags tags(AxisorMetricsProperties properties) {
        return Tags.of(properties.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
    }
}
