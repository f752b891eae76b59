package io.axisor.metrics.definition;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the measurements of one domain at one instant: gives each finding its definition, window, tags, interval and
 * flags. Used by one thread; the list it ends with is immutable.
 */
public final class MeasurementRecorder {

    /** The tag of every money metric. */
    public static final String CURRENCY = "currency";

    private final AsOf at;
    private final MeasurementRules rules;
    private final LeftOutJudge judge;
    private final Set<MeasurementFlag> flags = EnumSet.noneOf(MeasurementFlag.class);
    private final Set<MeasurementFlag> inherited = EnumSet.noneOf(MeasurementFlag.class);
    private final List<Measurement> measurements = new ArrayList<>();

    /**
     * A recorder of facts that nothing speaks against.
     *
     * @param at the instant
     * @param rules how intervals, flags and folds are made
     */
    public MeasurementRecorder(AsOf at, MeasurementRules rules) {
        this(at, rules, DataIssues.NONE);
    }

    /**
     * A recorder.
     *
     * @param at the instant
     * @param rules how intervals, flags and folds are made
     * @param issues what speaks against the facts, for the flags; {@link #issues} records it
     */
    public MeasurementRecorder(AsOf at, MeasurementRules rules, DataIssues issues) {
        this.at = at;
        this.rules = rules;
        this.judge = new LeftOutJudge(issues.leftOut(), rules.leftOut());
        if (!issues.oneSnapshot()) {
            flags.add(MeasurementFlag.NOT_ONE_SNAPSHOT);
        }
    }

    /**
     * Flags what is recorded next as what it is computed from, until the next call. Small samples and running windows
     * belong to a single value and are not passed on.
     *
     * @param sources the measurements that the next ones are computed from
     */
    public void computedFrom(Collection<Measurement> sources) {
        inherited.clear();
        sources.forEach(source -> inherited.addAll(source.flags()));
        inherited.retainAll(EnumSet.of(MeasurementFlag.LEFT_OUT, MeasurementFlag.NOT_ONE_SNAPSHOT));
    }

    /**
     * Records a number.
     *
     * @param definition what it means
     * @param window its window, null for a state at an instant
     * @param tags its tags
     * @param finding the number, or why there is none
     */
    public void number(
            MetricDefinition definition,
            @Nullable Window window,
            Map<String, String> tags,
            Finding<? extends Number> finding) {
        add(definition, window, tags, finding.map(MeasurementRecorder::exact), draft -> {});
    }

    /**
     * Records the parts of a breakdown, the long tail folded.
     *
     * @param definition what they mean; its last tag is the dimension
     * @param window their window, null for a state at an instant
     * @param tags the tags before the dimension
     * @param finding the breakdown, or why there is none
     */
    public void breakdown(
            MetricDefinition definition,
            @Nullable Window window,
            Map<String, String> tags,
            Finding<Breakdown> finding) {
        folded(definition, window, tags, finding.map(whole -> whole.top(rules.topValues())));
    }

    private void folded(
            MetricDefinition definition,
            @Nullable Window window,
            Map<String, String> tags,
            Finding<Breakdown> finding) {
        if (finding.value().isEmpty()) {
            number(definition, window, Map.of(), finding.map(Breakdown::total));
            return;
        }
        String dimension = definition.tagKeys().get(definition.tagKeys().size() - 1);
        shown(finding.get()).forEach((value, amount) -> {
            Map<String, String> withDimension = new TreeMap<>(tags);
            withDimension.put(dimension, value);
            number(definition, window, withDimension, finding.map(whole -> amount));
        });
    }

    /**
     * Records breakdowns of one dimension side by side, one for each value of another tag. The long tail is folded alike
     * in all of them, by the sum over all.
     *
     * @param definition what they mean; its first tag is the other one, its last the dimension
     * @param window their window, null for a state at an instant
     * @param finding the breakdowns by the value of the other tag, or why there are none
     */
    public void breakdowns(
            MetricDefinition definition, @Nullable Window window, Finding<Map<String, Breakdown>> finding) {
        Finding<Breakdown> whole = finding.map(byTag ->
                byTag.values().stream().reduce(Breakdown.NONE, Breakdown::plus).top(rules.topValues()));
        if (whole.value().isEmpty()) {
            folded(definition, window, Map.of(), whole);
            return;
        }
        String other = definition.tagKeys().get(0);
        new TreeMap<>(finding.get())
                .forEach((value, parts) -> folded(
                        definition, window, Map.of(other, value), finding.map(all -> parts.foldedLike(whole.get()))));
    }

    /**
     * Records a quotient, with its interval and small-sample flag where it is one of counts.
     *
     * @param definition what it means
     * @param window its window, null for a state at an instant
     * @param tags its tags
     * @param finding the quotient, or why there is none
     */
    public void ratio(
            MetricDefinition definition, @Nullable Window window, Map<String, String> tags, Finding<Ratio> finding) {
        add(
                definition,
                window,
                tags,
                finding.map(Ratio::value),
                draft -> finding.value().ifPresent(ratio -> {
                    draft.ratio = ratio;
                    draft.interval = ratio.interval(rules.confidence()).orElse(null);
                    if (ratio.ofCounts()
                            && ratio.denominator().compareTo(BigDecimal.valueOf(rules.minimumSample())) < 0) {
                        draft.flags.add(MeasurementFlag.SMALL_SAMPLE);
                    }
                }));
    }

    /**
     * Records what is told of durations: every statistic of the definition.
     *
     * @param definition what they mean, a metric of {@link MetricUnit#SECONDS} with statistics
     * @param window their window
     * @param finding the durations, or why there are none
     */
    public void durations(MetricDefinition definition, Window window, Finding<DurationHistogram> finding) {
        for (Statistic statistic : definition.statistics()) {
            statistic(definition, window, statistic, finding.flatMap(durations -> durations.seconds(statistic)));
        }
    }

    /**
     * Records one statistic of a distribution that has no tags.
     *
     * @param definition what it means
     * @param window its window
     * @param statistic which statistic
     * @param finding the number, or why there is none
     */
    public void statistic(
            MetricDefinition definition, Window window, Statistic statistic, Finding<? extends Number> finding) {
        add(
                definition,
                window,
                Map.of(),
                finding.map(MeasurementRecorder::exact),
                draft -> draft.statistic = statistic);
    }

    /**
     * Records an amount of money under its currency.
     *
     * @param definition what it means, a metric of {@link MetricUnit#MONEY}
     * @param window its window, null for a state at an instant
     * @param money the amount
     */
    public void money(MetricDefinition definition, @Nullable Window window, Money money) {
        number(definition, window, Map.of(CURRENCY, money.currency().code()), Finding.ok(asShown(money)));
    }

    /**
     * Records an amount at an instant that is measured in one of several ways.
     *
     * @param definition the metric
     * @param variant which way, for the definition id
     * @param money the amount
     */
    public void money(MetricDefinition definition, String variant, Money money) {
        add(
                definition,
                null,
                Map.of(CURRENCY, money.currency().code()),
                Finding.ok(asShown(money)),
                draft -> draft.variant = variant);
    }

    /**
     * Records an amount of money broken down by a dimension.
     *
     * @param definition what it means; its tags are the currency and then the dimension
     * @param variant which way to compute it was taken, null if there is one only
     * @param currency the currency
     * @param amounts exact amounts in major units
     */
    public void moneyBreakdown(
            MetricDefinition definition, @Nullable String variant, CurrencyUnit currency, Breakdown amounts) {
        String dimension = definition.tagKeys().get(definition.tagKeys().size() - 1);
        shown(amounts.top(rules.topValues()))
                .forEach((value, amount) -> add(
                        definition,
                        null,
                        Map.of(CURRENCY, currency.code(), dimension, value),
                        Finding.ok(asShown(new Money(amount, currency))),
                        draft -> draft.variant = variant));
    }

    /**
     * Records the rows that were left out, by check, and their shares of those that came to be in a window.
     *
     * @param issues the rows
     */
    public void issues(DataIssues issues) {
        issues.rowsByCheck()
                .forEach((check, rows) ->
                        number(DataIssues.DEFINITION, null, Map.of(DataIssues.CHECK, check), Finding.ok(rows)));
        for (LeftOutRows rows : issues.leftOut()) {
            RowSpan span = rows.span();
            if (span.axis().isOfBirths()
                    && !span.isBefore()
                    && DataIssues.LEFT_OUT.windows().contains(span.window())) {
                ratio(
                        DataIssues.LEFT_OUT,
                        span.window(),
                        Map.of(DataIssues.TABLE, span.axis().table()),
                        rows.share());
            }
        }
    }

    /**
     * The measurements so far.
     *
     * @return an immutable list, in the order of recording
     */
    public List<Measurement> measurements() {
        return List.copyOf(measurements);
    }

    private void add(
            MetricDefinition definition,
            @Nullable Window window,
            Map<String, String> tags,
            Finding<BigDecimal> finding,
            Consumer<Measurement.Draft> provenance) {
        checkTags(definition, tags, finding);
        LeftOutJudge.Verdict verdict = judge.verdict(definition, window);
        boolean isUndefined = verdict.whyUndefined().isPresent() && LeftOutJudge.isOfRows(finding.status());
        Measurement.Draft draft = new Measurement.Draft(
                definition,
                window,
                tags,
                at,
                isUndefined ? Finding.undefined(verdict.whyUndefined().orElseThrow()) : finding);
        draft.flags.addAll(flags);
        draft.flags.addAll(inherited);
        draft.flags.addAll(verdict.flags());
        provenance.accept(draft);
        if (isUndefined) {
            draft.ratio = null;
            draft.interval = null;
        }
        measurements.add(new Measurement(draft));
    }

    /** The parts that are shown; of nothing at all, a 0 that belongs to no value. */
    private static SortedMap<String, BigDecimal> shown(Breakdown folded) {
        SortedMap<String, BigDecimal> parts = folded.parts();
        return parts.isEmpty() ? new TreeMap<>(Map.of(Breakdown.UNSPECIFIED, BigDecimal.ZERO)) : parts;
    }

    /** One fixed set of tag keys for a name: registries drop what differs, silently. */
    private static void checkTags(MetricDefinition definition, Map<String, String> tags, Finding<BigDecimal> finding) {
        if (finding.status().hasValue() && !tags.keySet().equals(Set.copyOf(definition.tagKeys()))) {
            throw new IllegalArgumentException(definition.key() + " is defined with the tags " + definition.tagKeys()
                    + ", not with " + tags.keySet());
        }
    }

    /** At least the digits of the currency's minor unit, and no trailing zeros beyond them. */
    private static BigDecimal asShown(Money money) {
        BigDecimal plain = money.amount().stripTrailingZeros();
        return plain.setScale(Math.max(plain.scale(), money.currency().digits()));
    }

    private static BigDecimal exact(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
