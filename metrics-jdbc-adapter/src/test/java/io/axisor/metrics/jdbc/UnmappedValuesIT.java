package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.SchemaReport.Kind;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the preflight says of stored values that the mapping gives no meaning. */
class UnmappedValuesIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");
    private static final String SEE = "; see such rows with: ";

    static Stream<Engine> engines() {
        return Stream.of(
                Databases.H2.engine(),
                Databases.HSQLDB.engine(),
                Databases.POSTGRESQL.engine(),
                Engines.SQLITE,
                Engines.DUCKDB,
                Engines.DERBY,
                Engines.MARIADB);
    }

    @ParameterizedTest
    @CsvSource({"94, 6, 1, 0", "95, 5, 0, 1", "0, 1, 1, 0", "100, 0, 0, 0"})
    void moreThanFivePercentOfTheLast90DaysIsAnError(int paid, int settled, int errors, int warnings)
            throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("paid", paid, "settled", settled), 89));
        SchemaReport report = verify(Databases.H2.engine());

        assertThat(report.contentErrors()).hasSize(errors);
        assertThat(report.warnings()).hasSize(warnings);
        assertThat(report.orThrow()).isSameAs(report);
        if (errors > 0) {
            assertThatThrownBy(() -> report.orThrow(Kind.CONTENT))
                    .isInstanceOf(MetricsDataException.class)
                    .hasMessageContaining("'settled' in " + settled + " row");
        }
    }

    @Test
    void whatIsOlderThan90DaysIsAWarning() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("paid", 1, "settled", 50), 91));
        SchemaReport report = verify(Databases.H2.engine());

        assertThat(report.contentErrors()).isEmpty();
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .startsWith("payments.status: 50 of 51 rows (98.0 %) are left out, since their value means none of"
                        + " succeeded, refunded, failed, pending")
                .contains(": 'settled' in 50 rows; map each with .succeeded(...), .refunded(...), .failed(...),"
                        + " .pending(...)");
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "99, 0"})
    void aHundredRowsWithoutASingleSuccessAreAnError(int failed, int errors) throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("lost", failed), 200));
        SchemaReport report = verify(Databases.H2.engine());

        assertThat(report.warnings()).isEmpty();
        assertThat(report.contentErrors()).hasSize(errors);
        assertThat(String.join("", report.contentErrors()))
                .isEqualTo(
                        errors == 0 ? "" : "payments.status: none of 100 rows means succeeded, which metrics rest on");
    }

    @Test
    void theHintNamesWhatResemblesAValueOrNothing() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("PAID", 3, "unpaid", 2, "void", 1, "paid", 1), 1));

        assertThat(verify(Databases.H2.engine()).contentErrors())
                .singleElement()
                .asString()
                .contains(": 'PAID' in 3 rows (resembles 'paid'; map it with .succeeded(\"PAID\")), 'unpaid' in 2 rows,"
                        + " 'void' in 1 row; map each with");
    }

    @Test
    void aMappingInPropertiesIsAnsweredInKeys() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("PAID", 3), 1));
        MetricsSchema schema = SchemaProperties.read(Map.of(
                "payments.table", "pays",
                "payments.user-id", "who",
                "payments.amount", "cents",
                "payments.minor-units", "true",
                "payments.fixed-currency", "USD",
                "payments.status", "state",
                "payments.succeeded", "paid",
                "payments.created-at", "made",
                "payments.created-at-kind", "epoch-millis"));

        assertThat(JdbcMetricsDataSource.of(Databases.H2.dataSource(), schema)
                        .verify()
                        .contentErrors())
                .singleElement()
                .asString()
                .contains("'PAID' in 3 rows (resembles 'paid'; add it to 'payments.succeeded'); add each to one of"
                        + " 'payments.succeeded', 'payments.refunded'")
                .doesNotContain(".succeeded(");
    }

    @Test
    void anIntervalIsHintedAtOnlyWhereOneResemblesIt() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("QUARTERLY", 3, "month", 1), 1));
        SchemaReport report = JdbcMetricsDataSource.of(
                        Databases.H2.dataSource(),
                        MetricsSchema.builder()
                                .subscriptions(s -> s.table("pays")
                                        .userId("who")
                                        .amount("cents")
                                        .minorUnits()
                                        .fixedCurrency(USD)
                                        .interval("state")
                                        .monthly("month")
                                        .yearly("year")
                                        .startedAt("made", TimeKind.epochMillis()))
                                .build())
                .verify();

        assertThat(report.contentErrors())
                .singleElement()
                .asString()
                .startsWith("subscriptions.interval: 3 of 4 rows (75.0 %) of the last 90 days are left out")
                .contains(": 'QUARTERLY' in 3 rows; map each with")
                .doesNotContain("\"QUARTERLY\"");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theSelectOfAMessageRunsAndShowsTheRowsThatAreLeftOut(Engine engine) throws SQLException {
        create(
                engine,
                rows(Map.of("it's", 2, "b\\s", 1, "paid", 3, "Paid", 30, "d'oh\\", 1), 1),
                rows(Map.of("", 1), 1));
        SchemaReport report = verify(engine, p -> p.pending("it's", "b\\s"));

        String error = report.contentErrors().get(0);
        assertThat(error).contains("'Paid' in 30 rows (resembles 'paid'");
        assertThat(report.contentErrors()).hasSize(1);
        List<String> shown = new ArrayList<>();
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(error.substring(error.indexOf(SEE) + SEE.length()))) {
            while (rows.next()) {
                shown.add(String.valueOf(rows.getString(rows.getMetaData().getColumnCount())));
            }
        }
        assertThat(shown).hasSize(20).isSubsetOf("Paid", "d'oh\\", "", "null");
    }

    @Test
    void theSelectOfAColumnWithoutAnyMeaningRuns() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("sad", 3), 1));
        SchemaReport report = JdbcMetricsDataSource.of(
                        Databases.H2.dataSource(),
                        MetricsSchema.builder()
                                .surveys(s -> s.table("pays")
                                        .score("cents")
                                        .kind("state")
                                        .answeredAt("made", TimeKind.epochMillis()))
                                .build())
                .verify();

        String error = report.contentErrors().get(0);
        Databases.H2.run(error.substring(error.indexOf(SEE) + SEE.length()));
        assertThat(error).startsWith("surveys.kind: 3 of 3 rows (100.0 %) of the last 90 days");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void theSelectOfANumberRuns(Engine engine) throws SQLException {
        create(engine, rows(Map.of("paid", 5), 1));
        SchemaReport report = verifyStatus(engine, p -> p.status("who").succeeded("8"));

        String error = report.contentErrors().get(0);
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(error.substring(error.indexOf(SEE) + SEE.length()))) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(rows.getMetaData().getColumnCount())).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aMeasurementWithoutAValueNamesWhatIsStored(Engine engine) throws SQLException {
        create(engine, rows(Map.of("paid", 23, "settled", 27), 1));
        assertThat(whyNoOrders(engine))
                .isEqualTo(
                        "54 % of the payments in the window have the unmapped status 'settled' (27 of 50); map what is"
                                + " stored, or leave such rows out with the table's where");
        create(engine, rows(Map.of("paid", 23, "settled", 20, "held", 7), 1));
        assertThat(whyNoOrders(engine))
                .startsWith(
                        "54 % of the payments in the window have an unmapped status, most often 'settled' (27 of 50)");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aValueThatPeopleWouldNotReadIsShortened(Engine engine) throws SQLException {
        String log = "gateway\n" + "timeout ".repeat(8);
        String shown = "'gateway\\ntimeout timeout timeout timeout …'";
        create(engine, rows(Map.of("paid", 23, log, 27), 1));

        assertThat(whyNoOrders(engine))
                .startsWith("54 % of the payments in the window have the unmapped status " + shown + " (27 of 50)");
        assertThat(verify(engine).contentErrors())
                .singleElement()
                .asString()
                .contains(": " + shown + " in 27 rows; map each")
                .doesNotContain("\n");
    }

    /** What stands in a hint can be copied, or does not stand there. */
    @Test
    void aHintOffersNoValueThatCannotBeCopied() throws SQLException {
        create(Databases.H2.engine(), rows(Map.of("paid\n", 3, "PAID", 1), 1));

        assertThat(verify(Databases.H2.engine()).contentErrors())
                .singleElement()
                .asString()
                .contains(": 'paid\\n' in 3 rows (resembles 'paid'), 'PAID' in 1 row (resembles 'paid'; map it with"
                        + " .succeeded(\"PAID\"));");
    }

    private static String whyNoOrders(Engine engine) {
        MetricsSchema schema = MetricsSchema.builder()
                .payments(p -> p.table("pays")
                        .userId("who")
                        .amount("cents")
                        .minorUnits()
                        .fixedCurrency(USD)
                        .createdAt("made", TimeKind.epochMillis())
                        .status("state")
                        .succeeded("paid"))
                .build();
        return BusinessMetrics.of(JdbcMetricsDataSource.of(engine.dataSource(), schema), ZoneOffset.UTC)
                .now()
                .revenue()
                .find(RevenueDefinitions.ORDERS, Window.ROLLING_30D, Map.of())
                .flatMap(Measurement::reason)
                .orElseThrow();
    }

    private static SchemaReport verify(Engine engine) {
        return verify(engine, p -> {});
    }

    private static SchemaReport verify(Engine engine, Consumer<PaymentsMapping> more) {
        return verifyStatus(
                engine, p -> more.accept(p.status("state").succeeded("paid").failed("lost")));
    }

    private static SchemaReport verifyStatus(Engine engine, Consumer<PaymentsMapping> status) {
        SchemaReport report = JdbcMetricsDataSource.of(
                        engine.dataSource(),
                        MetricsSchema.builder()
                                .payments(p -> status.accept(p.table("pays")
                                        .userId("who")
                                        .amount("cents")
                                        .minorUnits()
                                        .fixedCurrency(USD)
                                        .createdAt("made", TimeKind.epochMillis())))
                                .build())
                .verify();
        return new SchemaReport(
                report.orThrow().errors(),
                report.contentErrors(),
                report.warnings().stream()
                        .filter(warning -> !warning.contains("no index of"))
                        .toList());
    }

    @SafeVarargs
    private static void create(Engine engine, List<Object[]>... rows) throws SQLException {
        engine.drop("pays");
        engine.run("CREATE TABLE pays (who INTEGER, cents INTEGER, state VARCHAR(90), made BIGINT)");
        for (List<Object[]> some : rows) {
            engine.insert("pays", some);
        }
    }

    private static List<Object[]> rows(Map<String, Integer> byStatus, int daysAgo) {
        long made = Instant.now().minus(Duration.ofDays(daysAgo)).toEpochMilli();
        List<Object[]> rows = new ArrayList<>();
        new HashMap<>(byStatus).forEach((status, number) -> {
            for (int i = 0; i < number; i++) {
                rows.add(new Object[] {7, 100, status, made});
            }
        });
        return rows;
    }
}
