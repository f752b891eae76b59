package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.tagsOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names and tags of measurements that have a statistic, or two tags. */
class StandardLayoutTest {

    private final ShopDomain shop = new ShopDomain();

    private <R extends MeterRegistry> R shown(R registry, Consumer<MeasurementRecorder> script) {
        return shown(registry, MeasurementRules.DEFAULT, script);
    }

    /** Binds, refreshes and leaves the gauges to the registry, which holds all they need. */
    private <R extends MeterRegistry> R shown(
            R registry, MeasurementRules rules, Consumer<MeasurementRecorder> script) {
        shop.records(script);
        try (MetricsRefresher refresher =
                MetricsRefresher.builder(shop.metrics(rules)).build()) {
            BusinessMetricsBinder.of(refresher).bindTo(registry);
            refresher.refresh();
        }
        return registry;
    }

    /** 1, 2, ..., 99 s and 1 h: mean 85.5. */
    private static Finding<DurationHistogram> deliveries() {
        return Finding.ok(DurationHistogram.of(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> i < 100 ? Duration.ofSeconds(i) : Duration.ofHours(1))
                .toList()));
    }

    @Test
    void everyStatisticIsAGaugeOfItsOwnNamedByTheLastSegment() {
        SimpleMeterRegistry registry = shown(new SimpleMeterRegistry(), recorder -> {
            recorder.durations(ShopDomain.DELIVERY, Window.ROLLING_24H, deliveries());
            recorder.durations(ShopDomain.DELIVERY, Window.THIS_WEEK, deliveries());
        });

        assertThat(registry.getMeters().stream()
                        .map(meter -> meter.getId().getName())
                        .filter(name -> name.startsWith("business.delivery")))
                .containsExactlyInAnyOrder(
                        "business.delivery.24h.mean",
                        "business.delivery.24h.p50",
                        "business.delivery.24h.p95",
                        "business.delivery.24h.max",
                        "business.delivery.this.week.mean",
                        "business.delivery.this.week.p50",
                        "business.delivery.this.week.p95",
                        "business.delivery.this.week.max");
        Gauge mean = registry.get("business.delivery.24h.mean").gauge();
        assertThat(mean.value()).isEqualTo(85.5);
        assertThat(mean.getId().getBaseUnit()).isEqualTo("seconds");
        assertThat(mean.getId().getDescription()).isEqualTo("How long deliveries took. Refreshed every 1m.");
        assertThat(mean.getId().getTags()).isEmpty();
        assertThat(registry.get("business.delivery.24h.max").gauge().value()).isEqualTo(3600.0);
        assertThat(registry.get("business.delivery.24h.p50").gauge().value()).isBetween(47.5, 52.5);
        assertThat(registry.get("business.delivery.24h.p95").gauge().value()).isBetween(90.25, 99.75);
    }

    @Test
    void inPrometheusTheUnitFollowsTheStatistic() {
        PrometheusMeterRegistry registry = shown(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                recorder -> recorder.durations(ShopDomain.DELIVERY, Window.ROLLING_24H, deliveries()));
        PrometheusText text = PrometheusText.parse(registry.scrape());

        assertThat(text.startingWith("business_delivery").keySet().stream().map(PrometheusText.Sample::name))
                .containsExactlyInAnyOrder(
                        "business_delivery_24h_mean_seconds",
                        "business_delivery_24h_p50_seconds",
                        "business_delivery_24h_p95_seconds",
                        "business_delivery_24h_max_seconds");
        assertThat(text.value("business_delivery_24h_mean_seconds", Map.of())).isEqualTo(85.5);
        assertThat(text.type("business_delivery_24h_max_seconds")).isEqualTo("gauge");
    }

    @Test
    void aStatisticWithoutAValueIsAbsentBesideThoseThatHaveOne() {
        SimpleMeterRegistry registry = shown(new SimpleMeterRegistry(), recorder -> {
            recorder.statistic(ShopDomain.DELIVERY, Window.ROLLING_24H, Statistic.MEAN, Finding.ok(7));
            recorder.statistic(
                    ShopDomain.DELIVERY, Window.ROLLING_24H, Statistic.P95, Finding.unavailable("no histogram"));
        });

        assertThat(registry.get("business.delivery.24h.mean").gauge().value()).isEqualTo(7.0);
        assertThat(registry.find("business.delivery.24h.p95").gauge()).isNull();
    }

    private static Breakdown carriers(Map<String, Integer> parcels) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        parcels.forEach((carrier, number) -> amounts.put(carrier, BigDecimal.valueOf(number)));
        return Breakdown.NONE.plusAll(amounts);
    }

    private static Map<String, Double> parcelsIn(MeterRegistry registry) {
        return registry.get("business.parcels.30d").gauges().stream()
                .collect(Collectors.toMap(
                        gauge -> String.join("/", new TreeMap<>(tagsOf(gauge)).values()), Gauge::value));
    }

    @Test
    void aBreakdownByTwoTagsIsASeriesForEachPairAndAllBearBoth() {
        SimpleMeterRegistry registry = shown(
                new SimpleMeterRegistry(),
                recorder -> recorder.breakdowns(
                        ShopDomain.PARCELS,
                        Window.ROLLING_30D,
                        Finding.ok(Map.of(
                                "delivered", carriers(Map.of("blue", 5, "red", 3)),
                                "lost", carriers(Map.of("blue", 1, "red", 0))))));

        assertThat(registry.get("business.parcels.30d").gauges())
                .allSatisfy(gauge -> assertThat(tagsOf(gauge)).containsOnlyKeys("outcome", "carrier"));
        assertThat(parcelsIn(registry))
                .isEqualTo(Map.of("blue/delivered", 5.0, "red/delivered", 3.0, "blue/lost", 1.0, "red/lost", 0.0));
    }

    @Test
    void theLongTailOfTheSecondTagIsFoldedAlikeUnderEveryValueOfTheFirst() {
        SimpleMeterRegistry registry = shown(
                new SimpleMeterRegistry(),
                new MeasurementRules(ConfidenceLevel.P95, 30, 2),
                recorder -> recorder.breakdowns(
                        ShopDomain.PARCELS,
                        Window.ROLLING_30D,
                        Finding.ok(Map.of(
                                "delivered", carriers(Map.of("blue", 9, "red", 8, "green", 1, "grey", 2)),
                                "lost", carriers(Map.of("blue", 5, "green", 3))))));

        assertThat(parcelsIn(registry))
                .isEqualTo(Map.of(
                        "blue/delivered", 9.0,
                        "red/delivered", 8.0,
                        "other/delivered", 3.0,
                        "blue/lost", 5.0,
                        "other/lost", 3.0));
    }

    @Test
    void prefixAndTagsOfTheBinderAreOnThemToo() {
        shop.records(recorder -> {
            recorder.durations(ShopDomain.DELIVERY, Window.ROLLING_24H, deliveries());
            recorder.breakdowns(
                    ShopDomain.PARCELS, Window.ROLLING_30D, Finding.ok(Map.of("lost", carriers(Map.of("blue", 1)))));
        });
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .prefix("acme.shop")
                        .tags(Tags.of("tenant", "t1"))
                        .build()) {
            binder.bindTo(registry);
            refresher.refresh();

            assertThat(tagsOf(registry.get("acme.shop.delivery.24h.p95").gauge()))
                    .isEqualTo(Map.of("tenant", "t1"));
            assertThat(tagsOf(registry.get("acme.shop.parcels.30d").gauge()))
                    .isEqualTo(Map.of("tenant", "t1", "outcome", "lost", "carrier", "blue"));
        }
    }

    @Test
    void namesAreThoseThatTheDefinitionForetells() {
        List<String> foretold = ShopDomain.DELIVERY.names().stream()
                .map(name -> "business." + name)
                .toList();
        SimpleMeterRegistry registry = shown(new SimpleMeterRegistry(), recorder -> {
            recorder.durations(ShopDomain.DELIVERY, Window.ROLLING_24H, deliveries());
            recorder.durations(ShopDomain.DELIVERY, Window.THIS_WEEK, deliveries());
        });

        assertThat(foretold)
                .hasSize(8)
                .allSatisfy(name -> assertThat(registry.find(name).gauge()).isNotNull());
    }
}
