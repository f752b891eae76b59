package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axisor.metrics.contract.Measurements;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of the rows of a host's SELECT, and which results are refused. */
class CustomSqlResultsIT {

    private static final Instant NOW = Instant.parse("2026-04-15T09:30:00Z");
    private static final AsOf AT = new AsOf(NOW, NOW, BusinessCalendar.of(ZoneOffset.UTC));

    private static final MetricDefinition STOCK = define(new MetricUnit("pallets"));
    private static final MetricDefinition BY_SITE = define(new MetricUnit("pallets"), "site");
    private static final MetricDefinition SHARE = define(MetricUnit.RATIO, "site");

    private static MetricDefinition define(MetricUnit unit, String... tags) {
        return MetricDefinition.of("shop", "stock", unit).tags(tags).describedAs("What is in stock");
    }

    private static List<Measurement> measure(Databases database, MetricDefinition definition, String select) {
        return domain(database, definition, select)
                .measure(AT, MeasurementRules.DEFAULT)
                .measurements();
    }

    private static CustomSqlDomain domain(Databases database, MetricDefinition definition, String select) {
        return CustomSqlDomain.builder("shop", database.dataSource())
                .metric(CustomSqlMetric.of(definition, select))
                .rowLimit(4)
                .build();
    }

    private static List<String> shown(Databases database, MetricDefinition definition, String select) {
        return measure(database, definition, select).stream()
                .map(m -> Measurements.series(m) + " " + Measurements.found(m))
                .toList();
    }

    /** A derived table of these rows, which every database reads. */
    private static String rows(String... rows) {
        return "(SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS v (site, amount)) t";
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRowIsASeries(Databases database) {
        assertThat(shown(database, BY_SITE, "SELECT site, amount FROM " + rows("('north', 2.50)", "('south', 0)")))
                .containsExactlyInAnyOrder("stock{site=north} 2.5", "stock{site=south} 0");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void columnsAreFoundByTheirLabelsInAnyOrderAndCase(Databases database) {
        MetricDefinition definition = define(new MetricUnit("pallets"), "site.code", "kind");

        assertThat(shown(
                        database,
                        definition,
                        "SELECT amount AS \"Value\", 'dry' AS \"KIND\", site AS Site_Code FROM " + rows("('n', 7)")))
                .containsExactly("stock{kind=dry, site.code=n} 7");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTagThatIsMissingOrBlankIsUnspecified(Databases database) {
        assertThat(shown(database, BY_SITE, "SELECT site, amount FROM " + rows("('n', 1)", "(NULL, 2)")))
                .containsExactlyInAnyOrder("stock{site=n} 1", "stock{site=unspecified} 2");
        assertThat(shown(database, BY_SITE, "SELECT site, amount FROM " + rows("(' ', 3)")))
                .containsExactly("stock{site=unspecified} 3");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theBlanksThatFillAColumnUpAreNoPartOfATag(Databases database) {
        assertThat(shown(database, BY_SITE, "SELECT CAST(site AS CHAR(6)) AS site, amount FROM " + rows("('n', 1)")))
                .containsExactly("stock{site=n} 1");
        database.run(
                "DROP TABLE IF EXISTS sites",
                "CREATE TABLE sites (site VARCHAR(6))",
                "INSERT INTO sites VALUES ('n'), ('n ')");
        assertThat(shown(database, BY_SITE, "SELECT site, CHAR_LENGTH(site) FROM sites"))
                .containsExactlyInAnyOrder("stock{site=n} 1", "stock{site=n } 2");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aCurrencyIsWrittenAsEverywhere(Databases database) {
        MetricDefinition money = define(MetricUnit.MONEY, "currency");
        List<Measurement> measured = measure(
                database,
                money,
                "SELECT site AS currency, amount FROM " + rows("('eur', 12.30)", "('Points', 5)", "(NULL, 1)"));

        assertThat(measured)
                .extracting(m -> Measurements.series(m) + " " + Measurements.found(m) + " " + m.unit())
                .containsExactlyInAnyOrder(
                        "stock{currency=EUR} 12.3 EUR",
                        "stock{currency=Points} 5 Points",
                        "stock{currency=unspecified} 1 unspecified");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aValueThatIsMissingHasNoSeries(Databases database) {
        assertThat(shown(database, BY_SITE, "SELECT site, amount FROM " + rows("('n', 1)", "('s', NULL)")))
                .containsExactly("stock{site=n} 1");
        assertThat(measure(database, BY_SITE, "SELECT site, amount FROM " + rows("('n', 1)") + " WHERE amount > 1"))
                .extracting(Object::toString)
                .containsExactly("stock NO_DATA (the SELECT returned no row)");
        assertThat(measure(database, STOCK, "SELECT SUM(amount) FROM " + rows("('n', 1)") + " WHERE amount > 1"))
                .extracting(Object::toString)
                .containsExactly("stock NO_DATA (the SELECT returned nothing but NULL, or what is no finite number)");
        assertThat(measure(database, STOCK, "SELECT COUNT(*) FROM " + rows("('n', 1)") + " WHERE amount > 1"))
                .extracting(Object::toString)
                .containsExactly("stock OK 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        H2         | SELECT CAST('NaN' AS DOUBLE PRECISION)
        H2         | SELECT CAST('-Infinity' AS REAL)
        H2         | SELECT CAST('Infinity' AS DECFLOAT)
        HSQLDB     | SELECT nan FROM not_a_number
        HSQLDB     | SELECT SUM(nan) FROM not_a_number
        POSTGRESQL | SELECT 'NaN'::float8
        POSTGRESQL | SELECT '-Infinity'::float4
        POSTGRESQL | SELECT 'NaN'::numeric
        POSTGRESQL | SELECT AVG(x) FROM (VALUES ('Infinity'::numeric), (1)) AS t (x)
        """)
    void whatIsNoFiniteNumberHasNoSeries(Databases database, String select) {
        if (database == Databases.HSQLDB) {
            database.run(
                    "DROP TABLE IF EXISTS not_a_number",
                    "CREATE TABLE not_a_number (nan DOUBLE)",
                    "SET DATABASE SQL DOUBLE NAN FALSE",
                    "INSERT INTO not_a_number VALUES (0E0 / 0E0)",
                    "SET DATABASE SQL DOUBLE NAN TRUE");
        }
        assertThat(measure(database, STOCK, select))
                .extracting(Object::toString)
                .containsExactly("stock NO_DATA (the SELECT returned nothing but NULL, or what is no finite number)");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aNumberIsTheOneThatWasWritten(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS figures",
                "CREATE TABLE figures (small SMALLINT, big BIGINT, wide DECIMAL(38, 2), single REAL, twice DOUBLE"
                        + " PRECISION)",
                "INSERT INTO figures VALUES (-7, 9007199254740993, 123456789012345678901234567890.12, 0.1, 1E-7)");
        for (int round = 0; round < 7; round++) { // PostgreSQL's driver reads binary after some rounds
            assertThat(shown(database, STOCK, "SELECT small FROM figures")).containsExactly("stock -7");
            assertThat(shown(database, STOCK, "SELECT big FROM figures")).containsExactly("stock 9007199254740993");
            assertThat(shown(database, STOCK, "SELECT SUM(wide) FROM figures"))
                    .containsExactly("stock 123456789012345678901234567890.12");
            assertThat(shown(database, STOCK, "SELECT single FROM figures")).containsExactly("stock 0.1");
            assertThat(shown(database, STOCK, "SELECT twice FROM figures")).containsExactly("stock 0.0000001");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aRatioOfCountsHasItsPartsAndItsInterval(Databases database) {
        List<Measurement> measured = measure(
                database,
                SHARE,
                "SELECT site, amount AS numerator, amount + amount AS denominator FROM "
                        + rows("('n', 20)", "('s', 2)", "('w', 0)", "('e', NULL)"));

        assertThat(measured)
                .extracting(m -> Measurements.series(m) + " " + Measurements.found(m))
                .containsExactlyInAnyOrder("stock{site=n} 20/40", "stock{site=s} 2/4", "stock{site=w} UNDEFINED");
        assertThat(measured).filteredOn(m -> m.status() == Status.OK).allSatisfy(m -> {
            assertThat(m.interval()).isPresent();
            assertThat(m.isSmallSample()).isEqualTo(m.tags().get("site").equals("s"));
        });
        assertThat(measured)
                .filteredOn(m -> m.status() == Status.UNDEFINED)
                .singleElement()
                .satisfies(m -> assertThat(m.reason()).contains("the denominator is 0"));
        assertThat(shown(database, SHARE, "SELECT site, amount FROM " + rows("('n', 0.25)")))
                .containsExactly("stock{site=n} 0.25");
    }

    @Test
    void whatTellsThePresentOnlyIsUndefinedForThePast() {
        CustomSqlDomain present = domain(Databases.H2, STOCK, "SELECT 7");
        AsOf justNow = new AsOf(NOW.minus(Duration.ofMinutes(5)), NOW, AT.calendar());
        AsOf past = new AsOf(NOW.minus(Duration.ofMinutes(6)), NOW, AT.calendar());

        assertThat(present.measure(justNow, MeasurementRules.DEFAULT).measurements())
                .extracting(Object::toString)
                .containsExactly("stock OK 7");
        assertThat(present.measure(past, MeasurementRules.DEFAULT).measurements())
                .extracting(Object::toString)
                .containsExactly(
                        "stock UNDEFINED (its SELECT does not look at :at, so it tells the present only; compare"
                                + " its times with :at)");
        assertThat(domain(Databases.H2, STOCK, "SELECT 7 WHERE TIMESTAMP WITH TIME ZONE '2020-01-01 00:00:00Z' < :at")
                        .measure(past, MeasurementRules.DEFAULT)
                        .measurements())
                .extracting(Object::toString)
                .containsExactly("stock OK 7");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void columnsThatDoNotFitAreNamed(Databases database) {
        String north = rows("('n', 7)");

        refuses(database, BY_SITE, "SELECT amount FROM " + north, "there is no column 'site' for the tag 'site'");
        refuses(
                database,
                BY_SITE,
                "SELECT site AS place, amount FROM " + north,
                "there is no column 'site' for the tag 'site'; beside the tags [site] there are the columns [place,"
                        + " amount], where one is the value; drop the others, or give the metric more tags");
        refuses(
                database,
                STOCK,
                "SELECT amount, amount + 1 AS more FROM " + north,
                "beside the tags [] there are the columns [amount, more], where one is the value; drop the others, or"
                        + " give the metric more tags");
        refuses(database, BY_SITE, "SELECT site FROM " + north, "there is no column for the value, only for tags");
        refuses(
                database,
                BY_SITE,
                "SELECT site, site, amount FROM " + north + " WHERE 1 = 0",
                "the column 'site' is there twice");
        refuses(
                database,
                STOCK,
                "SELECT 1 AS numerator, 2 AS denominator FROM " + north,
                "beside the tags [] there are the columns [numerator, denominator], where one is the value; drop the"
                        + " others, or give the metric more tags");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aValueThatIsNoNumberIsNamedByItsType(Databases database) {
        String text =
                database == Databases.H2 ? "CHARACTER VARYING" : database == Databases.HSQLDB ? "VARCHAR" : "varchar";
        String north = rows("('12', DATE '2026-01-01')");

        refuses(
                database,
                STOCK,
                "SELECT CAST(site AS VARCHAR(5)) AS stored FROM " + north,
                "the value 'stored' is " + text + ", no number; CAST it");
        refuses(
                database,
                STOCK,
                "SELECT amount AS stored FROM " + north,
                "the value 'stored' is " + (database == Databases.POSTGRESQL ? "date" : "DATE")
                        + ", no number; CAST it");
        refuses(
                database,
                STOCK,
                "SELECT (1 = 1) AS stored FROM " + north,
                "the value 'stored' is " + (database == Databases.POSTGRESQL ? "bool" : "BOOLEAN")
                        + ", no number; CAST it");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void rowsThatNoTagTellsApartAreRefused(Databases database) {
        String same = "two rows have the same tags [site]; group by all of them, NULL and blank being one";

        refuses(database, BY_SITE, "SELECT site, amount FROM " + rows("('secret', 1)", "('secret', 2)"), same);
        refuses(database, BY_SITE, "SELECT site, amount FROM " + rows("('', 1)", "(NULL, NULL)"), same);
        refuses(
                database,
                STOCK,
                "SELECT amount FROM " + rows("('n', 1)", "('s', 2)"),
                "there is more than one row, but no tag to tell them apart; aggregate, or give the metric tags");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void moreRowsThanTheLimitAreRefused(Databases database) {
        String[] five = {"('a', 1)", "('b', 1)", "('c', NULL)", "('d', 1)", "('e', 1)"};

        assertThat(shown(database, BY_SITE, "SELECT site, amount FROM " + rows(five) + " WHERE site <> 'e'"))
                .hasSize(3);
        refuses(
                database,
                BY_SITE,
                "SELECT site, amount FROM " + rows(five),
                "there are more than 4 rows, each of them a series; group by less, fold the small ones into one, or"
                        + " raise the limit of rows");
    }

    @ParameterizedTest
    @CsvSource({"1.5, 2", "1, 2.5", "-1, 2", "1, 99999999999999999999"})
    void partsOfARatioThatAreNoCountsAreRefused(String numerator, String denominator) {
        refuses(
                Databases.H2,
                SHARE,
                "SELECT 'n' AS site, " + numerator + " AS numerator, " + denominator + " AS denominator",
                "numerator and denominator must be counts, whole and not negative; divide amounts in the SELECT, by"
                        + " NULLIF(divisor, 0)");
    }

    @Test
    void anErrorNamesTheWindow() {
        MetricDefinition sold = MetricDefinition.of("shop", "sold", new MetricUnit("pallets"))
                .windows(Window.TODAY)
                .describedAs("Sold");

        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(
                        Databases.H2, sold, "SELECT 1, 2 WHERE TIMESTAMP '2020-01-01 00:00:00' BETWEEN :from AND :to"))
                .withMessageStartingWith("shop: sold over today: beside the tags []");
    }

    private static void refuses(Databases database, MetricDefinition definition, String select, String fault) {
        assertThatExceptionOfType(MetricsDataException.class)
                .isThrownBy(() -> measure(database, definition, select))
                .withMessage("shop: stock: " + fault)
                .withNoCause();
    }
}
