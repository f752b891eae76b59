package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Accounts whose ids no key keeps apart: whatever the mapping reads them from, and what verify() says of them. */
class AccountIdsIT {

    private static final long BORN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final String SEE = ", or see such (ids|rows) with: ";

    static Stream<Engine> engines() {
        return UnmappedValuesIT.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void verifySaysHowManyAreLeftOutAndHowToSeeThem(Engine engine) throws SQLException {
        create(engine, "nr VARCHAR(9)");
        insert(engine, "a", "a", "a", null, "b");
        SchemaReport report = source(engine, u -> u.table("members")).verify();

        assertThat(report.errors()).isEmpty();
        assertThat(report.contentErrors())
                .hasSize(2)
                .anyMatch(
                        error -> error.startsWith("users.id: 1 of 5 accounts (20.0 %) are left out, since they have no"
                                + " id; leave them out with .where(...), or see such rows with: SELECT "))
                .anyMatch(error -> error.startsWith("users.id: 2 of 5 accounts (40.0 %) are left out, since others of"
                        + " the same id were created earlier; choose those that count with .where(...), or see such"
                        + " ids with: SELECT "));
        for (String error : report.contentErrors()) {
            boolean isOfIds = error.contains("see such ids");
            try (Connection connection = engine.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(error.split(SEE, 2)[1])) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo(isOfIds ? "a" : null);
                assertThat(rows.getLong(2)).isEqualTo(isOfIds ? 3 : BORN + 3);
                assertThat(rows.next()).isFalse();
            }
        }
        SchemaReport remedied = source(
                        engine, u -> u.table("members").where("nr IS NOT NULL AND (nr <> 'a' OR born = " + BORN + ")"))
                .verify();
        assertThat(remedied.contentErrors()).isEmpty();
        assertThat(remedied.warnings()).noneMatch(warning -> warning.startsWith("users.id"));
    }

    @Test
    void aFewAreAWarning() throws SQLException {
        Engine engine = Databases.H2.engine();
        create(engine, "nr VARCHAR(9)");
        Object[] ids = new Object[40];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = "u" + i;
        }
        ids[7] = "u3";
        insert(engine, ids);
        SchemaReport report = source(engine, u -> u.table("members")).verify();

        assertThat(report.contentErrors()).isEmpty();
        assertThat(report.warnings()).anyMatch(warning -> warning.startsWith("users.id: 1 of 40 accounts (2.5 %)"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void viewsSelectsAndConditionsAreReadAsTablesAre(Engine engine) throws SQLException {
        create(engine, "nr VARCHAR(9)");
        insert(engine, "a", "a", "b", null);
        engine.run("CREATE VIEW member_view AS SELECT nr, born FROM members");
        try {
            assertThatOneOfEachIdCounts(engine);
        } finally {
            engine.run("DROP VIEW member_view");
        }
    }

    private static void assertThatOneOfEachIdCounts(Engine engine) {
        List<Consumer<UsersMapping>> mappings = List.of(
                u -> u.table("member_view"),
                u -> u.select("SELECT nr, born FROM members -- all of them"),
                u -> u.table("members").where("born > 0 -- or any"),
                u -> u.table("members")
                        .join("m", j -> j.table("towns").key("of_born").matching("born")));
        for (Consumer<UsersMapping> mapping : mappings) {
            Measured.of(source(engine, mapping), SourceUnderTest.NOW)
                    .showsOnly("users", "{plan=unspecified} 2")
                    .issues("users.duplicate 1", "users.id 1");
        }
        Measured.of(source(engine, u -> u.table("members").where("born > " + BORN)), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=unspecified} 2")
                .issues("users.id 1");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aPrimaryKeyOrAUniqueColumnIsTakenAtItsWord(Engine engine) throws SQLException {
        create(engine, "nr VARCHAR(9) NOT NULL PRIMARY KEY");
        insert(engine, "a", "b");
        assertThat(statements(engine)).isNotEmpty().noneMatch(sql -> sql.contains("ROW_NUMBER"));

        create(engine, "nr VARCHAR(9) UNIQUE");
        insert(engine, "a", "b", null, null);
        assertThat(statements(engine)).noneMatch(sql -> sql.contains("ROW_NUMBER"));
        Measured.of(source(engine, u -> u.table("members")), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=unspecified} 2")
                .issues("users.id 2");

        create(engine, "nr VARCHAR(9)");
        insert(engine, "a", "b", null, null);
        assertThat(statements(engine)).as("ids that happen to be unique").noneMatch(sql -> sql.contains("ROW_NUMBER"));
        insert(engine, "b");
        assertThat(statements(engine)).anyMatch(sql -> sql.contains("ROW_NUMBER"));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void idsThatAreNumbersAreKeptApartByTheirKeyToo(Engine engine) throws SQLException {
        create(engine, "nr INTEGER PRIMARY KEY");
        insert(engine, 1, 2);
        assertThat(statements(engine)).noneMatch(sql -> sql.contains("ROW_NUMBER") || sql.contains("DISTINCT"));

        create(engine, "nr INTEGER");
        insert(engine, 1, 1, 2);
        Measured.of(source(engine, u -> u.table("members")), SourceUnderTest.NOW)
                .showsOnly("users", "{plan=unspecified} 2")
                .issues("users.duplicate 1");
    }

    private static List<String> statements(Engine engine) {
        WatchedDataSource watched = new WatchedDataSource(engine.dataSource());
        JdbcMetricsDataSource.of(watched.dataSource(), schema(u -> u.table("members")))
                .users(WholeCompany.AT);
        return watched.runs().stream().map(WatchedDataSource.Run::sql).toList();
    }

    private static JdbcMetricsDataSource source(Engine engine, Consumer<UsersMapping> from) {
        return JdbcMetricsDataSource.of(engine.dataSource(), schema(from));
    }

    private static MetricsSchema schema(Consumer<UsersMapping> from) {
        return MetricsSchema.builder()
                .users(u -> {
                    from.accept(u);
                    u.id("nr").createdAt("born", TimeKind.epochMillis());
                })
                .build();
    }

    private static void create(Engine engine, String id) {
        engine.drop("members");
        engine.drop("towns");
        engine.run("CREATE TABLE members (" + id + ", born BIGINT)", "CREATE TABLE towns (of_born BIGINT)");
    }

    /** Each a millisecond after the one before. */
    private static void insert(Engine engine, Object... ids) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Object id : ids) {
            rows.add(new Object[] {id, BORN + rows.size()});
        }
        engine.insert("members", rows);
    }
}
