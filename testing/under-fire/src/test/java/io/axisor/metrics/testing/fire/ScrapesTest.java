package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.PlanCatalogue;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hundred scrapers through an hour of refreshes, one every ten seconds, while plans come and go. */
class ScrapesTest {

    private static final Figures FIGURES = Figures.of(ScrapesTest.class);
    private static final int SCRAPERS = 100;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicReference<Instant> clock = new AtomicReference<>(START);
    private final AtomicBoolean over = new AtomicBoolean();

    /** What one scraper saw: the series that no scrape of its missed, and how long each scrape took. */
    private record Seen(Set<String> always, List<Duration> durations) {}

    /** Accounts and payments that come, some on plans that go again, over the hour. */
    private static InMemoryMetricsDataSource shop() {
        Random random = new Random(6);
        List<Account> accounts = new ArrayList<>();
        List<Payment> payments = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Instant created = START.minus(Duration.ofDays(60)).plusSeconds(random.nextInt(61 * 86_400));
            Account account = Account.of("" + i, created).onPlan(i % 5 == 0 ? "trial-" + i % 50 : "pro");
            Instant deleted = START.plusSeconds(random.nextInt(3_600));
            accounts.add(i % 5 == 0 && created.isBefore(deleted) ? account.deleted(deleted) : account);
            payments.add(Payment.of(
                    "" + i, "" + i, new BigDecimal("9.90"), "EUR", PaymentStatus.SUCCEEDED, created.plusSeconds(9)));
        }
        return InMemoryMetricsDataSource.builder()
                .plans(PlanCatalogue.of("pro"))
                .currencies(CurrencyUnit.of("EUR"))
                .accounts(accounts)
                .payments(payments)
                .build();
    }

    @Test
    @Timeout(300)
    void noneThrowsNoneMissesASeriesThatIsThereThroughoutAndNoneWaits() throws Exception {
        BusinessMetrics metrics = BusinessMetrics.builder(shop(), ZoneOffset.UTC)
                .clock(clock::get)
                .build();
        ExecutorService scrapers = Executors.newFixedThreadPool(SCRAPERS);
        try (MetricsRefresher refresher =
                        MetricsRefresher.builder(metrics).interval(INTERVAL).build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.of(refresher)) {
            binder.bindTo(registry);
            refresher.refresh();
            List<Future<Seen>> scrapes = new ArrayList<>();
            for (int i = 0; i < SCRAPERS; i++) {
                scrapes.add(scrapers.submit(this::scrapeUntilOver));
            }
            Set<String> throughout = liveAnHour(refresher);
            over.set(true);

            List<Duration> durations = new ArrayList<>();
            for (Future<Seen> scrape : scrapes) {
                assertThat(scrape.get().always()).containsAll(throughout);
                durations.addAll(scrape.get().durations());
            }
            record(throughout, durations);
        } finally {
            over.set(true);
            scrapers.shutdownNow();
        }
    }

    /** The series that were there after every refresh. */
    private Set<String> liveAnHour(MetricsRefresher refresher) throws InterruptedException {
        Set<String> throughout = series(registry.scrape());
        Set<String> ever = new HashSet<>(throughout);
        for (Instant end = START.plus(HOUR); clock.get().isBefore(end); ) {
            clock.set(clock.get().plus(INTERVAL));
            refresher.refresh();
            Set<String> now = series(registry.scrape());
            throughout.retainAll(now);
            ever.addAll(now);
            Thread.sleep(20);
        }
        assertThat(throughout).hasSizeGreaterThan(60);
        assertThat(ever).as("series come and go").hasSizeGreaterThan(throughout.size() + 5);
        return throughout;
    }

    private Seen scrapeUntilOver() throws InterruptedException {
        Set<String> always = series(registry.scrape());
        List<Duration> durations = new ArrayList<>();
        while (!over.get()) {
            long begun = System.nanoTime();
            String text = registry.scrape();
            durations.add(Duration.ofNanos(System.nanoTime() - begun));
            always.retainAll(series(text));
            Thread.sleep(PAUSE.toMillis());
        }
        return new Seen(always, durations);
    }

    /** Names and tags, without the values. */
    private static Set<String> series(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void record(Set<String> throughout, List<Duration> durations) {
        List<Duration> sorted = durations.stream().sorted().toList();
        Duration slowest = sorted.get(sorted.size() - 1);
        FIGURES.record("scrapes", sorted.size());
        FIGURES.record("series that are there throughout", throughout.size());
        FIGURES.record("median scrape", sorted.get(sorted.size() / 2));
        FIGURES.record("99th percentile", sorted.get(sorted.size() * 99 / 100));
        FIGURES.record("slowest scrape, of a hundred scrapers that share the machine", slowest);
        assertThat(sorted).hasSizeGreaterThan(SCRAPERS * 10);
        assertThat(slowest).as("nobody waits for a refresh").isLessThan(Duration.ofSeconds(10));
    }
}
