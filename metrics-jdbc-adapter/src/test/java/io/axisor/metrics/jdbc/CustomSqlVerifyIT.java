package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.Window;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The preflight of a domain of SQL: what the database refuses, and columns that do not fit, all at once. */
class CustomSqlVerifyIT {

    private static CustomSqlMetric metric(String key, String select, String... tags) {
        return CustomSqlMetric.of(
                MetricDefinition.of("shop", key, new MetricUnit("boxes"))
                        .tags(tags)
                        .describedAs("Boxes"),
                select);
    }

    private static void create(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS crates",
                "CREATE TABLE crates (site VARCHAR(10), packed_at " + database.zonedType() + ")");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everythingThatIsWrongIsToldInOneReport(Databases database) {
        create(database);
        SchemaReport report = CustomSqlDomain.builder("shop", database.dataSource())
                .metric(metric("a", "SELECT COUNT(*) FROM craets WHERE packed_at < :at"))
                .metric(metric(
                        "b", "SELECT sight AS site, COUNT(*) FROM crates WHERE packed_at < :at GROUP BY sight", "site"))
                .metric(metric("c", "SELECT site AS place, COUNT(*) AS boxes FROM crates GROUP BY site", "site"))
                .metric(metric("d", "SELECT MAX(site) AS most FROM crates WHERE packed_at < :at"))
                .metric(metric("e", "SELECT site, COUNT(*) FROM crates WHERE packed_at < :at GROUP BY site", "site"))
                .build()
                .verify();
        String text =
                database == Databases.H2 ? "CHARACTER VARYING" : database == Databases.HSQLDB ? "VARCHAR" : "text";

        assertThat(report.errors()).hasSize(5);
        assertThat(report.errors().get(0))
                .startsWith("a: the database refuses the SELECT: ")
                .containsIgnoringCase("craets");
        assertThat(report.errors().get(1))
                .startsWith("b: the database refuses the SELECT: ")
                .containsIgnoringCase("sight");
        assertThat(report.errors().subList(2, 5))
                .containsExactly(
                        "c: there is no column 'site' for the tag 'site'",
                        "c: beside the tags [site] there are the columns [place, boxes], where one is the value; drop"
                                + " the others, or give the metric more tags",
                        "d: the value 'most' is " + text + ", no number; CAST it");
        assertThat(report.warnings())
                .containsExactly(
                        "c: for a past instant it is UNDEFINED, since its SELECT does not look at :at, so it tells"
                                + " the present only; compare its times with :at");
        assertThatExceptionOfType(MetricsDataException.class).isThrownBy(report::orThrow);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatFitsHasNothingToTell(Databases database) {
        create(database);
        MetricDefinition packed = MetricDefinition.of("shop", "boxes.packed", new MetricUnit("boxes"))
                .windows(Window.values())
                .describedAs("Boxes");
        MetricDefinition share =
                MetricDefinition.of("shop", "boxes.known", MetricUnit.RATIO).describedAs("Boxes of a known site");
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", database.dataSource())
                .metric(CustomSqlMetric.of(
                        packed, "SELECT COUNT(*) FROM crates WHERE packed_at >= :from AND packed_at < :to"))
                .metric(CustomSqlMetric.of(
                        share,
                        "SELECT COUNT(site) AS numerator, COUNT(*) AS denominator FROM crates WHERE packed_at < :at"))
                .build();

        assertThat(domain.verify().orThrow()).hasToString("The mapping fits the database.");
    }

    static Stream<Arguments> databasesAndColumns() {
        return Stream.of(Databases.values())
                .flatMap(database -> Stream.of("packed_at", "local_at", "born", "tick")
                        .flatMap(column -> Stream.of("instant", "local", "date", "seconds", "millis")
                                .map(kind -> Arguments.of(database, column, kind))));
    }

    /** Databases would convert, by the zone of the session, or fail only when there are rows. */
    @ParameterizedTest
    @MethodSource("databasesAndColumns")
    void timesThatAreNotBoundAsTheirColumnAreTold(Databases database, String column, String kind) {
        database.run(
                "DROP TABLE IF EXISTS times",
                "CREATE TABLE times (packed_at " + database.zonedType()
                        + ", local_at TIMESTAMP, born DATE, tick BIGINT)");
        TimeKind times = kinds().get(kind);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", database.dataSource())
                .times(times)
                .metric(metric("a", "SELECT COUNT(*) FROM times WHERE " + column + " < :at OR " + column + " > :at"))
                .build();
        List<String> errors = domain.verify().errors();

        if (fitting().get(column).contains(kind)) {
            assertThat(errors).isEmpty();
        } else {
            assertThat(errors.get(0))
                    .matches("a: .* is compared with :at, bound as " + bound().get(kind) + "; set its times to "
                            + remedy().get(column));
            assertThat(errors)
                    .hasSizeLessThanOrEqualTo(2)
                    .element(errors.size() - 1)
                    .asString()
                    .matches("a: (.* is compared with :at|the database refuses the SELECT: ).*");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void timesThatAreNotBoundAsTheirColumnAreNeverCounted(Databases database) {
        database.run("DROP TABLE IF EXISTS sales", "CREATE TABLE sales (sold_at TIMESTAMP)");
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", watched.dataSource())
                .metric(metric("a", "SELECT COUNT(*) FROM sales WHERE sold_at < :at"))
                .build();
        String type = database == Databases.POSTGRESQL ? "timestamp" : "TIMESTAMP";
        for (int round = 0; round < 2; round++) {
            assertThatExceptionOfType(MetricsDataException.class)
                    .isThrownBy(() -> domain.measure(WholeCompany.AT, MeasurementRules.DEFAULT))
                    .withMessage("shop: a: " + type + " is compared with :at, bound as instants with a zone; set"
                            + " its times to 'local-in ZONE'");
        }
        assertThat(watched.runs()).isEmpty();
        assertThat(watched.returned()).hasSize(2).isEqualTo(watched.lent());
    }

    @Test
    void whatPostgresqlCannotTellWithoutAValueIsLeftToTheValue() {
        create(Databases.POSTGRESQL);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", Databases.POSTGRESQL.dataSource())
                .metric(metric("a", "SELECT EXTRACT(EPOCH FROM :at) - 1776245400"))
                .build();

        assertThat(domain.verify().errors()).isEmpty();
        assertThat(domain.measure(WholeCompany.AT, MeasurementRules.DEFAULT).measurements())
                .extracting(Object::toString)
                .containsExactly("a OK 0.000000");
    }

    @Test
    void aTypeThatSaysNothingIsNoFault() {
        create(Databases.H2);
        CustomSqlDomain domain = CustomSqlDomain.builder("shop", Databases.H2.dataSource())
                .metric(metric("a", "SELECT COUNT(*) FROM crates WHERE CAST(packed_at AS DATE) < CAST(:at AS DATE)"))
                .build();

        assertThat(domain.verify().errors()).isEmpty();
    }

    private static Map<String, TimeKind> kinds() {
        return Map.of(
                "instant", TimeKind.instant(),
                "local", TimeKind.localIn(ZoneOffset.UTC),
                "date", TimeKind.dateIn(ZoneOffset.UTC),
                "seconds", TimeKind.epochSeconds(),
                "millis", TimeKind.epochMillis());
    }

    private static Map<String, Set<String>> fitting() {
        return Map.of(
                "packed_at", Set.of("instant"),
                "local_at", Set.of("local"),
                "born", Set.of("date"),
                "tick", Set.of("seconds", "millis"));
    }

    private static Map<String, String> bound() {
        return Map.of(
                "instant", "instants with a zone",
                "local", "local times without a zone",
                "date", "dates",
                "seconds", "numbers",
                "millis", "numbers");
    }

    private static Map<String, String> remedy() {
        return Map.of(
                "packed_at", "'instant'",
                "local_at", "'local-in ZONE'",
                "born", "'date-in ZONE'",
                "tick", "'epoch-seconds' or 'epoch-millis'");
    }
}
