package io.axisor.metrics.testing.fire;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.CurrencyUnit;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/** An application with a pool and a registry that embeds the library, and is scraped all the time. */
final class Host implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofMillis(500);
    static final Duration QUERY_TIMEOUT = Duration.ofSeconds(1);
    static final int CONNECTIONS = 3;

    private final HikariDataSource pool = new HikariDataSource();
    private final LoanRecord loans = new LoanRecord(pool);
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MetricsRefresher refresher;
    private final BusinessMetricsBinder binder;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Collection<Duration> scrapes = new ConcurrentLinkedQueue<>();
    private final Thread scraper = new Thread(this::scrape, "scraper");

    /** An application of tables as {@link Outages} makes them, with metrics of its own that are SQL, if there are any. */
    Host(String url, String... selects) {
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(1000);
        pool.setInitializationFailTimeout(-1);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.builder(loans.dataSource(), schema())
                .queryTimeout(QUERY_TIMEOUT)
                .build();
        BusinessMetrics.Builder metrics = BusinessMetrics.builder(source, ZoneOffset.UTC);
        Stream.of(selects).map(this::domain).forEach(metrics::domain);
        refresher = MetricsRefresher.builder(metrics.build())
                .interval(INTERVAL)
                .jitter(0)
                .build();
        binder = BusinessMetricsBinder.of(refresher);
        binder.bindTo(registry);
        log.start();
        logger().addAppender(log);
        refresher.start();
        scraper.start();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger("io.axisor");
    }

    private static MetricsSchema schema() {
        return MetricsSchema.builder()
                .localTimesIn(ZoneOffset.UTC)
                .users(u -> u.table("accounts").id("id").createdAt("created_at"))
                .payments(p -> p.table("payments")
                        .userId("account_id")
                        .amount("amount")
                        .fixedCurrency(CurrencyUnit.of("EUR"))
                        .createdAt("created_at")
                        .status("state")
                        .succeeded("PAID"))
                .build();
    }

    private CustomSqlDomain domain(String select) {
        MetricDefinition definition =
                MetricDefinition.of("stuck", "stuck.hours", MetricUnit.ONE).describedAs("An hour");
        return CustomSqlDomain.builder("stuck", loans.dataSource())
                .metric(CustomSqlMetric.of(definition, select))
                .queryTimeout(QUERY_TIMEOUT)
                .build();
    }

    private void scrape() {
        while (!Thread.currentThread().isInterrupted()) {
            long begun = System.nanoTime();
            registry.scrape();
            scrapes.add(Duration.ofNanos(System.nanoTime() - begun));
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    HikariDataSource pool() {
        return pool;
    }

    String scrapeOnce() {
        return registry.scrape();
    }

    DomainHealth health(String domain) {
        return refresher.health(domain);
    }

    /** Whether values of a domain were computed after an instant. */
    boolean isFresh(String domain, Instant since) {
        return refresher.health(domain).lastSuccess().filter(since::isBefore).isPresent();
    }

    /** How long scrapes took, those since the last call. */
    List<Duration> scrapes() {
        List<Duration> taken = new ArrayList<>(scrapes);
        scrapes.removeAll(taken);
        return taken.stream().sorted().toList();
    }

    /** How long connections were kept. */
    LoanRecord loans() {
        return loans;
    }

    /** What was logged at WARN or above. */
    List<String> warnings() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        scraper.interrupt();
        binder.close();
        refresher.close();
        registry.close();
        pool.close();
        logger().detachAppender(log);
    }
}
