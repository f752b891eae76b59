package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A number of the Axisor dashboards, taken from the measurements of one metric: shares in percent, durations in milliseconds,
 * parts added up.
 *
 * @param definition the metric
 * @param window its window, null for a state at an instant
 * @param statistic its statistic, null for a metric that is one number
 * @param only a value that one of its tags must have, null for any
 */
record AxisorFigure(
        MetricDefinition definition,
        @Nullable Window window,
        @Nullable Statistic statistic,
        @Nullable String only) {

    static AxisorFigure figure(MetricDefinition definition, @Nullable Window window) {
        return new AxisorFigure(definition, window, null, null);
    }

    AxisorFigure only(String tagValue) {
        return new AxisorFigure(definition, window, statistic, tagValue);
    }

    AxisorFigure statistic(Statistic newStatistic) {
        return new AxisorFigure(definition, window, newStatistic, only);
    }

    /**
     * The number over all values of its tags: 0 where the definition has no value, as Axisor's own service showed it; empty
     * where it is not known.
     */
    Optional<BigDecimal> whole(MetricsSnapshot snapshot, Optional<String> currency) {
        List<Measurement> found = measurements(snapshot, currency);
        boolean isUndefined = !found.isEmpty()
                && found.stream().allMatch(m -> m.status() == Status.UNDEFINED || m.status() == Status.NO_DATA);
        return isUndefined
                ? Optional.of(BigDecimal.ZERO)
                : found.stream()
                        .map(Measurement::value)
                        .flatMap(Optional::stream)
                        .reduce(BigDecimal::add)
                        .map(this::scaled);
    }

    /** The numbers by the value of a tag; without those that are not known. */
    SortedMap<String, BigDecimal> parts(MetricsSnapshot snapshot, Optional<String> currency, String tag) {
        SortedMap<String, BigDecimal> parts = new TreeMap<>();
        for (Measurement measurement : measurements(snapshot, currency)) {
            measurement
                    .value()
                    .ifPresent(value ->
                            parts.merge(measurement.tags().getOrDefault(tag, ""), scaled(value), BigDecimal::add));
        }
        return parts;
    }

    /** The measurements, of one currency or of none: unlike ones are never added. */
    private List<Measurement> measurements(MetricsSnapshot snapshot, Optional<String> currency) {
        List<Measurement> found = snapshot.find(definition.key(), window).stream()
                .filter(m -> m.statistic().equals(Optional.ofNullable(statistic)))
                .filter(m -> only == null || m.tags().isEmpty() || m.tags().containsValue(only))
                .filter(m -> currency.isEmpty()
                        || currency(m).isEmpty()
                        || currency(m).equals(currency))
                .toList();
        long currencies = found.stream()
                .map(AxisorFigure::currency)
                .flatMap(Optional::stream)
                .distinct()
                .count();
        return currencies > 1 ? List.of() : found;
    }

    private static Optional<String> currency(Measurement measurement) {
        return Optional.ofNullable(measurement.tags().get(MeasurementRecorder.CURRENCY));
    }

    private BigDecimal scaled(BigDecimal value) {
        MetricUnit unit = definition.unit();
        if (unit.equals(MetricUnit.RATIO)) {
            return value.movePointRight(2);
        }
        return unit.equals(MetricUnit.SECONDS) ? value.movePointRight(3) : value;
    }
}
