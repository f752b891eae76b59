package io.axisor.metrics.jdbc;

import static io.axisor.metrics.time.Window.ROLLING_30D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.value.Statistic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How long executions took, from start and end in columns of every kind of time, and from columns of durations. */
class DurationColumnsIT {

    private static final Instant START = Instant.parse("2026-03-13T10:00:00Z");

    static Stream<Arguments> databasesAndKinds() {
        return TimeColumnsIT.databasesAndKinds();
    }

    @ParameterizedTest
    @MethodSource("databasesAndKinds")
    void startAndEndTellDurationsInWhateverZoneTheJvmAndTheSessionAre(Databases database, TimeColumnsIT.Kind kind) {
        create(database, "began " + kind.type(database) + ", ended " + kind.type(database));
        for (Duration took : List.of(
                Duration.ZERO,
                Duration.ofSeconds(1),
                Duration.ofSeconds(90),
                Duration.ofDays(1),
                kind.tick().negated())) {
            insert(database, kind.literal(START) + ", " + kind.literal(START.plus(took)));
        }
        insert(database, kind.literal(START) + ", NULL");
        TimeColumnsIT.everywhere(
                database, schema(e -> e.startedAt("began", kind.kind()).finishedAt("ended", kind.kind())), measured -> {
                    measured.shows("automations.duration.30d.mean", "21622.75") // 86491 / 4
                            .shows("automations.duration.30d.max", "86400")
                            .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "6")
                            .issues("executions.duration 1");
                    assertThat(seconds(measured, Statistic.P50)).isCloseTo(1, withinPercentage(5));
                    assertThat(seconds(measured, Statistic.P95)).isCloseTo(86_400, withinPercentage(5));
                });
    }

    @ParameterizedTest
    @MethodSource("databasesAndKinds")
    void theSmallestDifferenceThatAColumnKeepsIsADuration(Databases database, TimeColumnsIT.Kind kind) {
        create(database, "began " + kind.type(database) + ", ended " + kind.type(database));
        insert(database, kind.literal(START) + ", " + kind.literal(START.plus(kind.tick())));
        BigDecimal tick = BigDecimal.valueOf(kind.tick().toNanos(), 9);

        Measured measured =
                measure(database, e -> e.startedAt("began", kind.kind()).finishedAt("ended", kind.kind()));
        measured.shows("automations.duration.30d.max", tick.toPlainString())
                .shows("automations.duration.30d.mean", tick.toPlainString());
        assertThat(seconds(measured, Statistic.P50)).isCloseTo(tick.doubleValue(), withinPercentage(5));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void datesTellWholeDays(Databases database) {
        create(database, "began DATE, ended DATE");
        for (String days : List.of(
                "DATE '2026-03-10', DATE '2026-03-10'",
                "DATE '2026-03-10', DATE '2026-03-11'",
                "DATE '2026-03-10', DATE '2026-03-13'",
                "DATE '2026-03-10', DATE '2026-03-09'",
                "DATE '2026-03-10', DATE '2026-03-16'", // has not ended
                "DATE '2026-03-10', NULL")) {
            insert(database, days);
        }
        TimeKind inNewYork = TimeKind.dateIn(ZoneId.of("America/New_York"));
        TimeColumnsIT.everywhere(
                database,
                schema(e -> e.startedAt("began", inNewYork).finishedAt("ended", inNewYork)),
                measured -> measured.shows("automations.duration.30d.mean", "115200") // (0 + 1 + 3) days / 3
                        .shows("automations.duration.30d.max", "259200")
                        .shows("automations.executions.30d{automation=unspecified, outcome=other}", "1")
                        .issues("executions.duration 1"));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void kindsOfTimeThatDifferTellNoDurationAndSayWhatToMap(Databases database) {
        create(database, "began TIMESTAMP, ended BIGINT");
        insert(database, "TIMESTAMP '2026-03-13 10:00:00', 1773397000");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                database.dataSource(),
                schema(e -> e.startedAt("began", TimeKind.localIn(ZoneOffset.UTC))
                        .finishedAt("ended", TimeKind.epochSeconds())));
        Measured measured = Measured.of(source, SourceUnderTest.NOW.minus(Duration.ofDays(30)));

        assertThat(source.verify().errors()).isEmpty();
        Measurement mean = measured.snapshot().automation().duration(ROLLING_30D, Statistic.MEAN);
        assertThat(mean.finding().toString())
                .startsWith("UNAVAILABLE")
                .contains(".durationInSeconds(...)", "epoch seconds");
        measured.shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "1")
                .showsOnly(
                        "data.issues",
                        "{check=executions.automation} 0",
                        "{check=executions.started_at} 0",
                        "{check=executions.future} 0");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void withoutAnEndAndADurationNothingIsMeasured(Databases database) {
        create(database, "began TIMESTAMP, ended TIMESTAMP");
        measure(database, e -> e.startedAt("began", TimeKind.localIn(ZoneOffset.UTC)))
                .shows("automations.duration.30d.mean", "UNAVAILABLE")
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "0");
    }

    static Stream<Arguments> durations() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of(
                        // sixty years and more, twice: neither a product nor a sum overflows
                        Arguments.of(database, "INTEGER", "2000000000, 2000000000", "2000000000", "2000000000", 0),
                        Arguments.of(database, "SMALLINT", "0, 32767, -1", "16383.5", "32767", 1),
                        Arguments.of(database, "BIGINT", "3, 9000000000000000000", "3", "3", 1),
                        Arguments.of(
                                database, "BIGINT", "999999999999, 1000000000000", "999999999999", "999999999999", 1),
                        Arguments.of(database, "DECIMAL(12, 3)", "0.125, 1.5, 10", "3.875", "10", 0),
                        Arguments.of(database, "NUMERIC(38, 8)", "0.25, 1E29, -0.00000001", "0.25", "0.25", 2),
                        Arguments.of(
                                database,
                                "DOUBLE PRECISION",
                                "0.1, 0.2, 0.6, 1E30, -1E30, CAST('NaN' AS DOUBLE PRECISION),"
                                        + " CAST('Infinity' AS DOUBLE PRECISION)",
                                "0.3",
                                "0.6",
                                4)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("durations")
    void aColumnTellsSeconds(Databases database, String type, String values, String mean, String max, int issues) {
        create(database, "began DATE, took " + type);
        for (String value : values.split(", ", -1)) {
            insert(database, "DATE '2026-03-10', " + value);
        }
        insert(database, "DATE '2026-03-10', NULL");
        Measured measured = measure(database, e -> e.startedAt("began").durationInSeconds("took"));

        measured.shows("automations.duration.30d.mean", mean)
                .shows("automations.duration.30d.max", max)
                .issues(issues == 0 ? new String[0] : new String[] {"executions.duration " + issues});
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aColumnTellsMilliseconds(Databases database) {
        create(database, "began DATE, took INTEGER");
        for (String value : List.of("2000000000", "500", "0", "-1", "NULL")) {
            insert(database, "DATE '2026-03-10', " + value);
        }
        Measured measured = measure(database, e -> e.startedAt("began").durationInMillis("took"));

        measured.shows("automations.duration.30d.mean", "666666.8333333333") // 2000000.5 / 3
                .shows("automations.duration.30d.max", "2000000")
                .issues("executions.duration 1");
        assertThat(seconds(measured, Statistic.P50)).isCloseTo(0.5, withinPercentage(5));
    }

    @Test
    void aDecimalOfPostgresThatIsNoFiniteNumberIsADirtyDurationAndBreaksNothing() {
        create(Databases.POSTGRESQL, "began DATE, took NUMERIC");
        for (String took : List.of("'NaN'", "'Infinity'", "'-Infinity'", "1E40", "5.25")) {
            insert(Databases.POSTGRESQL, "DATE '2026-03-10', " + took);
        }
        measure(Databases.POSTGRESQL, e -> e.startedAt("began").durationInSeconds("took"))
                .shows("automations.duration.30d.mean", "5.25")
                .issues("executions.duration 4");
    }

    @Test
    void anInfiniteTimeOfPostgresBreaksNothing() {
        create(Databases.POSTGRESQL, "began TIMESTAMPTZ, ended TIMESTAMPTZ");
        for (String times : List.of(
                "'2026-03-13 10:00Z', '-infinity'",
                "'2026-03-13 10:00Z', 'infinity'",
                "'-infinity', '2026-03-13 10:00Z'",
                "'infinity', 'infinity'",
                "'2026-03-13 10:00Z', '2026-03-13 10:01Z'")) {
            insert(Databases.POSTGRESQL, times);
        }
        measure(Databases.POSTGRESQL, e -> e.startedAt("began").finishedAt("ended"))
                .shows("automations.duration.30d.max", "60")
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "2")
                .shows("automations.executions.30d{automation=unspecified, outcome=other}", "1")
                .issues("executions.started_at 1", "executions.future 1");
    }

    private static double seconds(Measured measured, Statistic statistic) {
        return measured.snapshot()
                .automation()
                .duration(ROLLING_30D, statistic)
                .value()
                .orElseThrow()
                .doubleValue();
    }

    private static void create(Databases database, String columns) {
        database.run(
                "DROP TABLE IF EXISTS timed_runs",
                "CREATE TABLE timed_runs (" + columns + ", bot INTEGER, result VARCHAR(9))");
    }

    private static void insert(Databases database, String values) {
        database.run("INSERT INTO timed_runs VALUES (" + values + ", 1, 'ok')");
    }

    private static MetricsSchema schema(Consumer<ExecutionsMapping> times) {
        return MetricsSchema.builder()
                .localTimesIn(ZoneOffset.UTC)
                .executions(e -> times.accept(e.table("timed_runs")
                        .automationId("bot")
                        .status("result")
                        .succeeded("ok")))
                .build();
    }

    private static Measured measure(Databases database, Consumer<ExecutionsMapping> times) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema(times));
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, Instant.parse("2026-03-15T04:00:00Z"));
    }
}
