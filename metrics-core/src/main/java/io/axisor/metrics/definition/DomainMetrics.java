package io.axisor.metrics.definition;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one domain measured at one instant. Immutable; the domains of this library give their values names. */
public class DomainMetrics {

    private final String domain;
    private final AsOf at;
    private final List<Measurement> measurements;
    private final List<LeftOutRows> leftOut;

    /**
     * The measurements of a domain.
     *
     * @param domain the domain
     * @param at the instant it was measured at
     * @param measurements the measurements
     */
    public DomainMetrics(String domain, AsOf at, List<Measurement> measurements) {
        this(domain, at, measurements, List.of());
    }

    /**
     * The measurements of a domain, with the rows that it counted, for metrics that need several domains.
     *
     * @param domain the domain
     * @param at the instant it was measured at
     * @param measurements the measurements
     * @param leftOut how many rows fall into which windows, and how many of them were left out
     */
    public DomainMetrics(String domain, AsOf at, List<Measurement> measurements, List<LeftOutRows> leftOut) {
        this.domain = domain;
        this.at = at;
        this.measurements = List.copyOf(measurements);
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * The measurements judged by rows that other domains count, too: where many rows that a measurement rests on were left
     * out, it is flagged or undefined.
     *
     * @param counted rows of other domains, and how many of them were left out
     * @param limits how many may be
     * @return a list in the same order
     */
    protected final List<Measurement> judgedBy(List<LeftOutRows> counted, LeftOutLimits limits) {
        LeftOutJudge judge = new LeftOutJudge(counted, limits);
        return measurements.stream().map(judge::judge).toList();
    }

    /**
     * The domain.
     *
     * @return its name
     */
    public final String domain() {
        return domain;
    }

    /**
     * The instant that was measured.
     *
     * @return the instant
     */
    public final AsOf at() {
        return at;
    }

    /**
     * Every measurement, also those without a value.
     *
     * @return an immutable list
     */
    public final List<Measurement> measurements() {
        return measurements;
    }

    /**
     * The rows that the domain counted.
     *
     * @return how many fall into which windows, and how many of them were left out; empty for a domain that counts none
     */
    public final List<LeftOutRows> leftOut() {
        return leftOut;
    }

    /**
     * The same measurements with other findings, for whoever decides that values have aged.
     *
     * @param change such as {@code finding -> finding.stale(reason)}
     * @return metrics of the same type and provenance
     */
    public DomainMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new DomainMetrics(domain, at, changed(change), leftOut);
    }

    /**
     * The measurements with other findings.
     *
     * @param change the change
     * @return a list in the same order
     */
    protected final List<Measurement> changed(UnaryOperator<Finding<BigDecimal>> change) {
        return measurements.stream().map(m -> m.withFinding(change)).toList();
    }

    /**
     * A measurement by what it measures.
     *
     * @param definition the metric
     * @param window the window, null for a state at an instant
     * @param tags the tags
     * @return the measurement; empty if there is none of these tags
     */
    public final Optional<Measurement> find(
            MetricDefinition definition, @Nullable Window window, Map<String, String> tags) {
        return measurements.stream()
                .filter(m -> m.definition().key().equals(definition.key())
                        && m.window().equals(Optional.ofNullable(window))
                        && m.tags().equals(tags))
                .findFirst();
    }

    /**
     * A measurement that is always there: one of a metric that has no tags.
     *
     * @param definition the metric
     * @param window the window, null for a state at an instant
     * @return the measurement, whatever its status
     * @throws NoSuchElementException naming metric and window, if the metric is not measured over that window
     */
    protected final Measurement only(MetricDefinition definition, @Nullable Window window) {
        return find(definition, window, Map.of())
                .orElseThrow(() -> new NoSuchElementException(definition.key() + " is not measured over "
                        + (window == null ? "no window" : window.key()) + "; its windows are " + definition.windows()));
    }

    /**
     * A measurement that is always there: a statistic of a distribution that has no tags.
     *
     * @param definition the metric
     * @param window the window
     * @param statistic the statistic
     * @return the measurement, whatever its status
     * @throws NoSuchElementException naming metric, window and statistic, if it is not measured
     */
    protected final Measurement only(MetricDefinition definition, Window window, Statistic statistic) {
        return all(definition, window).stream()
                .filter(m -> m.statistic().equals(Optional.of(statistic)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(definition.key() + " over " + window.key() + " has no "
                        + statistic.key() + "; its windows are " + definition.windows() + ", its statistics "
                        + definition.statistics()));
    }

    /**
     * The measurements of a metric, one for each value of its tags.
     *
     * @param definition the metric
     * @param window the window, null for a state at an instant
     * @return an immutable list; one measurement without tags where the metric has no value
     */
    protected final List<Measurement> all(MetricDefinition definition, @Nullable Window window) {
        return measurements.stream()
                .filter(m -> m.definition().key().equals(definition.key())
                        && m.window().equals(Optional.ofNullable(window)))
                .toList();
    }
}
