package io.axisor.metrics.micrometer;

import static io.axisor.metrics.micrometer.Meters.tagsOf;
import static io.axisor.metrics.micrometer.Meters.valuesByTag;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.PlanCatalogue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SeriesInRegistryTest {

    private final ShopDomain shop = new ShopDomain();
    private final MetricsRefresher refresher = shop.refresher();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher);

    @AfterEach
    void close() {
        binder.close();
        refresher.close();
    }

    private void refreshed() {
        refresher.refresh();
    }

    @Test
    void aMeasurementIsAGaugeOfItsNameTagsAndValue() {
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L, "phone", 2L));
        refreshed();

        assertThat(valuesByTag(registry, "business.orders", "channel"))
                .containsOnly(Map.entry("web", 7.0), Map.entry("phone", 2.0));
    }

    @Test
    void onlyRatiosAndSecondsHaveABaseUnit() {
        binder.bindTo(registry);
        shop.records(recorder -> {
            recorder.number(ShopDomain.ORDERS, null, Map.of("channel", "web"), Finding.ok(1));
            recorder.number(ShopDomain.RETURNS, Window.THIS_WEEK, Map.of(), Finding.ok(new BigDecimal("0.25")));
            recorder.number(ShopDomain.PACKING, Window.ROLLING_24H, Map.of(), Finding.ok(90));
        });
        refreshed();

        assertThat(registry.get("business.orders").gauge().getId().getBaseUnit())
                .isNull();
        assertThat(registry.get("business.orders.returned.this.week")
                        .gauge()
                        .getId()
                        .getBaseUnit())
                .isEqualTo("ratio");
        assertThat(registry.get("business.packing.24h").gauge().getId().getBaseUnit())
                .isEqualTo("seconds");
        assertThat(registry.get("business.packing.24h").gauge().value()).isEqualTo(90.0);
    }

    @Test
    void theDescriptionGivesTheDefinitionAndTheInterval() {
        MetricsRefresher uneven = MetricsRefresher.builder(shop.metrics())
                .interval(ShopDomain.NAME, Duration.ofMinutes(90))
                .build();
        try (BusinessMetricsBinder other = BusinessMetricsBinder.of(uneven)) {
            other.bindTo(registry);
            shop.records(recorder -> {
                recorder.number(ShopDomain.RETURNS, Window.ROLLING_30D, Map.of(), Finding.ok(1));
                recorder.number(ShopDomain.PACKING, Window.ROLLING_24H, Map.of(), Finding.ok(1));
            });
            uneven.refresh();

            assertThat(descriptionOf("business.orders.returned.30d"))
                    .isEqualTo("Orders sent back ÷ orders. Refreshed every 1h30m.");
            assertThat(descriptionOf("business.packing.24h")).isEqualTo("Mean time to pack. Refreshed every 1h30m.");
        }
    }

    @Test
    void whatSeveralDomainsContributeToGivesTheRangeOfTheirIntervals() {
        MetricsRefresher uneven = MetricsRefresher.builder(shop.metrics())
                .interval(ShopDomain.NAME, Duration.ofMinutes(90))
                .build();
        try (BusinessMetricsBinder other = BusinessMetricsBinder.of(uneven)) {
            other.bindTo(registry);
            shop.records(recorder -> recorder.issues(new DataIssues(new TreeMap<>(Map.of("orders.amount", 3L)))));
            uneven.refresh();

            assertThat(descriptionOf("business.data.issues")).endsWith(". Refreshed every 1m to 1h30m.");
        }
    }

    private String descriptionOf(String name) {
        return registry.get(name).gauge().getId().getDescription();
    }

    @Test
    void aValueThatVanishesIsRemovedAndOneThatReturnsIsThereAgain() {
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L, "phone", 2L));
        refreshed();
        shop.hasOrders(Map.of("web", 8L));
        refreshed();
        assertThat(valuesByTag(registry, "business.orders", "channel")).containsOnly(Map.entry("web", 8.0));

        shop.hasOrders(Map.of("web", 9L, "phone", 3L));
        refreshed();
        assertThat(valuesByTag(registry, "business.orders", "channel"))
                .containsOnly(Map.entry("web", 9.0), Map.entry("phone", 3.0));
    }

    @Test
    void aGaugeIsTheSameObjectAsLongAsItsValueLives() {
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L));
        refreshed();
        Gauge first = registry.get("business.orders").gauge();
        shop.hasOrders(Map.of("web", 8L, "phone", 1L));
        refreshed();

        assertThat(registry.get("business.orders").tag("channel", "web").gauge())
                .isSameAs(first);
        assertThat(first.value()).isEqualTo(8.0);
    }

    @Test
    void whatHasNoValueHasNoSeries() {
        binder.bindTo(registry);
        shop.hasReturns(1, 4);
        refreshed();
        assertThat(registry.get("business.orders.returned.30d").gauge().value()).isEqualTo(0.25);

        for (Finding<Integer> finding : List.<Finding<Integer>>of(
                Finding.undefined("no orders in the window"),
                Finding.noData("nothing sold"),
                Finding.unavailable("returns are not mapped"),
                Finding.ok(1).failed("too old"))) {
            shop.records(recorder -> recorder.number(ShopDomain.RETURNS, Window.ROLLING_30D, Map.of(), finding));
            refreshed();
            assertThat(registry.find("business.orders.returned.30d").gauges())
                    .as(finding.toString())
                    .isEmpty();
        }
    }

    @Test
    void aRatioOverNothingIsAbsentAndNeverZero() {
        binder.bindTo(registry);
        shop.hasReturns(0, 0);
        refreshed();
        assertThat(registry.find("business.orders.returned.30d").gauges()).isEmpty();

        shop.hasReturns(0, 1);
        refreshed();
        assertThat(registry.get("business.orders.returned.30d").gauge().value()).isZero();
    }

    @Test
    void staleValuesStay() {
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L));
        refreshed();
        shop.fails();
        refreshed();

        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(7.0);
        assertThat(registry.get("business.refresh.up")
                        .tag("domain", "shop")
                        .gauge()
                        .value())
                .isZero();
    }

    @Test
    void domainsOfTheLibraryThatAreNotMappedShowNothingButTheirRefresh() {
        binder.bindTo(registry);
        refreshed();

        assertThat(registry.getMeters())
                .isNotEmpty()
                .allSatisfy(meter -> assertThat(meter.getId().getName()).matches("business\\.(refresh\\..*|series.*)"));
        assertThat(registry.get("business.refresh.up")
                        .tag("domain", "users")
                        .gauge()
                        .value())
                .isEqualTo(1.0);
    }

    @Test
    void knownPlansAreZeroAndPlansOfTheLongTailAreOther() {
        List<Account> accounts = new ArrayList<>();
        Instant longAgo = Instant.parse("2020-01-01T00:00:00Z");
        for (int plan = 0; plan < 5; plan++) {
            for (int i = 0; i <= plan; i++) {
                accounts.add(Account.of("a" + plan + i, longAgo).onPlan("p" + plan));
            }
        }
        InMemoryMetricsDataSource source = InMemoryMetricsDataSource.builder()
                .plans(PlanCatalogue.of("free"))
                .accounts(accounts)
                .build();
        MetricsRefresher ofUsers = MetricsRefresher.builder(BusinessMetrics.builder(source, ZoneOffset.UTC)
                        .rules(new MeasurementRules(ConfidenceLevel.P95, 30, 2))
                        .build())
                .build();
        try (BusinessMetricsBinder other = BusinessMetricsBinder.of(ofUsers)) {
            other.bindTo(registry);
            ofUsers.refresh();

            assertThat(valuesByTag(registry, "business.users", "plan"))
                    .containsOnly(
                            Map.entry("free", 0.0),
                            Map.entry("p4", 5.0),
                            Map.entry("p3", 4.0),
                            Map.entry("other", 6.0));
        }
    }

    @Test
    void prefixAndExtraTagsAreOnEveryMeter() {
        try (BusinessMetricsBinder other = BusinessMetricsBinder.builder(refresher)
                .prefix("acme.shop1")
                .tags(Tags.of("tenant", "t1", "database.name", "d1"))
                .build()) {
            other.bindTo(registry);
            shop.hasOrders(Map.of("web", 7L));
            refreshed();

            assertThat(registry.getMeters()).hasSizeGreaterThan(10).allSatisfy(meter -> {
                assertThat(meter.getId().getName()).startsWith("acme.shop1.");
                assertThat(tagsOf(meter)).containsEntry("tenant", "t1").containsEntry("database.name", "d1");
            });
            assertThat(tagsOf(registry.get("acme.shop1.orders").gauge()))
                    .isEqualTo(Map.of("tenant", "t1", "database.name", "d1", "channel", "web"));
        }
    }

    @Test
    void aNumberBecomesTheNearestDouble() {
        binder.bindTo(registry);
        shop.records(recorder -> recorder.number(
                ShopDomain.ORDERS, null, Map.of("channel", "web"), Finding.ok(new BigDecimal("9007199254740993"))));
        refreshed();

        assertThat(registry.get("business.orders").gauge().value()).isEqualTo(9007199254740992.0);
    }

    @Test
    void readingAGaugeAllocatesNothing() {
        binder.bindTo(registry);
        shop.hasOrders(Map.of("web", 7L));
        refreshed();
        Gauge gauge = registry.get("business.orders").gauge();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += gauge.value();
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            sum += gauge.value();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(sum).isEqualTo(7.0 * 120_000);
        assertThat(allocated).as("bytes for 100,000 reads").isLessThan(10_000);
    }
}
