package io.axisor.metrics.definition;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.ConfidenceInterval;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric with its provenance: definition, window, tags, what it was computed from, for which instant
 * and when; or the status and the reason why there is no value. Immutable. Made by a {@link MeasurementRecorder}.
 */
public final class Measurement {

    private final MetricDefinition definition;
    private final @Nullable String variant;
    private final @Nullable Window window;
    private final @Nullable Statistic statistic;
    private final SortedMap<String, String> tags;
    private final AsOf at;
    private final Finding<BigDecimal> finding;
    private final @Nullable Ratio ratio;
    private final @Nullable ConfidenceInterval interval;
    private final Set<MeasurementFlag> flags;

    Measurement(Draft draft) {
        this.definition = draft.definition;
        this.variant = draft.variant;
        this.window = draft.window;
        this.statistic = draft.statistic;
        this.tags = Collections.unmodifiableSortedMap(new TreeMap<>(draft.tags));
        this.at = draft.at;
        this.finding = draft.finding;
        this.ratio = draft.ratio;
        this.interval = draft.interval;
        this.flags = Collections.unmodifiableSet(flags(draft));
    }

    private static Set<MeasurementFlag> flags(Draft draft) {
        Set<MeasurementFlag> flags = EnumSet.noneOf(MeasurementFlag.class);
        if (draft.finding.status().hasValue()) {
            flags.addAll(draft.flags);
        }
        if (draft.window != null && !draft.window.isComplete()) {
            flags.add(MeasurementFlag.RUNNING);
        }
        return flags;
    }

    /**
     * What the value means.
     *
     * @return the definition
     */
    public MetricDefinition definition() {
        return definition;
    }

    /**
     * The definition's key and, where a metric has several ways to be computed, which one it was.
     *
     * @return such as {@code users.active} or {@code revenue.mrr/payments}
     */
    public String definitionId() {
        return variant == null ? definition.key() : definition.key() + "/" + variant;
    }

    /**
     * The window.
     *
     * @return the window; empty for a state at an instant
     */
    public Optional<Window> window() {
        return Optional.ofNullable(window);
    }

    /**
     * Which statistic of a distribution the value is.
     *
     * @return the statistic; empty for a metric that is one number
     */
    public Optional<Statistic> statistic() {
        return Optional.ofNullable(statistic);
    }

    /**
     * The range that the window covers.
     *
     * @return the range; empty for a state at an instant
     */
    public Optional<TimeRange> range() {
        return window().map(at::range);
    }

    /**
     * Whether the window is over.
     *
     * @return false for running calendar windows, true otherwise
     */
    public boolean isComplete() {
        return !flags.contains(MeasurementFlag.RUNNING);
    }

    /**
     * The tags.
     *
     * @return tag values by key, in alphabetical order; empty for a tagged metric that has no value
     */
    public SortedMap<String, String> tags() {
        return tags;
    }

    /**
     * The instant {@code t} that the value is computed for.
     *
     * @return the instant
     */
    public Instant asOf() {
        return at.instant();
    }

    /**
     * When the value was computed.
     *
     * @return the instant
     */
    public Instant computedAt() {
        return at.computedAt();
    }

    /**
     * The value or why there is none.
     *
     * @return the finding
     */
    public Finding<BigDecimal> finding() {
        return finding;
    }

    /**
     * The value.
     *
     * @return the value, money in major units; empty where the status has none
     */
    public Optional<BigDecimal> value() {
        return finding.value();
    }

    /**
     * The status.
     *
     * @return the status
     */
    public Status status() {
        return finding.status();
    }

    /**
     * Why the status is not {@link Status#OK}.
     *
     * @return the reason; empty when it is OK
     */
    public Optional<String> reason() {
        return finding.reason();
    }

    /**
     * Numerator and denominator of a value that is a quotient: a ratio, or an average amount.
     *
     * @return the exact quotient; empty for other metrics and where there is no value
     */
    public Optional<Ratio> ratio() {
        return Optional.ofNullable(ratio);
    }

    /**
     * The confidence interval of a ratio of counts.
     *
     * @return the interval; empty for everything else
     */
    public Optional<ConfidenceInterval> interval() {
        return Optional.ofNullable(interval);
    }

    /**
     * Whether a ratio of counts rests on fewer than the minimum sample, so that it means little.
     *
     * @return the flag; false for everything else
     */
    public boolean isSmallSample() {
        return flags.contains(MeasurementFlag.SMALL_SAMPLE);
    }

    /**
     * What to bear in mind of the value.
     *
     * @return the flags, in the order of the enumeration; without a value only {@link MeasurementFlag#RUNNING}, which is a
     *     flag of the window
     */
    public Set<MeasurementFlag> flags() {
        return flags;
    }

    /**
     * What the number counts or measures, money by its currency.
     *
     * @return the unit's name, or the currency code
     */
    public String unit() {
        String currency = definition.unit().equals(MetricUnit.MONEY) ? tags.get("currency") : null;
        return currency == null ? definition.unit().name() : currency;
    }

    /**
     * The name without a prefix.
     *
     * @return key, window and statistic, each where there is one, as dotted segments, such as {@code users},
     *     {@code users.active.30d} or {@code automations.duration.24h.p95}
     */
    public String name() {
        return definition.name(window(), statistic());
    }

    /**
     * The same measurement with another finding, for whoever decides that a value has aged.
     *
     * @param change such as {@code finding -> finding.stale(reason)}
     * @return a measurement of the same provenance; without a value it has no quotient either
     */
    public Measurement withFinding(UnaryOperator<Finding<BigDecimal>> change) {
        Draft draft = new Draft(definition, window, tags, at, change.apply(finding));
        draft.variant = variant;
        draft.statistic = statistic;
        if (draft.finding.status().hasValue()) {
            draft.ratio = ratio;
            draft.interval = interval;
            draft.flags.addAll(flags);
        }
        return new Measurement(draft);
    }

    /** The same, with more to bear in mind. */
    Measurement withFlags(Set<MeasurementFlag> more) {
        Draft draft = new Draft(definition, window, tags, at, finding);
        draft.variant = variant;
        draft.statistic = statistic;
        draft.ratio = ratio;
        draft.interval = interval;
        draft.flags.addAll(flags);
        draft.flags.addAll(more);
        return new Measurement(draft);
    }

    @Override
    public String toString() {
        return name() + (tags.isEmpty() ? "" : tags) + " " + finding;
    }

    /** What a measurement is made of, while it is being made. */
    static final class Draft {
        final MetricDefinition definition;
        final @Nullable Window window;
        final Map<String, String> tags;
        final AsOf at;
        final Finding<BigDecimal> finding;

        @Nullable
        String variant;

        @Nullable
        Statistic statistic;

        @Nullable
        Ratio ratio;

        @Nullable
        ConfidenceInterval interval;

        final Set<MeasurementFlag> flags = EnumSet.noneOf(MeasurementFlag.class);

        Draft(
                MetricDefinition definition,
                @Nullable Window window,
                Map<String, String> tags,
                AsOf at,
                Finding<BigDecimal> finding) {
            this.definition = definition;
            this.window = window;
            this.tags = tags;
            this.at = at;
            this.finding = finding;
        }
    }
}
