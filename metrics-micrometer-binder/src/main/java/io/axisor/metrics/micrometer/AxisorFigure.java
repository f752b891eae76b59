package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import io.axisor.metrics.value.MetricDefinition;
import io.axisor.metrics.value.MetricUnit;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number of the Axisor dashboards, taken from the measurements of one metric: shares in percent, durations in milliseconds,
 * parts added up.
 *
 * @param definition the metric
 * @param window its window, null for a state at an instant
 * @param statistic its statistic, null for a metric that is one number
 * @param only the value that its first tag must have, null for any
 */
record AxisorFigure(
        MetricDefinition definition,
        @Nullable Window window,
        @Nullable Statistic statistic,
        @Nullable String only) {

    static AxisorFigure of(MetricDefinition definition, @Nullable Window window) {
        return new AxisorFigure(definition, window, null, null);
    }

    AxisorFigure only(String tagValue) {
        return new AxisorFigure(definition, window, statistic, tagValue);
    }

    AxisorFigure statistic(Statistic newStatistic) {
        return new AxisorFigure(definition, window, newStatistic, only);
    }

    /** The number over all values of its tags; empty where it is not known. */
    Optional<BigDecimal> whole(MetricsSnapshot snapshot, Optional<String> currency) {
        return shown(measurements(snapshot, currency).toList());
    }

    /** The numbers by the value of a tag; without those that are not known. */
    SortedMap<String, BigDecimal> parts(MetricsSnapshot snapshot, Optional<String> currency, String tag) {
        SortedMap<String, BigDecimal> parts = new TreeMap<>();
        measurements(snapshot, currency)
                .forEach(m -> m.value()
                        .ifPresent(value -> Optional.ofNullable(m.tags().get(tag))
                                .ifPresent(part -> parts.merge(part, scaled(value), BigDecimal::add))));
        return parts;
    }

    private Stream<Measurement> measurements(MetricsSnapshot snapshot, Optional<String> currency) {
        return snapshot.find(definition.key(), window).stream()
                .filter(m -> m.statistic().equals(Optional.ofNullable(statistic)))
                .filter(m -> only == null
                        || m.tags().isEmpty()
                        || only.equals(m.tags().get(definition.tagKeys().get(0))))
                .filter(m -> currency.isEmpty() || currency(m).isEmpty() || currency.equals(currency(m)));
    }

    private static Optional<String> currency(Measurement measurement) {
        return Optional.ofNullable(measurement.tags().get(MeasurementRecorder.CURRENCY));
    }

    /** 0 where the definition has no value, as Axisor's own service showed it; nothing where the value is not known. */
    private Optional<BigDecimal> shown(List<Measurement> measurements) {
        boolean severalCurrencies = measurements.stream()
                        .map(AxisorFigure::currency)
                        .flatMap(Optional::stream)
                        .distinct()
                        .count()
                > 1;
        if (measurements.isEmpty() || severalCurrencies) {
            return Optional.empty();
        }
        boolean isUndefined =
                measurements.stream().allMatch(m -> m.status() == Status.UNDEFINED || m.status() == Status.NO_DATA);
        return isUndefined
                ? Optional.of(BigDecimal.ZERO)
                : measurements.stream()
                        .map(Measurement::value)
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal::add)
                        .map(this::scaled);
    }

    private BigDecimal scaled(BigDecimal value) {
        MetricUnit unit = definition.unit();
        if (unit.equals(MetricUnit.RATIO)) {
            return value.movePointRight(2);
        }
        return unit.equals(MetricUnit.SECONDS) ? value.movePointRight(3) : value;
    }
}
