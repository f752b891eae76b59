package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.jdbc.TimeColumnsIT.Kind;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A seeded table counted by SQL and, row by row, in Java: over every window, with rows on all bounds. */
class CustomSqlWindowsIT {

    private static final long SEED = 20_260_308;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(NEW_YORK);

    /** The first instant of a lifetime, as the guide has it. */
    private static final Instant EARLIEST = Instant.parse("1902-01-01T00:00:00Z");

    /** Any instant, a week after clocks went forward, the hour they show twice, the day after, the first of a year. */
    private static final List<Instant> INSTANTS = Stream.of(
                    "2026-05-20T17:45:12.345678Z",
                    "2026-03-15T04:00:00Z",
                    "2026-11-01T06:30:00Z",
                    "2026-11-02T05:00:00Z",
                    "2027-01-01T05:00:00Z")
            .map(Instant::parse)
            .toList();

    private static final MetricDefinition PACKED = MetricDefinition.of(
                    "shop", "orders.packed", new MetricUnit("orders"))
            .windows(Window.values())
            .tags("site")
            .describedAs("Orders packed in the window, by site");

    private static final MetricDefinition EVER = MetricDefinition.of("shop", "orders.ever", new MetricUnit("orders"))
            .tags("site")
            .describedAs("Orders packed before t, by site");

    private record Row(String site, Instant packedAt) {}

    static Stream<Arguments> databasesAndKinds() {
        return TimeColumnsIT.databasesAndKinds();
    }

    @ParameterizedTest
    @MethodSource("databasesAndKinds")
    void everyWindowIsCountedAsJavaCountsIt(Databases database, Kind kind) {
        List<Row> rows = rows(kind);
        create(database, kind.type(database));
        insert(database, rows.stream().map(row -> "('" + row.site() + "', " + kind.literal(row.packedAt()) + ")"));
        CustomSqlDomain domain = domain(database, kind.kind());
        for (Instant instant : INSTANTS) {
            AsOf at = new AsOf(instant, instant, CALENDAR);
            DomainMetrics measured = domain.measure(at, MeasurementRules.DEFAULT);
            for (Window window : Window.values()) {
                TimeRange range = at.range(window);
                Instant from = window == Window.LIFETIME ? EARLIEST : range.from();
                assertThat(bySite(measured, PACKED, window))
                        .as("seed %s, %s over %s at %s", SEED, kind, window, instant)
                        .isEqualTo(count(rows, kind, new TimeRange(from, range.endExclusive())::contains));
            }
            assertThat(bySite(measured, EVER, null))
                    .as("seed %s, %s before %s", SEED, kind, instant)
                    .isEqualTo(count(rows, kind, stored -> stored.isBefore(instant)));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void daysAreCountedAsJavaCountsThem(Databases database) {
        create(database, "DATE");
        List<LocalDate> days = INSTANTS.get(0)
                .atZone(NEW_YORK)
                .toLocalDate()
                .minusDays(400)
                .datesUntil(LocalDate.of(2027, 1, 3))
                .toList();
        insert(database, days.stream().map(day -> "('north', DATE '" + day + "')"));
        CustomSqlDomain domain = domain(database, TimeKind.dateIn(NEW_YORK));
        for (Instant instant : INSTANTS) {
            AsOf at = new AsOf(instant, instant, CALENDAR);
            DomainMetrics measured = domain.measure(at, MeasurementRules.DEFAULT);
            for (Window window : Window.values()) {
                TimeRange range = at.range(window);
                long expected = days.stream()
                        .map(day -> day.atStartOfDay(NEW_YORK).toInstant())
                        .filter(range::contains)
                        .count();
                assertThat(bySite(measured, PACKED, window))
                        .as("%s at %s", window, instant)
                        .isEqualTo(expected == 0 ? Map.of() : Map.of("north", expected));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aLifetimeFitsAColumnOfThirtyTwoBits(Databases database) {
        create(database, "INTEGER");
        insert(
                database,
                Stream.of(
                                EARLIEST.getEpochSecond(),
                                EARLIEST.getEpochSecond() - 1,
                                0L,
                                INSTANTS.get(0).getEpochSecond())
                        .map(second -> "('north', " + second + ")"));
        AsOf at = new AsOf(INSTANTS.get(0), INSTANTS.get(0), CALENDAR);

        assertThat(bySite(
                        domain(database, TimeKind.epochSeconds()).measure(at, MeasurementRules.DEFAULT),
                        PACKED,
                        Window.LIFETIME))
                .as("second 0, the earliest, and the begun second of t itself")
                .isEqualTo(Map.of("north", 3L));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aMetricMayHaveTimesOfItsOwn(Databases database) {
        create(database, database.zonedType());
        database.run(
                "DROP TABLE IF EXISTS arrivals",
                "CREATE TABLE arrivals (arrived TIMESTAMP)",
                "INSERT INTO arrivals VALUES (TIMESTAMP '2026-03-14 23:59:59'), (TIMESTAMP '2026-03-15 00:00:00')");
        MetricDefinition arrived = MetricDefinition.of("shop", "pallets.arrived", new MetricUnit("pallets"))
                .describedAs("Pallets that arrived before t");
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", database.dataSource())
                .metric(CustomSqlMetric.of(
                        EVER, "SELECT site, COUNT(*) FROM packed WHERE packed_at < :at GROUP BY site"))
                .metric(CustomSqlMetric.of(arrived, "SELECT COUNT(*) FROM arrivals WHERE arrived < :at")
                        .times(TimeKind.localIn(NEW_YORK)))
                .build();
        AsOf at = new AsOf(INSTANTS.get(1), INSTANTS.get(1), CALENDAR);

        assertThat(domain.measure(at, MeasurementRules.DEFAULT).measurements())
                .extracting(Object::toString)
                .containsExactly("orders.ever NO_DATA (the SELECT returned no row)", "pallets.arrived OK 1");
    }

    private static CustomSqlDomain domain(Databases database, TimeKind times) {
        return CustomSqlDomain.builder("shop", database.dataSource())
                .times(times)
                .metric(CustomSqlMetric.of(
                        PACKED,
                        "SELECT site, COUNT(*) AS orders FROM packed WHERE packed_at >= :from AND packed_at < :to"
                                + " GROUP BY site"))
                .metric(CustomSqlMetric.of(
                        EVER, "SELECT site, COUNT(*) FROM packed WHERE packed_at < :at GROUP BY site"))
                .build();
    }

    private static List<Row> rows(Kind kind) {
        Random random = new Random(SEED);
        List<Instant> times = new ArrayList<>(List.of(EARLIEST, EARLIEST.minusSeconds(1)));
        for (Instant instant : INSTANTS) {
            for (Window window : Window.values()) {
                TimeRange range = CALENDAR.range(window, instant);
                Stream.of(range.from(), range.endExclusive())
                        .filter(bound -> bound.isAfter(EARLIEST))
                        .flatMap(bound -> Stream.of(bound.minus(kind.tick()), bound, bound.plus(kind.tick())))
                        .forEach(times::add);
            }
        }
        for (int i = 0; i < 300; i++) {
            times.add(INSTANTS.get(4).minusSeconds(random.nextInt(500 * 86_400)).truncatedTo(ChronoUnit.SECONDS));
        }
        return times.stream()
                .map(time -> new Row(random.nextBoolean() ? "north" : "south", time))
                .toList();
    }

    private static void create(Databases database, String type) {
        database.run("DROP TABLE IF EXISTS packed", "CREATE TABLE packed (site VARCHAR(10), packed_at " + type + ")");
    }

    private static void insert(Databases database, Stream<String> rows) {
        database.run(rows.collect(Collectors.joining(", ", "INSERT INTO packed VALUES ", "")));
    }

    private static Map<String, Long> count(List<Row> rows, Kind kind, Predicate<Instant> counts) {
        return rows.stream()
                .filter(row -> counts.test(stored(kind, row.packedAt())))
                .collect(Collectors.groupingBy(Row::site, TreeMap::new, Collectors.counting()));
    }

    /** What a column still tells of an instant; a local time that the clock shows twice stands for the first. */
    private static Instant stored(Kind kind, Instant instant) {
        return switch (kind) {
            case ZONED -> instant;
            case LOCAL_IN_NEW_YORK ->
                LocalDateTime.ofInstant(instant, NEW_YORK).atZone(NEW_YORK).toInstant();
            case EPOCH_SECONDS -> instant.truncatedTo(ChronoUnit.SECONDS);
            case EPOCH_MILLIS -> instant.truncatedTo(ChronoUnit.MILLIS);
        };
    }

    private static Map<String, Long> bySite(DomainMetrics measured, MetricDefinition definition, Window window) {
        return measured.measurements().stream()
                .filter(m -> m.definition() == definition && m.window().equals(Optional.ofNullable(window)))
                .filter(m -> m.value().isPresent())
                .collect(Collectors.toMap(
                        m -> m.tags().get("site"), m -> m.value().orElseThrow().longValueExact()));
    }
}
