package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions on the rows of a table, and on those of a table that is joined. */
class WhereIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");

    static Stream<Engine> engines() {
        return UnmappedValuesIT.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void rowsThatDoNotMeetTheConditionExistForNoMetricAndAreNoIssues(Engine engine) throws SQLException {
        create(engine);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(engine.dataSource(), schema("test = 0 OR test = 2"));

        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.verify().contentErrors()).isEmpty();
        assertThat(source.verify().warnings()).allMatch(warning -> warning.contains("no index of"));
        Measured.of(source, SourceUnderTest.NOW)
                .showsOnly("revenue.lifetime", "{currency=USD, plan=free} 2", "{currency=USD, plan=pro} 1")
                .issues();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void withoutTheConditionTheyAreReported(Engine engine) throws SQLException {
        create(engine);
        SchemaReport report =
                JdbcMetricsDataSource.of(engine.dataSource(), schema("1 = 1")).verify();

        assertThat(report.errors()).isEmpty();
        assertThat(Stream.concat(report.contentErrors().stream(), report.warnings().stream()))
                .anyMatch(finding -> finding.startsWith("payments.status: 2 of 4 rows (50.0 %)"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aConditionThatTheDatabaseRefusesIsAnError(Engine engine) throws SQLException {
        create(engine);
        SchemaReport report = JdbcMetricsDataSource.of(engine.dataSource(), schema("no_such_column = 1"))
                .verify();

        assertThat(report.errors())
                .singleElement()
                .asString()
                .startsWith("payments.where: the database refuses the condition: ");
    }

    @Test
    void theConditionMayEndInAComment() throws SQLException {
        create(Databases.H2.engine());

        assertThat(JdbcMetricsDataSource.of(Databases.H2.dataSource(), schema("test = 0 -- of the shop's owner"))
                        .verify()
                        .errors())
                .isEmpty();
    }

    @Test
    void missingIndexesAreStillReported() throws SQLException {
        create(Databases.H2.engine());
        SchemaReport without = JdbcMetricsDataSource.of(Databases.H2.dataSource(), schema("test = 0"))
                .verify();
        Databases.H2.run("CREATE INDEX by_making ON buys (made)");
        SchemaReport with = JdbcMetricsDataSource.of(Databases.H2.dataSource(), schema("test = 0"))
                .verify();

        assertThat(without.warnings()).anyMatch(warning -> warning.startsWith("payments.createdAt: no index of"));
        assertThat(with.warnings()).noneMatch(warning -> warning.startsWith("payments.createdAt: no index of"));
    }

    @Test
    void aConditionIsAKeyOfProperties() throws SQLException {
        create(Databases.H2.engine());
        MetricsSchema schema = SchemaProperties.read(Map.ofEntries(
                Map.entry("payments.table", "buys"),
                Map.entry("payments.where", "test in (0, 2)"),
                Map.entry("payments.join.p.table", "tiers"),
                Map.entry("payments.join.p.key", "who"),
                Map.entry("payments.join.p.matching", "who"),
                Map.entry("payments.join.p.where", "kind = 'now'"),
                Map.entry("payments.plan", "p.plan"),
                Map.entry("payments.user-id", "who"),
                Map.entry("payments.amount", "cents"),
                Map.entry("payments.minor-units", "true"),
                Map.entry("payments.fixed-currency", "USD"),
                Map.entry("payments.status", "state"),
                Map.entry("payments.succeeded", "paid"),
                Map.entry("payments.created-at", "made"),
                Map.entry("payments.created-at-kind", "epoch-millis")));

        Measured.of(JdbcMetricsDataSource.of(Databases.H2.dataSource(), schema), SourceUnderTest.NOW)
                .showsOnly("revenue.lifetime", "{currency=USD, plan=free} 2", "{currency=USD, plan=pro} 1");
    }

    @Test
    void anEmptyConditionAndOneBesideASelectAreFaults() {
        assertThatThrownBy(() -> MetricsSchema.builder()
                        .users(u -> u.table("people").where(" ").id("id").createdAt("born"))
                        .activity(a ->
                                a.select("SELECT 1").where("x = 1").userId("id").occurredAt("at"))
                        .build())
                .hasMessage("the mapping has 2 faults:\n  users.where: is empty; give a condition or leave it out\n"
                        + "  activity.where: put the condition into the select");
    }

    private static MetricsSchema schema(String where) {
        return MetricsSchema.builder()
                .payments(p -> p.table("buys")
                        .where(where)
                        .join(
                                "p",
                                j -> j.table("tiers").key("who").matching("who").where("kind = 'now'"))
                        .plan("p.plan")
                        .userId("who")
                        .amount("cents")
                        .minorUnits()
                        .fixedCurrency(USD)
                        .status("state")
                        .succeeded("paid")
                        .createdAt("made", TimeKind.epochMillis()))
                .build();
    }

    private static void create(Engine engine) throws SQLException {
        engine.drop("buys");
        engine.drop("tiers");
        engine.run(
                "CREATE TABLE buys (who INTEGER, cents INTEGER, state VARCHAR(20), made BIGINT, test INTEGER)",
                "CREATE TABLE tiers (who INTEGER, kind VARCHAR(9), plan VARCHAR(9))");
        long made = SourceUnderTest.NOW.minusSeconds(3600).toEpochMilli();
        engine.insert(
                "buys",
                List.of(
                        new Object[] {1, 100, "paid", made, 0},
                        new Object[] {2, 200, "paid", made, 2},
                        new Object[] {1, 400, "try", made, 1},
                        new Object[] {2, 800, "try", made, 1}));
        engine.insert(
                "tiers", List.of(new Object[] {1, "now", "pro"}, new Object[] {1, "before", "free"}, new Object[] {
                    2, "now", "free"
                }));
    }
}
