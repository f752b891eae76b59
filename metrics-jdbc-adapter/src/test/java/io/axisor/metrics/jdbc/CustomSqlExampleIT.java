package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code docs/own-metrics.md} shows: the code runs, and the series and errors are those that come out. */
class CustomSqlExampleIT {

    private static final Path GUIDE = Path.of("../docs/own-metrics.md");

    private static final List<Path> QUOTED = List.of(
            Path.of("src/test/java/io/axisor/metrics/jdbc/CustomSqlExampleIT.java"),
            Path.of("../metrics-core/src/test/java/io/axisor/metrics/OwnDomainExampleTest.java"));

    private static final Instant NOW = Instant.parse("2026-04-15T09:30:00Z");

    private static CustomSqlDomain warehouse(DataSource dataSource) {
        // tag::sql
        MetricDefinition packed = MetricDefinition.of("warehouse", "orders.packed", new MetricUnit("orders"))
                .windows(Window.ROLLING_24H, Window.ROLLING_30D)
                .tags("site")
                .describedAs("Orders packed in the window, by site");
        MetricDefinition waiting = MetricDefinition.of("warehouse", "orders.waiting", new MetricUnit("orders"))
                .describedAs("Orders placed before t and not packed before it");
        MetricDefinition late = MetricDefinition.of("warehouse", "orders.late", MetricUnit.RATIO)
                .windows(Window.LAST_MONTH)
                .describedAs("Of the orders due in the window, the share not packed when due");
        MetricDefinition worth = MetricDefinition.of("warehouse", "orders.worth", MetricUnit.MONEY)
                .windows(Window.ROLLING_30D)
                .tags("currency")
                .describedAs("Worth of the orders placed in the window");

        CustomSqlDomain warehouse = CustomSqlDomain.builder("warehouse", dataSource)
                .times(TimeKind.localIn(ZoneOffset.UTC))
                .metric(CustomSqlMetric.of(packed, """
                        SELECT site, COUNT(*) AS orders FROM orders
                        WHERE packed_at >= :from AND packed_at < :to GROUP BY site"""))
                .metric(CustomSqlMetric.of(waiting, """
                        SELECT COUNT(*) FROM orders
                        WHERE placed_at < :at AND (packed_at IS NULL OR packed_at >= :at)"""))
                .metric(CustomSqlMetric.of(late, """
                        SELECT COUNT(CASE WHEN packed_at IS NULL OR packed_at >= due_at THEN 1 END) AS numerator,
                               COUNT(*) AS denominator
                        FROM orders WHERE due_at >= :from AND due_at < :to"""))
                .metric(CustomSqlMetric.of(worth, """
                        SELECT currency, SUM(total) AS worth FROM orders
                        WHERE placed_at >= :from AND placed_at < :to GROUP BY currency"""))
                .build();
        // end::sql
        return warehouse;
    }

    private static BusinessMetrics embed(MetricsDataSource source, DataSource dataSource) {
        CustomSqlDomain warehouse = warehouse(dataSource);
        // tag::embedding
        warehouse.verify().orThrow();
        BusinessMetrics metrics = BusinessMetrics.builder(source, ZoneId.of("Europe/Berlin"))
                .domain(warehouse)
                .build();
        // end::embedding
        return metrics;
    }

    private static void create(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS orders",
                "CREATE TABLE orders (site VARCHAR(10), placed_at TIMESTAMP, due_at TIMESTAMP, packed_at TIMESTAMP, total"
                        + " DECIMAL(10, 2), currency CHAR(3))",
                order("'north'", "2026-03-02 10:00:00", "2026-03-04 10:00:00", "'2026-03-03 10:00:00'", "20.00, 'EUR'"),
                order("'north'", "2026-03-20 10:00:00", "2026-03-22 10:00:00", "'2026-03-23 10:00:00'", "10.50, 'EUR'"),
                order("'south'", "2026-04-14 10:00:00", "2026-04-16 10:00:00", "'2026-04-15 09:00:00'", "5.00, 'EUR'"),
                order("NULL", "2026-04-15 09:00:00", "2026-04-16 10:00:00", "NULL", "7.00, 'SEK'"));
    }

    private static String order(String site, String placed, String due, String packed, String total) {
        return "INSERT INTO orders VALUES (" + site + ", TIMESTAMP '" + placed + "', TIMESTAMP '" + due + "', CAST("
                + packed + " AS TIMESTAMP), " + total + ")";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSeriesOfTheGuideComeOut(Databases database) throws IOException {
        create(database);
        BusinessMetrics metrics = embed(InMemoryMetricsDataSource.builder().build(), database.dataSource());
        String series = metrics.measure("warehouse", NOW).measurements().stream()
                .map(CustomSqlExampleIT::scraped)
                .sorted()
                .collect(Collectors.joining("\n"));

        assertThat(series.lines()).hasSize(7);
        assertThat(blocks("")).contains(series);
    }

    /** A series as the Prometheus registry writes it. */
    private static String scraped(Measurement measurement) {
        String tags = measurement.tags().entrySet().stream()
                .map(tag -> tag.getKey() + "=\"" + tag.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        boolean isRatio = measurement.definition().unit().equals(MetricUnit.RATIO);
        return "business_" + measurement.name().replace('.', '_') + (isRatio ? "_ratio" : "")
                + (measurement.tags().isEmpty() ? "" : tags)
                + " " + measurement.value().orElseThrow().doubleValue();
    }

    @Test
    void theErrorsOfTheGuideComeOut() throws IOException {
        create(Databases.H2);
        MetricDefinition packed = MetricDefinition.of("warehouse", "orders.packed", new MetricUnit("orders"))
                .windows(Window.ROLLING_30D)
                .tags("site")
                .describedAs("Orders packed in the window, by site");
        Map<String, String> selects = Map.of(
                "built", "SELECT site, COUNT(*) FROM orders WHERE packed_at > :form GROUP BY site",
                "columns", "SELECT COUNT(*) FROM orders WHERE packed_at >= :from AND packed_at < :to",
                "rows", "SELECT site, 1 FROM orders WHERE placed_at >= :from AND placed_at < :to OR 1 = 1");
        String built = message(() -> domain(packed, selects.get("built"), TimeKind.localIn(ZoneOffset.UTC)));
        String times = measured(domain(packed, selects.get("columns"), TimeKind.instant()));
        String columns = measured(domain(packed, selects.get("columns"), TimeKind.localIn(ZoneOffset.UTC)));
        String rows = measured(domain(packed, selects.get("rows"), TimeKind.localIn(ZoneOffset.UTC)));

        assertThat(blocks("text"))
                .contains(Stream.of(built, times, columns, rows)
                        .map(message -> message.replace("; ", ";\n    "))
                        .collect(Collectors.joining("\n")));
    }

    private static CustomSqlDomain domain(MetricDefinition definition, String select, TimeKind times) {
        return CustomSqlDomain.builder("warehouse", Databases.H2.dataSource())
                .times(times)
                .metric(CustomSqlMetric.of(definition, select))
                .build();
    }

    private static String measured(CustomSqlDomain domain) {
        AsOf at = new AsOf(NOW, NOW, BusinessCalendar.of(ZoneOffset.UTC));
        return message(() -> domain.measure(at, MeasurementRules.DEFAULT));
    }

    private static String message(ThrowingCallable call) {
        return catchThrowable(call).getMessage();
    }

    @Test
    void theGuideQuotesTheTaggedRegionsAndNothingElse() throws IOException {
        List<String> regions =
                QUOTED.stream().flatMap(CustomSqlExampleIT::regions).toList();

        assertThat(regions).hasSize(5);
        assertThat(blocks("java")).containsExactlyInAnyOrderElementsOf(regions);
    }

    private static Stream<String> regions(Path source) {
        try {
            return Pattern.compile("(?ms)^ *// tag::(\\w+)\n(.*?)\n *// end::\\1$")
                    .matcher(Files.readString(source))
                    .results()
                    .map(region -> region.group(2).stripIndent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("(?ms)^```(\\w*)\n(.*?)\n```$")
                .matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
