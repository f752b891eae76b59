package io.axisor.metrics.trading;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.DomainMetrics;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import io.axisor.metrics.value.MeasurementRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;

/** The metrics of the trading domain at one instant. Immutable. */
public final class TradingMetrics extends DomainMetrics {

    private TradingMetrics(AsOf at, List<Measurement> measurements) {
        super(TradingDefinitions.DOMAIN, at, measurements);
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @param conventions how risk is reckoned
     * @return the metrics
     */
    public static TradingMetrics of(TradingFacts facts, AsOf at, MeasurementRules rules, RiskConventions conventions) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        recorder.issues(facts.issues());
        return new TradingMetrics(at, recorder.measurements());
    }

    @Override
    public TradingMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        return new TradingMetrics(at(), changed(change));
    }
}
