package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.PlanCatalogue;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PrometheusScrapeTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    private PrometheusText scraped() {
        return PrometheusText.parse(registry.scrape());
    }

    /** Two free accounts, one active and paying, created an hour ago; one payment in three failed. */
    private static MetricsRefresher refresherOfABusiness() {
        Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
        InMemoryMetricsDataSource source = InMemoryMetricsDataSource.builder()
                .plans(PlanCatalogue.of("free", "pro"))
                .currencies(CurrencyUnit.of("USD"))
                .accounts(List.of(
                        Account.of("1", hourAgo).onPlan("free").lastActive(hourAgo),
                        Account.of("2", hourAgo).onPlan("free")))
                .lastActivityOnAccounts()
                .payments(List.of(
                        payment("p1", PaymentStatus.SUCCEEDED, hourAgo),
                        payment("p2", PaymentStatus.SUCCEEDED, hourAgo),
                        payment("p3", PaymentStatus.FAILED, hourAgo)))
                .build();
        return MetricsRefresher.builder(BusinessMetrics.of(source, ZoneOffset.UTC))
                .build();
    }

    private static Payment payment(String id, PaymentStatus status, Instant at) {
        return Payment.of(id, "1", new BigDecimal("12.34"), "USD", status, at);
    }

    @Test
    void theMetricsOfABusinessHaveTheNamesThatAreDocumented() {
        try (MetricsRefresher refresher = refresherOfABusiness();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            PrometheusText text = scraped();

            assertThat(text.value("business_users", Map.of("plan", "free"))).isEqualTo(2.0);
            assertThat(text.value("business_users", Map.of("plan", "pro"))).isZero();
            assertThat(text.value("business_users_active_30d", Map.of())).isEqualTo(1.0);
            assertThat(text.value("business_users_new_24h", Map.of())).isEqualTo(2.0);
            assertThat(text.names()).contains("business_users_new_this_week");
            assertThat(text.value("business_payments_success_30d_ratio", Map.of()))
                    .isCloseTo(2 / 3.0, within(1e-12));
            assertThat(text.value("business_revenue_collected_30d", Map.of("currency", "USD")))
                    .isEqualTo(24.68);
            assertThat(text.names()).doesNotContain("business_users_retention_30d_ratio");
        }
    }

    @Test
    void everyFamilyIsAGaugeWithAHelpThatSaysTheIntervalOrIsAboutTheRefresh() {
        try (MetricsRefresher refresher = refresherOfABusiness();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            PrometheusText text = scraped();

            assertThat(text.names()).hasSizeGreaterThan(30);
            for (String name : text.names()) {
                if (!name.startsWith("business_refresh_") && !name.startsWith("business_series")) {
                    assertThat(text.type(name)).as(name).isEqualTo("gauge");
                    assertThat(text.help(name)).as(name).endsWith(". Refreshed every 1m.");
                }
            }
            assertThat(text.help("business_users"))
                    .isEqualTo("Accounts created before t and not deleted before it, by plan. Refreshed every 1m.");
        }
    }

    @Test
    void theMetersOfTheRefreshingAreThereBeforeAnyValue() {
        try (MetricsRefresher refresher = refresherOfABusiness();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            PrometheusText text = scraped();
            Map<String, String> users = Map.of("domain", "users");

            assertThat(text.value("business_refresh_age_seconds", users)).isNaN();
            assertThat(text.value("business_refresh_last_success_seconds", users))
                    .isZero();
            assertThat(text.value("business_refresh_up", users)).isZero();
            assertThat(text.value(
                            "business_refresh_duration_seconds_count", Map.of("domain", "users", "outcome", "failure")))
                    .isZero();
            assertThat(text.value("business_series", Map.of())).isZero();
            assertThat(text.value("business_series_dropped", Map.of())).isZero();
        }
    }

    @Test
    void anyTextCanBeADimensionValue() {
        Map<String, Long> orders = new TreeMap<>();
        List<String> channels = List.of(
                "say \"hi\"",
                "back\\slash",
                "trailing\\",
                "two\nlines",
                "tab\there",
                "präsenz",
                "店舗",
                "🛒",
                "a,b}={",
                "{x=\"y\"}",
                " padded ");
        for (String channel : channels) {
            orders.put(channel, (long) orders.size());
        }
        ShopDomain shop = new ShopDomain();
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .tags(Tags.of("tenant.name", "\"quoted\"\n\\"))
                        .build()) {
            binder.bindTo(registry);
            shop.hasOrders(orders);
            refresher.refresh();
            PrometheusText text = scraped();

            orders.forEach((channel, count) -> assertThat(
                            text.value("business_orders", Map.of("channel", channel, "tenant_name", "\"quoted\"\n\\")))
                    .isEqualTo(count.doubleValue()));
            assertThat(text.startingWith("business_orders")).hasSize(channels.size());
        }
    }

    @Test
    @Timeout(60)
    void noScrapeEverSeesPartOfTheSeriesWhileThousandsOfRefreshesPass() throws Exception {
        ShopDomain shop = new ShopDomain();
        Set<String> channels = Set.of("a", "b", "c", "d", "e", "f", "g", "h");
        shop.hasOrders(countsOf(channels, 1));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService scrapers = Executors.newFixedThreadPool(2);
        try (MetricsRefresher refresher = shop.refresher();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            List<Future<Integer>> scrapes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                scrapes.add(scrapers.submit(() -> scrapeUntil(over, channels)));
            }
            for (int i = 0; i < 5_000; i++) {
                Map<String, Long> counts = countsOf(channels, i);
                if (i % 50 < 25) {
                    counts.put("now and then", 1L);
                }
                shop.hasOrders(counts);
                refresher.refresh("shop");
            }
            over.set(true);
            for (Future<Integer> scrape : scrapes) {
                assertThat(scrape.get()).isGreaterThan(20);
            }
        } finally {
            scrapers.shutdownNow();
        }
    }

    private static Map<String, Long> countsOf(Set<String> channels, long count) {
        return channels.stream()
                .collect(Collectors.toMap(channel -> channel, channel -> count, (a, b) -> a, TreeMap::new));
    }

    /** How many scrapes there were; each had all the channels, and the meters of the refreshing. */
    private int scrapeUntil(AtomicBoolean over, Set<String> channels) {
        int scrapes = 0;
        while (!over.get()) {
            PrometheusText text = scraped();
            Set<String> seen = text.startingWith("business_orders").keySet().stream()
                    .map(sample -> sample.labels().get("channel"))
                    .collect(Collectors.toSet());
            assertThat(seen).containsAll(channels);
            assertThat(text.value("business_refresh_up", Map.of("domain", "shop")))
                    .isEqualTo(1.0);
            scrapes++;
        }
        return scrapes;
    }
}
