package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.value.CurrencyUnit;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types that a driver has no word for, or that say little of what is stored. Each remedy that a message names is taken. */
class StoredTypesIT {

    private static final Engine POSTGRESQL = Databases.POSTGRESQL.engine();

    @Test
    void countersInADatetimeOfSqliteAreCountedAsIssuesAndToldWithTheKindThatReadsThem() {
        createUsers("born DATETIME", "1775800000000", "1775800001000");

        JdbcMetricsDataSource guessed = users(u -> u.createdAt("born"));
        assertThat(guessed.verify().contentErrors())
                .containsExactly(
                        "users.createdAt: 'born' is read as TimeKind.localIn(zone), but stores numbers; map it with"
                                + " TimeKind.epochMillis()");
        at(guessed).shows("users.new.30d", "0").issues("users.created_at 2");

        JdbcMetricsDataSource told = users(u -> u.createdAt("born", TimeKind.epochMillis()));
        assertThat(told.verify().contentErrors()).isEmpty();
        at(told).shows("users.new.30d", "2").issues();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "DATETIME", ""})
    void textOfSqliteMayHaveATBetweenDateAndTime(String type) {
        // Half past nine is t: the second is one microsecond too late, whatever stands between date and time.
        createUsers(
                "born " + type,
                "'2026-04-15T09:29:59.999999'",
                "'2026-04-15T09:30:00.000001'",
                "'2026-04-15 09:29:59'",
                "'2026-04-14T09:30'",
                "'2026-04-14T09:29:59.999'");

        JdbcMetricsDataSource source = users(u -> u.createdAt("born", TimeKind.localIn(ZoneOffset.UTC)));
        assertThat(source.verify().errors()).isEmpty();
        at(source)
                .shows("users{plan=unspecified}", "4")
                .shows("users.new.24h", "3")
                .issues();
    }

    @Test
    void textOfSqliteWithAnOffsetIsAnInstant() {
        createUsers(
                "born TEXT",
                "'2026-04-15T09:29:59.999Z'",
                "'2026-04-15T11:29:59.999999+02:00'",
                "'2026-04-15 04:29:59 -05:00'",
                "'2026-04-15T11:30:00.000+02:00'");

        JdbcMetricsDataSource local = users(u -> u.createdAt("born", TimeKind.localIn(ZoneOffset.UTC)));
        assertThat(local.verify().contentErrors())
                .containsExactly(
                        "users.createdAt: 'born' is read as TimeKind.localIn(zone), but stores instants with a zone;"
                                + " map it with TimeKind.instant()");
        JdbcMetricsDataSource source = users(u -> u.createdAt("born", TimeKind.instant()));
        assertThat(source.verify().contentErrors()).isEmpty();
        at(source)
                .shows("users{plan=unspecified}", "3")
                .shows("users.new.24h", "3")
                .issues();
    }

    @Test
    void fractionsOfSqliteAreAddedUpThroughTheSelectThatTheMessageNames() {
        Engines.SQLITE.drop("bills");
        Engines.SQLITE.run(
                "CREATE TABLE bills (who INTEGER, total DECIMAL(9, 2), paid_on DATE)",
                "INSERT INTO bills VALUES (1, 19.99, '2026-04-10'), (1, 0.01, '2026-04-10')");

        assertThat(payments(
                                Engines.SQLITE,
                                p -> p.table("bills")
                                        .amount("total")
                                        .status("who")
                                        .succeeded("1"))
                        .verify()
                        .errors())
                .singleElement()
                .asString()
                .contains("map a select with CAST(ROUND(... * 100) AS INTEGER), and say .minorUnits()");
        JdbcMetricsDataSource source = payments(
                Engines.SQLITE,
                p -> p.select("SELECT who, CAST(ROUND(total * 100) AS INTEGER) AS total, 'paid' AS state, paid_on"
                                + " FROM bills")
                        .amount("total")
                        .status("state")
                        .succeeded("paid")
                        .minorUnits());
        assertThat(source.verify().errors()).isEmpty();
        at(source).shows("revenue.gross.lifetime{currency=USD}", "20").issues();
    }

    @Test
    void flagsOfSqliteMayBeWords() {
        createUsers(
                "checked BOOLEAN, born DATE",
                "'t', '2026-04-10'",
                "'true', '2026-04-10'",
                "1, '2026-04-10'",
                "0, '2026-04-10'",
                "'false', '2026-04-10'");

        at(users(u -> u.createdAt("born").verified("checked").verifiedWhen("true")))
                .shows("compliance.verified", "3/5");
    }

    @Test
    void domainsMoneyAndBitsOfPostgresAreWhatTheyAreMadeOf() {
        POSTGRESQL.drop("bills");
        POSTGRESQL.run(
                "DROP DOMAIN IF EXISTS price",
                "DROP DOMAIN IF EXISTS word",
                "DROP DOMAIN IF EXISTS moment",
                "CREATE DOMAIN price AS NUMERIC(12, 2) CHECK (VALUE >= 0)",
                "CREATE DOMAIN word AS VARCHAR(9)",
                "CREATE DOMAIN moment AS TIMESTAMPTZ",
                "CREATE TABLE bills (who INTEGER, total price, tip MONEY, open BIT(1), state word, paid_on moment)",
                "INSERT INTO bills VALUES (1, 10.5, 2.25, B'0', 'paid', '2026-04-10 10:00+00'),"
                        + " (1, 20, 3.5, B'1', 'lost', '2026-04-10 10:00+00')");

        JdbcMetricsDataSource domains = payments(
                POSTGRESQL,
                p -> p.table("bills")
                        .amount("total")
                        .status("state")
                        .succeeded("paid")
                        .failed("lost"));
        assertThat(domains.verify().errors()).isEmpty();
        at(domains).shows("revenue.gross.lifetime{currency=USD}", "10.5").shows("payments.success.30d", "1/2");
        JdbcMetricsDataSource bits = payments(
                POSTGRESQL,
                p -> p.table("bills")
                        .amount("tip")
                        .status("open")
                        .succeeded("false")
                        .failed("true"));
        assertThat(bits.verify().errors()).isEmpty();
        at(bits).shows("revenue.gross.lifetime{currency=USD}", "2.25").shows("payments.success.30d", "1/2");
    }

    @Test
    void keysThatPostgresDoesNotCompareAreNamed() {
        POSTGRESQL.drop("bills");
        POSTGRESQL.drop("people");
        POSTGRESQL.run(
                "CREATE TABLE people (id UUID, born DATE)",
                "CREATE TABLE bills (who VARCHAR(36), total INTEGER, paid_on DATE)");

        assertThat(joined(POSTGRESQL, "bills").verify().errors())
                .contains("payments.userId: it is varchar, which the database does not compare: users.id is uuid; map a"
                        + " select that makes one of the other");
        assertThat(joined(POSTGRESQL, "(SELECT CAST(who AS UUID) AS who, total, paid_on FROM bills)")
                        .verify()
                        .errors())
                .isEmpty();
    }

    @Test
    void keysThatNeverMatchAreNamed() {
        Engine mariaDb = Engines.MARIADB;
        mariaDb.drop("bills");
        mariaDb.drop("people");
        mariaDb.run(
                "CREATE TABLE people (id BINARY(16), born DATE)",
                "CREATE TABLE bills (who CHAR(36), total INTEGER, paid_on DATE)");

        assertThat(joined(mariaDb, "bills").verify().errors())
                .containsExactly(
                        "payments.userId: it is char, which never matches: users.id is binary; map a select that makes"
                                + " one of the other");
    }

    static Stream<MySqlFamilyEngine> mySqls() {
        return Stream.of(Engines.MARIADB, Engines.MARIADB_OVER_CONNECTOR_J);
    }

    @ParameterizedTest
    @MethodSource("mySqls")
    void aTinyintThatDriversTakeForAFlagMayHoldCodes(MySqlFamilyEngine engine) {
        engine.drop("bills");
        engine.run(
                "CREATE TABLE bills (who INTEGER, total INTEGER, state TINYINT(1), sent BIT(1), paid_on DATE)",
                "INSERT INTO bills VALUES (1, 5, 2, 1, '2026-04-10'), (1, 7, 1, 1, '2026-04-10'), (1, 9, 3, 0,"
                        + " '2026-04-10')");

        JdbcMetricsDataSource codes = payments(
                engine,
                p -> p.table("bills")
                        .amount("total")
                        .status("state")
                        .succeeded("2")
                        .failed("3"));
        assertThat(codes.verify().errors()).isEmpty();
        at(codes)
                .shows("revenue.gross.lifetime{currency=USD}", "5")
                .shows("payments.success.30d", "1/2")
                .issues("payments.status 1");
        at(payments(
                        engine,
                        p -> p.table("bills")
                                .amount("total")
                                .status("sent")
                                .succeeded("true")
                                .failed("false")))
                .shows("revenue.gross.lifetime{currency=USD}", "12");
    }

    @Test
    void aSumInAViewOfDuckDbIsANumber() {
        Engines.DUCKDB.run(
                "DROP VIEW IF EXISTS totals",
                "DROP TABLE IF EXISTS bills",
                "CREATE TABLE bills (who INTEGER, total BIGINT, paid_on DATE)",
                "INSERT INTO bills VALUES (1, 5, DATE '2026-04-10'), (1, 7, DATE '2026-04-10')",
                "CREATE VIEW totals AS SELECT who, SUM(total) AS total, paid_on FROM bills GROUP BY who, paid_on");

        JdbcMetricsDataSource source = payments(
                Engines.DUCKDB,
                p -> p.table("totals").amount("total").status("who").succeeded("1"));
        assertThat(source.verify().errors()).isEmpty();
        at(source).shows("revenue.gross.lifetime{currency=USD}", "12");
    }

    static Stream<Engine> engines() {
        return Stream.concat(
                Stream.of(Databases.values()).map(Databases::engine), Stream.of(Engines.SQLITE, Engines.DUCKDB));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aSelectMayEndWithAComment(Engine engine) {
        engine.drop("commented");
        engine.run(
                "CREATE TABLE commented (id INTEGER, born DATE)",
                "INSERT INTO commented VALUES (1, "
                        + (engine == Engines.SQLITE ? "'2026-04-10')" : "DATE '2026-04-10')"));
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.select("SELECT id, born FROM commented -- not (only) ours")
                                .id("id")
                                .createdAt("born"))
                        .build());

        assertThat(source.verify().errors()).isEmpty();
        at(source).shows("users.new.30d", "1");
    }

    @Test
    void theOperatorsOfJsonbAreWrittenAsDriversEscapeThem() {
        POSTGRESQL.drop("documents");
        POSTGRESQL.run(
                "CREATE TABLE documents (id INTEGER, born DATE, data JSONB)",
                "INSERT INTO documents VALUES (1, '2026-04-10', '{\"paid\": 1}'), (2, '2026-04-10', '{}')");

        assertThat(documents("?").verify().errors())
                .containsExactly(
                        "users: a select has no parameters, but this has a '?'; write operators of jsonb with ?? for"
                                + " each ?");
        JdbcMetricsDataSource source = documents("??");
        assertThat(source.verify().errors()).isEmpty();
        at(source).shows("users.new.30d", "1");
    }

    private static JdbcMetricsDataSource documents(String operator) {
        return JdbcMetricsDataSource.of(
                POSTGRESQL.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.select("SELECT id, born FROM documents WHERE data " + operator + " 'paid'")
                                .id("id")
                                .createdAt("born"))
                        .build());
    }

    private static JdbcMetricsDataSource joined(Engine engine, String bills) {
        return JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.table("people").id("id").createdAt("born"))
                        .payments(p -> (bills.startsWith("(")
                                        ? p.select(bills.substring(1, bills.length() - 1))
                                        : p.table(bills))
                                .userId("who")
                                .amount("total")
                                .fixedCurrency(CurrencyUnit.of("USD"))
                                .status("total")
                                .succeeded("5")
                                .createdAt("paid_on"))
                        .build());
    }

    private static void createUsers(String columns, String... rows) {
        Engines.SQLITE.drop("people");
        Engines.SQLITE.run("CREATE TABLE people (id INTEGER, " + columns + ")");
        for (int id = 0; id < rows.length; id++) {
            Engines.SQLITE.run("INSERT INTO people VALUES (" + id + ", " + rows[id] + ")");
        }
    }

    private static JdbcMetricsDataSource users(Consumer<UsersMapping> more) {
        return JdbcMetricsDataSource.of(
                Engines.SQLITE.dataSource(),
                MetricsSchema.builder()
                        .users(u -> more.accept(u.table("people").id("id")))
                        .build());
    }

    private static JdbcMetricsDataSource payments(Engine engine, Consumer<PaymentsMapping> more) {
        return JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .payments(p -> {
                            p.userId("who")
                                    .fixedCurrency(CurrencyUnit.of("USD"))
                                    .createdAt("paid_on");
                            more.accept(p);
                        })
                        .build());
    }

    private static Measured at(JdbcMetricsDataSource source) {
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
