package io.axisor.metrics.testing.benchmarks.scrape;

import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** As many series as one likes: metrics with a tag of ten values. */
final class ShopDomain implements MetricsDomain {

    private static final int VALUES_OF_TAG = 10;

    private final List<MetricDefinition> definitions;
    private final Finding<Breakdown> sales;

    ShopDomain(int series) {
        definitions = IntStream.range(0, series / VALUES_OF_TAG)
                .mapToObj(i -> MetricDefinition.of(name(), "shop.sales.of.n" + i, MetricUnit.ONE)
                        .tags("product")
                        .describedAs("Sales of the shop's department " + i + ", by product"))
                .toList();
        Map<String, BigDecimal> parts = new HashMap<>();
        for (int i = 0; i < VALUES_OF_TAG; i++) {
            parts.put("product-" + i, BigDecimal.valueOf(1000 + i));
        }
        sales = Finding.ok(Breakdown.NONE.plusAll(parts));
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public List<MetricDefinition> definitions() {
        return definitions;
    }

    @Override
    public DomainMetrics measure(AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        definitions.forEach(definition -> recorder.breakdown(definition, null, Map.of(), sales));
        return new DomainMetrics(name(), at, recorder.measurements());
    }
}
