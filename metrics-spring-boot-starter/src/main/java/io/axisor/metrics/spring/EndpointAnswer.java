package io.axisor.metrics.spring;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementFlag;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the endpoint answers, as its readers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
interface EndpointAnswer {

    record Everything(List<Domain> domains, List<Value> values) implements EndpointAnswer {}

    record Metric(Definition definition, List<Value> values) implements EndpointAnswer {}

    /** How the refreshing of a domain fares. */
    record Domain(
            String domain,
            boolean up,
            boolean standby,
            @Nullable Instant lastSuccess,
            @Nullable Double ageInSeconds,
            @Nullable String lastFailure)
            implements EndpointAnswer {

        static Domain of(DomainHealth health) {
            return new Domain(
                    health.domain(),
                    health.up(),
                    health.standby(),
                    health.lastSuccess().orElse(null),
                    health.age().map(EndpointAnswer::seconds).orElse(null),
                    health.lastFailure().orElse(null));
        }
    }

    record Definition(
            String metric,
            String domain,
            String unit,
            List<String> windows,
            List<String> statistics,
            List<String> tags,
            String description)
            implements EndpointAnswer {

        static Definition of(MetricDefinition definition) {
            return new Definition(
                    definition.key(),
                    definition.domain(),
                    definition.unit().name(),
                    definition.windows().stream().map(Window::key).toList(),
                    definition.statistics().stream().map(Statistic::key).toList(),
                    definition.tagKeys(),
                    definition.description());
        }
    }

    record Value(
            String metric,
            @Nullable String window,
            @Nullable String statistic,
            Map<String, String> tags,
            @Nullable BigDecimal value,
            String unit,
            Status status,
            @Nullable String reason,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable Interval interval,
            Set<MeasurementFlag> flags,
            Instant asOf,
            double ageInSeconds)
            implements EndpointAnswer {

        static Value of(Measurement measurement, Instant now) {
            return new Value(
                    measurement.definitionId(),
                    measurement.window().map(Window::key).orElse(null),
                    measurement.statistic().map(Statistic::key).orElse(null),
                    measurement.tags(),
                    measurement.value().orElse(null),
                    measurement.unit(),
                    measurement.status(),
                    measurement.reason().orElse(null),
                    measurement.ratio().map(Ratio::numerator).orElse(null),
                    measurement.ratio().map(Ratio::denominator).orElse(null),
                    measurement
                            .interval()
                            .map(bounds -> new Interval(
                                    bounds.lower(),
                                    bounds.upper(),
                                    bounds.level().level()))
                            .orElse(null),
                    measurement.flags(),
                    measurement.asOf(),
                    seconds(Duration.between(measurement.computedAt(), now)));
        }
    }

    /** The bounds between which a share lies, at a level of confidence. */
    record Interval(double lower, double upper, double level) implements EndpointAnswer {}

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
