package io.axisor.metrics.automation;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.DomainMetrics;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import io.axisor.metrics.value.MeasurementRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** The metrics of the automation domain at one instant. Immutable. */
public final class AutomationMetrics extends DomainMetrics {

    private final Finding<BigDecimal> adopters;

    private AutomationMetrics(AsOf at, List<Measurement> measurements, Finding<BigDecimal> adopters) {
        super(AutomationDefinitions.DOMAIN, at, measurements);
        this.adopters = adopters;
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static AutomationMetrics of(AutomationFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        recorder.issues(facts.issues());
        return new AutomationMetrics(
                at, recorder.measurements(), facts.adopters().map(BigDecimal::valueOf));
    }

    @Override
    public AutomationMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new AutomationMetrics(at(), changed(change), change.apply(adopters));
    }

    /**
     * Distinct accounts that exist and have an active automation, the numerator of {@code automations.adoption}.
     *
     * @return their number
     */
    public Finding<BigDecimal> adopters() {
        return adopters;
    }
}
