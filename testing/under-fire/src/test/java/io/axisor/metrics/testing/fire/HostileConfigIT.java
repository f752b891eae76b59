package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.CustomSqlDomain;
import io.axisor.metrics.jdbc.CustomSqlMetric;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.SchemaFaultsException;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Properties, names and tags from somebody who wants harm. A canary table must survive all of them. */
@Timeout(120)
class HostileConfigIT {

    private static final Figures FIGURES = Figures.of(HostileConfigIT.class);
    private static final int ROUNDS = 600;

    private final JdbcDataSource database = new JdbcDataSource();
    private final SpokenStatements spoken = new SpokenStatements(database);
    private Connection open;

    @BeforeEach
    void create() throws SQLException {
        database.setURL("jdbc:h2:mem:hostile");
        open = database.getConnection();
        run("CREATE TABLE canary AS SELECT 1 AS alive");
        run("CREATE TABLE facts AS SELECT X AS id, 'paid' AS word, 5 AS number, CURRENT_TIMESTAMP AS time, TRUE AS flag"
                + " FROM SYSTEM_RANGE(1, 10)");
    }

    @AfterEach
    void canaryLives() throws SQLException {
        try (Connection last = open;
                Statement statement = last.createStatement();
                ResultSet canary = statement.executeQuery("SELECT alive FROM canary")) {
            assertThat(canary.next()).isTrue();
            assertThat(canary.getInt(1)).isOne();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void propertiesFromAFuzzerAreRefusedOrHarmless() {
        List<String> keys = SchemaProperties.keys().keySet().stream()
                .filter(key -> !key.endsWith("select")) // SQL by definition
                .toList();
        int read = 0;
        int measured = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Hostile hostile = new Hostile(seed);
            Map<String, String> properties = new HashMap<>();
            for (int i = 0; i < 12; i++) {
                String key = hostile.pick(keys).replace("*", hostile.text());
                properties.put(hostile.chance(5) ? hostile.text() : key, hostile.text());
            }
            read += measure(properties) ? 1 : 0;
            measured += measure(wellFormed(hostile)) ? 1 : 0;
        }
        assertThat(measured).isGreaterThan(ROUNDS / 2);
        assertThat(spoken.texts()).isNotEmpty().noneMatch(text -> text.contains(Hostile.MARK));
        FIGURES.record("mappings of properties from a fuzzer, all refused or harmless", 2 * ROUNDS);
        FIGURES.record("of them measured", read + measured);
        FIGURES.record(
                "different statements that they made, with hostile text",
                spoken.texts().size() + ", 0");
    }

    /** A mapping that works, its values hostile, and now and then a column or a table, too. */
    private static Map<String, String> wellFormed(Hostile hostile) {
        Map<String, String> properties = new HashMap<>();
        properties.put("plans[0]", hostile.text());
        properties.put("automation-types[0]", hostile.text());
        properties.put("users.table", hostile.chance(10) ? hostile.text() : "FACTS");
        properties.put("users.id", hostile.chance(10) ? hostile.text() : "ID");
        properties.put("users.plan", "WORD");
        properties.put("users.created-at", "TIME");
        properties.put("users.verified", "WORD");
        properties.put("users.verified-when[0]", hostile.text());
        properties.put("payments.table", "FACTS");
        properties.put("payments.user-id", "ID");
        properties.put("payments.amount", "NUMBER");
        properties.put("payments.fixed-currency", "USD");
        properties.put("payments.status", hostile.chance(10) ? hostile.text() : "WORD");
        properties.put("payments.succeeded[0]", "paid");
        properties.put("payments.succeeded[1]", hostile.text());
        properties.put("payments.failed[0]", hostile.text());
        properties.put("payments.created-at", "TIME");
        properties.put("feature-use[0].table", "FACTS");
        properties.put("feature-use[0].user-id", "ID");
        properties.put("feature-use[0].fixed-feature", hostile.text());
        properties.put("feature-use[0].used-at", "TIME");
        return properties;
    }

    /** Whether it was not refused; then nothing but the database's refusal may come of it. */
    private boolean measure(Map<String, String> properties) {
        MetricsSchema schema;
        try {
            schema = SchemaProperties.read(properties);
        } catch (SchemaFaultsException e) {
            assertThat(e.faults()).isNotEmpty();
            return false;
        }
        BusinessMetrics metrics =
                BusinessMetrics.of(JdbcMetricsDataSource.of(spoken.dataSource(), schema), ZoneOffset.UTC);
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build()) {
            refresher.refresh();
            for (DomainHealth health : refresher.health()) {
                assertThat(health.lastFailure().orElse("MetricsDataException")).startsWith("MetricsDataException");
            }
        }
        return true;
    }

    @Test
    void hostileValuesOfTagsAreTextAndNothingElse() throws SQLException {
        run("CREATE TABLE tagged (label VARCHAR(200), number INTEGER)");
        Hostile hostile = new Hostile(7);
        Set<String> labels = new HashSet<>();
        try (PreparedStatement insert = open.prepareStatement("INSERT INTO tagged VALUES (?, ?)")) {
            while (labels.size() < 900) {
                String label = hostile.text();
                if (!label.isBlank() && labels.add(label)) {
                    insert.setString(1, label);
                    insert.setInt(2, labels.size());
                    insert.executeUpdate();
                }
            }
        }
        MetricDefinition tagged = MetricDefinition.of("tagged", "tagged", new MetricUnit("rows"))
                .tags("label")
                .describedAs("Rows by label");
        CustomSqlDomain domain = CustomSqlDomain.builder("tagged", spoken.dataSource())
                .metric(CustomSqlMetric.of(
                        tagged, "SELECT label, SUM(number) FROM tagged WHERE :at IS NOT NULL GROUP BY label"))
                .build();
        BusinessMetrics metrics = BusinessMetrics.builder(
                        InMemoryMetricsDataSource.builder().build(), ZoneOffset.UTC)
                .domain(domain)
                .build();
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (MetricsRefresher refresher = MetricsRefresher.builder(metrics).build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .tags(Tags.of("target", hostile.text() + "\"\n"))
                        .build()) {
            binder.bindTo(registry);
            refresher.refresh();

            assertThat(refresher.health("tagged").lastFailure()).isEmpty();
            assertThat(registry.find("business.tagged").gauges())
                    .extracting((Gauge gauge) -> gauge.getId().getTag("label"))
                    .containsExactlyInAnyOrderElementsOf(
                            labels.stream().map(HostileConfigIT::wellFormed).toList());
            assertThat(registry.scrape().lines().filter(line -> line.startsWith("business_tagged{")))
                    .hasSameSizeAs(labels);
        }
        FIGURES.record("hostile values of a tag, scraped as they are", labels.size());
    }

    @Test
    void hostileKeysAndNamesAreRefusedOrHarmless() {
        int refused = 0;
        for (int seed = 0; seed < ROUNDS; seed++) {
            Hostile hostile = new Hostile(seed);
            String key = hostile.text();
            refused += isRefused(() ->
                            MetricDefinition.of("shop", key, MetricUnit.RATIO).describedAs("x"))
                    ? 1
                    : 0;
            refused += isRefused(() -> MetricDefinition.of("shop", "orders", MetricUnit.RATIO)
                            .tags(key)
                            .describedAs("x"))
                    ? 1
                    : 0;
            refused += isRefused(() -> CustomSqlDomain.builder(key, database).build()) ? 1 : 0;
            refused += isRefused(() -> scrapeWithTagKey(key)) ? 1 : 0;
        }
        FIGURES.record("hostile keys, domains and tag keys, and how many were refused", 4 * ROUNDS + ", " + refused);
    }

    private static void scrapeWithTagKey(String key) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (MetricsRefresher refresher = MetricsRefresher.builder(
                                new ScriptedDomain(at -> 1).metrics(InstantSource.system()))
                        .build();
                BusinessMetricsBinder binder = BusinessMetricsBinder.builder(refresher)
                        .tags(Tags.of(key, "x"))
                        .build()) {
            binder.bindTo(registry);
            refresher.refresh();
            assertThat(registry.scrape().lines())
                    .allMatch(line -> line.startsWith("# ") || line.matches("[a-z_0-9]+(\\{[^{}]*})? [-+.0-9EaN]+"));
        }
    }

    /** Half a surrogate pair cannot be encoded: it is shown as U+FFFD and its code. */
    private static String wellFormed(String label) {
        return label.codePoints()
                .mapToObj(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                        ? String.format(Locale.ROOT, "\uFFFD%04X", c)
                        : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static boolean isRefused(Runnable action) {
        try {
            action.run();
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
