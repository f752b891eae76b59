package io.axisor.metrics.spring;

import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.spring.EndpointAnswer.Definition;
import io.axisor.metrics.spring.EndpointAnswer.Domain;
import io.axisor.metrics.spring.EndpointAnswer.Everything;
import io.axisor.metrics.spring.EndpointAnswer.Metric;
import io.axisor.metrics.spring.EndpointAnswer.Value;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * What is shown, where it comes from and how old it is. Tells what was computed last; never computes, and never reaches the
 * database.
 */
@Endpoint(id = "businessmetrics")
final class BusinessMetricsEndpoint {

    private final MetricsRefresher refresher;

    BusinessMetricsEndpoint(MetricsRefresher refresher) {
        this.refresher = refresher;
    }

    /** Everything, with and without a value; no values before the first refresh has ended. */
    @ReadOperation
    Everything everything() {
        return new Everything(refresher.health().stream().map(Domain::of).toList(), values(any -> true));
    }

    /** One metric by its key; null, which is answered as 404, if there is none. */
    @ReadOperation
    @Nullable
    Metric metric(@Selector String metric) {
        return refresher
                .metrics()
                .catalog()
                .find(metric)
                .map(definition -> new Metric(Definition.of(definition), values(definition::equals)))
                .orElse(null);
    }

    private List<Value> values(Predicate<MetricDefinition> wanted) {
        Instant now = refresher.metrics().clock().instant();
        return refresher.snapshot().measurements().stream()
                .filter(measurement -> wanted.test(measurement.definition()))
                .map(measurement -> Value.of(measurement, now))
                .toList();
    }
}
