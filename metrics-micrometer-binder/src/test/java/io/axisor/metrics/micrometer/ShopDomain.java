package io.axisor.metrics.micrometer;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A domain of a host's own whose values, failures and delays the test decides. */
final class ShopDomain implements MetricsDomain {

    static final String NAME = "shop";

    static final MetricDefinition ORDERS = MetricDefinition.of(NAME, "orders", new MetricUnit("orders"))
            .tags("channel")
            .describedAs("Orders, by the channel they came through");

    static final MetricDefinition RETURNS = MetricDefinition.of(NAME, "orders.returned", MetricUnit.RATIO)
            .windows(Window.ROLLING_30D, Window.THIS_WEEK)
            .describedAs("Orders sent back ÷ orders.");

    static final MetricDefinition PACKING = MetricDefinition.of(NAME, "packing", MetricUnit.SECONDS)
            .windows(Window.ROLLING_24H)
            .describedAs("Mean time to pack");

    static final MetricDefinition DELIVERY = MetricDefinition.of(NAME, "delivery", MetricUnit.SECONDS)
            .windows(Window.ROLLING_24H, Window.THIS_WEEK)
            .statistics(Statistic.MEAN, Statistic.P50, Statistic.P95, Statistic.MAX)
            .describedAs("How long deliveries took");

    static final MetricDefinition PARCELS = MetricDefinition.of(NAME, "parcels", new MetricUnit("parcels"))
            .windows(Window.ROLLING_30D)
            .tags("outcome", "carrier")
            .describedAs("Parcels handed over, by how that ended and by carrier");

    final AtomicInteger calls = new AtomicInteger();

    private volatile Consumer<MeasurementRecorder> script = recorder -> {};

    /** From now on the domain records what the script says. */
    void records(Consumer<MeasurementRecorder> newScript) {
        script = newScript;
    }

    /** From now on there are orders of these channels, and nothing else. */
    void hasOrders(Map<String, Long> byChannel) {
        Map<String, BigDecimal> orders = new HashMap<>();
        byChannel.forEach((channel, number) -> orders.put(channel, BigDecimal.valueOf(number)));
        Finding<Breakdown> found = Finding.ok(Breakdown.NONE.plusAll(orders));
        records(recorder -> recorder.breakdown(ORDERS, null, Map.of(), found));
    }

    /** From now on a share of orders comes back. */
    void hasReturns(long returned, long of) {
        records(recorder -> recorder.ratio(
                RETURNS, Window.ROLLING_30D, Map.of(), Ratio.ofCounts(returned, of, "no orders in the window")));
    }

    /** From now on nothing can be had. */
    void fails() {
        records(recorder -> {
            throw new MetricsDataException("the shop is on fire; call the fire brigade");
        });
    }

    /** From now on a measurement takes until the latch opens. */
    void hangsUntil(CountDownLatch latch) {
        records(recorder -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MetricsDataException("interrupted", e);
            }
        });
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<MetricDefinition> definitions() {
        return List.of(ORDERS, RETURNS, PACKING, DELIVERY, PARCELS);
    }

    @Override
    public DomainMetrics measure(AsOf at, MeasurementRules rules) {
        calls.incrementAndGet();
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules);
        script.accept(recorder);
        return new DomainMetrics(NAME, at, recorder.measurements());
    }

    /** Metrics of this domain; the library's own are there, and unavailable. */
    BusinessMetrics metrics() {
        return metrics(MeasurementRules.DEFAULT);
    }

    BusinessMetrics metrics(MeasurementRules rules) {
        return BusinessMetrics.builder(InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                .rules(rules)
                .domain(this)
                .build();
    }

    /** A refresher of this domain that refreshes when it is told to. */
    MetricsRefresher refresher() {
        return MetricsRefresher.builder(metrics()).build();
    }
}
