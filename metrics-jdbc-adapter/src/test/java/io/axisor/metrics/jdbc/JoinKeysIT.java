package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A join finds at most one row: else each of ours would count several times. */
class JoinKeysIT {

    private static final long MADE = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();

    static Stream<Engine> engines() {
        return UnmappedValuesIT.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aJoinThatMultipliesRowsIsAnErrorAlsoWithoutVerification(Engine engine) throws SQLException {
        create(engine, "who INTEGER");
        engine.run("INSERT INTO tiers VALUES (1, 'pro', 1)", "INSERT INTO tiers VALUES (1, 'free', 0)");
        JdbcMetricsDataSource source = source(engine, j -> {});
        SchemaReport report = source.verify();

        assertThat(report.errors())
                .singleElement()
                .asString()
                .startsWith("users join: several rows of table ")
                .contains(", so what is joined would count several times; join by a unique key, restrict the table with"
                        + " .join(...).where(...), or map the facts by .select(...); see such keys with: SELECT ");
        assertThatThrownBy(() -> source.users(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageContaining("would count several times");
        String select = report.errors().get(0).replaceFirst(".*see such keys with: ", "");
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getInt(2)).isEqualTo(2);
            assertThat(rows.next()).isFalse();
        }
        assertThat(source(engine, j -> j.where("valid = 1")).verify().errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void rowsThatHappenToBeDifferentAreEnoughAndSoIsAKey(Engine engine) throws SQLException {
        create(engine, "who INTEGER");
        engine.run(
                "INSERT INTO tiers VALUES (1, 'pro', 1)",
                "INSERT INTO tiers VALUES (2, 'free', 0)",
                "INSERT INTO tiers VALUES (NULL, 'free', 0)",
                "INSERT INTO tiers VALUES (NULL, 'pro', 0)");
        assertThat(source(engine, j -> {}).verify().errors()).isEmpty();

        create(engine, "who INTEGER NOT NULL PRIMARY KEY");
        engine.run("INSERT INTO tiers VALUES (1, 'pro', 1)");
        assertThat(source(engine, j -> {}).verify().errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void refundsOfPaymentsThatShareAnIdAreAnErrorSinceEachWouldCountTwice(Engine engine) throws SQLException {
        createPayments(engine, "id INTEGER");
        engine.insert("sales", List.of(sale(1, 10), sale(1, 5), sale(2, 7), sale(null, 1), sale(null, 2)));
        engine.insert("backs", List.<Object[]>of(new Object[] {1, 4, MADE}));
        JdbcMetricsDataSource source = refunded(engine, p -> {});
        SchemaReport report = source.verify();

        assertThat(report.errors())
                .singleElement()
                .asString()
                .matches("payments.id: several rows of payments have the same '(id|ID)', so each refund of them would"
                        + " count several times; map an id of its own for each, or restrict them with"
                        + " .where\\(...\\); see such keys with: SELECT .*");
        assertThatThrownBy(() -> source.revenue(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageContaining("each refund of them would count several times");
        assertThatCode(() -> source.users(WholeCompany.AT)).doesNotThrowAnyException();
        assertThat(firstOf(engine, report.errors().get(0).replaceFirst(".*see such keys with: ", "")))
                .isEqualTo(1);

        JdbcMetricsDataSource remedied = refunded(engine, p -> p.where("amount <> 5"));
        assertThat(remedied.verify().errors()).isEmpty();
        Measured.of(remedied, SourceUnderTest.NOW)
                .shows("revenue.lifetime{currency=USD, plan=unspecified}", "16")
                .shows("revenue.refunded.lifetime{currency=USD}", "4");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void paymentsWithAKeyNeedNoLookAtTheirRows(Engine engine) throws SQLException {
        createPayments(engine, "id INTEGER NOT NULL PRIMARY KEY");
        engine.insert("sales", List.of(sale(1, 10), sale(2, 5)));
        engine.insert("backs", List.<Object[]>of(new Object[] {1, 4, MADE}));
        WatchedDataSource watched = new WatchedDataSource(engine.dataSource());
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(watched.dataSource(), refunds(p -> {}));

        Measured.of(source, SourceUnderTest.NOW).shows("revenue.lifetime{currency=USD, plan=unspecified}", "11");
        assertThat(watched.runs()).noneMatch(run -> run.sql().contains("HAVING"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void executionsOfAutomationsThatShareAnIdAreAnErrorToo(Engine engine) throws SQLException {
        engine.drop("bots");
        engine.drop("runs");
        engine.run(
                "CREATE TABLE bots (id INTEGER, who INTEGER, act INTEGER, made BIGINT)",
                "CREATE TABLE runs (bot INTEGER, state VARCHAR(9), made BIGINT)",
                "INSERT INTO bots VALUES (1, 1, 1, 0)",
                "INSERT INTO bots VALUES (1, 2, 1, 0)");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .automations(a -> a.table("bots")
                                .id("id")
                                .userId("who")
                                .active("act")
                                .createdAt("made", TimeKind.epochMillis()))
                        .executions(e -> e.table("runs")
                                .automationId("bot")
                                .status("state")
                                .succeeded("ok")
                                .startedAt("made", TimeKind.epochMillis()))
                        .build());

        assertThat(source.verify().errors())
                .singleElement()
                .asString()
                .startsWith("automations.id: several rows of automations have the same ")
                .contains(", so each execution of them would count several times");
        assertThatThrownBy(() -> source.automation(WholeCompany.AT)).isInstanceOf(MetricsDataException.class);
    }

    private static Object[] sale(@Nullable Integer id, int amount) {
        return new Object[] {id, amount, "paid", MADE};
    }

    private static void createPayments(Engine engine, String id) {
        engine.drop("sales");
        engine.drop("backs");
        engine.run(
                "CREATE TABLE sales (" + id + ", amount INTEGER, state VARCHAR(9), made BIGINT)",
                "CREATE TABLE backs (of_sale INTEGER, amount INTEGER, made BIGINT)");
    }

    private static JdbcMetricsDataSource refunded(Engine engine, Consumer<PaymentsMapping> more) {
        return JdbcMetricsDataSource.of(engine.dataSource(), refunds(more));
    }

    private static MetricsSchema refunds(Consumer<PaymentsMapping> more) {
        return MetricsSchema.builder()
                .payments(p -> {
                    more.accept(p);
                    p.table("sales").id("id").amount("amount").fixedCurrency(CurrencyUnit.of("USD"));
                    p.status("state").succeeded("paid").createdAt("made", TimeKind.epochMillis());
                })
                .refunds(r -> r.table("backs")
                        .paymentId("of_sale")
                        .amount("amount")
                        .refundedAt("made", TimeKind.epochMillis()))
                .build();
    }

    private static int firstOf(Engine engine, String select) throws SQLException {
        try (Connection connection = engine.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    /** It says nothing of the rows that it leaves out. */
    @Test
    void aPartialUniqueIndexIsNotEnough() throws SQLException {
        create(Databases.POSTGRESQL.engine(), "who INTEGER");
        Databases.POSTGRESQL.run(
                "CREATE UNIQUE INDEX one_valid ON tiers (who) WHERE valid = 1",
                "INSERT INTO tiers VALUES (1, 'pro', 1), (1, 'free', 0)");

        assertThat(source(Databases.POSTGRESQL.engine(), j -> {}).verify().errors())
                .singleElement()
                .asString()
                .startsWith("users join: several rows");
    }

    @Test
    void aUniqueIndexOfTwoColumnsIsNotEnough() throws SQLException {
        create(Databases.H2.engine(), "who INTEGER");
        Databases.H2.run(
                "CREATE UNIQUE INDEX both_unique ON tiers (who, valid)",
                "INSERT INTO tiers VALUES (1, 'pro', 1), (1, 'free', 0)");

        assertThat(source(Databases.H2.engine(), j -> {}).verify().errors()).hasSize(1);
    }

    @Test
    void aSecondJoinIsAFaultAndNotLost() {
        assertThatThrownBy(() -> MetricsSchema.builder()
                        .users(u -> u.table("people")
                                .join("a", j -> j.table("t").key("k").matching("m"))
                                .join("b", j -> j.table("t").key("k").matching("m"))
                                .id("id")
                                .createdAt("a.at"))
                        .build())
                .hasMessage("the mapping has 1 fault:\n  users: 'a' and 'b' are joined, but one table can be; join the"
                        + " others in a view or with .select(...)");
    }

    private static JdbcMetricsDataSource source(Engine engine, Consumer<JoinMapping> more) {
        return JdbcMetricsDataSource.of(
                engine.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.table("people")
                                .join(
                                        "t",
                                        j -> more.accept(
                                                j.table("tiers").key("who").matching("id")))
                                .id("id")
                                .createdAt("made", TimeKind.epochMillis())
                                .plan("t.plan"))
                        .build());
    }

    private static void create(Engine engine, String key) throws SQLException {
        engine.drop("people");
        engine.drop("tiers");
        engine.run(
                "CREATE TABLE people (id INTEGER, made BIGINT)",
                "CREATE TABLE tiers (" + key + ", plan VARCHAR(9), valid INTEGER)");
    }
}
