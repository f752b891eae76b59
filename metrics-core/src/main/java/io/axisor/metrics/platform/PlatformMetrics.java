package io.axisor.metrics.platform;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.DomainMetrics;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import io.axisor.metrics.value.MeasurementRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** The metrics of the platform domain at one instant. Immutable. */
public final class PlatformMetrics extends DomainMetrics {

    private PlatformMetrics(AsOf at, List<Measurement> measurements) {
        super(PlatformDefinitions.DOMAIN, at, measurements);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static PlatformMetrics of(PlatformFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        recorder.issues(facts.issues());
        return new PlatformMetrics(at, recorder.measurements());
    }

    @Override
    public PlatformMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new PlatformMetrics(at(), changed(change));
    }

    /**
     * Distinct people who used each feature, {@code features.users}.
     *
     * @return a number by feature
     */
    public List<Measurement> featureUsers() {
        return all(PlatformDefinitions.FEATURE_USERS, ROLLING_30D);
    }
}
