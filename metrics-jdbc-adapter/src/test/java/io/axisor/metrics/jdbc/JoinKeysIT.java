package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.source.MetricsDataException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A join finds at most one row: else each of ours would count several times. */
class JoinKeysIT {

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
