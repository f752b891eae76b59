package io.axisor.metrics.testing.fire;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Finding;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** A domain of a host's own with one number, which a test makes up. */
final class ScriptedDomain implements MetricsDomain {

    static final String NAME = "scripted";

    static final MetricDefinition NUMBER = MetricDefinition.of(NAME, "scripted.number", new MetricUnit("things"))
            .describedAs("Whatever a test makes up");

    private final ToLongFunction<AsOf> script;

    ScriptedDomain(ToLongFunction<AsOf> script) {
        this.script = script;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MetricDefinition> definitions() {
        return List.of(NUMBER);
    }

    @Override
    public DomainMetrics measure(AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        recorder.number(NUMBER, null, Map.of(), Finding.ok(script.applyAsLong(at)));
        return new DomainMetrics(NAME, at, recorder.measurements());
    }

    /** Metrics of this domain; the library's own are there, and unavailable. */
    BusinessMetrics metrics(InstantSource clock) {
        return BusinessMetrics.builder(InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                .clock(clock)
                .domain(this)
                .build();
    }
}
