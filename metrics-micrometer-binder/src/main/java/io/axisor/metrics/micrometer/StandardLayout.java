package io.axisor.metrics.micrometer;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One series for each measurement that has a value: its name (key, window, statistic) behind the prefix, its tags,
 * {@code ratio} or {@code seconds} as the base unit. Other units are said by the name; a currency is a tag.
 */
final class StandardLayout implements MeterLayout {

    private final String prefix;
    private final MetricsRefresher refresher;

    StandardLayout(String prefix, MetricsRefresher refresher) {
        this.prefix = prefix;
        this.refresher = refresher;
    }

    @Override
    public List<Series> series(MetricsSnapshot snapshot) {
        return snapshot.measurements().stream()
                .flatMap(measurement -> measurement.value().stream().map(value -> series(measurement, value)))
                .toList();
    }

    private Series series(Measurement measurement, BigDecimal value) {
        MetricDefinition definition = measurement.definition();
        return new Series(
                prefix + "." + measurement.name(),
                measurement.tags(),
                value,
                baseUnit(definition.unit()),
                description(definition));
    }

    private static Optional<String> baseUnit(MetricUnit unit) {
        return unit.isBaseUnit() ? Optional.of(unit.name()) : Optional.empty();
    }

    private String description(MetricDefinition definition) {
        String words = definition.description();
        return words + (words.endsWith(".") ? " " : ". ") + "Refreshed every " + interval(definition) + ".";
    }

    private String interval(MetricDefinition definition) {
        List<Duration> intervals =
                contributors(definition).map(refresher::interval).sorted().toList();
        String shortest = inWords(intervals.get(0));
        String longest = inWords(intervals.get(intervals.size() - 1));
        return shortest.equals(longest) ? shortest : shortest + " to " + longest;
    }

    /** Every domain leaves rows out and contributes to data.issues and data.left.out, whichever they are listed under. */
    private Stream<String> contributors(MetricDefinition definition) {
        List<String> domains = refresher.metrics().domains();
        boolean ofOne = domains.contains(definition.domain())
                && !List.of(DataIssues.DEFINITION, DataIssues.LEFT_OUT).contains(definition);
        return ofOne ? Stream.of(definition.domain()) : domains.stream();
    }

    /** Such as 1m, 1h30m, 0.5s. */
    private static String inWords(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
