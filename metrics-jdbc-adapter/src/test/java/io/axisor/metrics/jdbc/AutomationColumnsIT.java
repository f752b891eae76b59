package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.time.Window;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Types, flags and statuses of automations in the types and places that hosts store them in. */
class AutomationColumnsIT {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "HSQLDB") // has no such types
    void typesAndStatusesMayBeOfAnEnumType(Databases database) {
        String type = "ENUM('dca', 'margin_guard', 'ok', 'bad')";
        if (database == Databases.POSTGRESQL) {
            database.run(
                    "DROP TABLE IF EXISTS typed_bots",
                    "DROP TABLE IF EXISTS typed_runs",
                    "DROP TYPE IF EXISTS \"Bot Word\"",
                    "CREATE TYPE \"Bot Word\" AS ENUM ('dca', 'margin_guard', 'ok', 'bad')");
            type = "\"Bot Word\"";
        }
        create(database, type, "BOOLEAN", type);
        database.run(
                "INSERT INTO typed_bots VALUES (1, 7, 'dca', TRUE, DATE '2026-03-01')",
                "INSERT INTO typed_bots VALUES (2, 7, 'margin_guard', NULL, DATE '2026-03-01')",
                "INSERT INTO typed_runs VALUES (1, 'ok', DATE '2026-04-10'), (2, 'bad', DATE '2026-04-10'),"
                        + " (2, NULL, DATE '2026-04-10')");
        measure(database, a -> a.type("kind").active("flag"))
                .showsOnly(
                        "automations",
                        "{automation=dca, state=active} 1",
                        "{automation=margin_guard, state=inactive} 1")
                .showsOnly("automations.success.30d", "{automation=dca} 1/1", "{automation=margin_guard} 0/1")
                .shows("margin.guard.actions.30d{outcome=failed}", "1")
                .shows("margin.guard.actions.30d{outcome=other}", "1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void typesFlagsAndStatusesMayBeNumbersAndNoNumberGuardsMarginsByDefault(Databases database) {
        create(database, "SMALLINT", "INTEGER", "INTEGER");
        database.run(
                "INSERT INTO typed_bots VALUES (1, 7, 4, 2, DATE '2026-03-01'), (2, 7, 5, 1, DATE '2026-03-01')",
                "INSERT INTO typed_runs VALUES (1, 200, DATE '2026-04-10'), (2, 500, DATE '2026-04-10')");
        measure(
                        database,
                        a -> a.type("kind").active("flag").activeWhen("2", "3"),
                        e -> e.succeeded("200", "201").failed("404"))
                .showsOnly("automations", "{automation=4, state=active} 1", "{automation=5, state=inactive} 1")
                .showsOnly("automations.success.30d", "{automation=4} 1/1", "{automation=5} NO_DATA")
                .shows("margin.guard.actions.lifetime{outcome=succeeded}", "0")
                .shows("margin.guard.owners.lifetime", "0");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void withoutTypesEveryAutomationIsOfNoneAndNoneIsKnownToGuardMargins(Databases database) {
        create(database, "VARCHAR(20)", "BOOLEAN", "VARCHAR(9)");
        database.run(
                "INSERT INTO typed_bots VALUES (1, 7, 'margin_guard', TRUE, DATE '2026-03-01')",
                "INSERT INTO typed_runs VALUES (1, 'ok', DATE '2026-04-10')");
        Measured measured = measure(database, a -> a.active("flag"));

        measured.shows("automations{automation=unspecified, state=active}", "1")
                .showsOnly("automations.success.30d", "{automation=unspecified} 1/1")
                .shows("margin.guard.owners.30d", "UNAVAILABLE");
        assertThat(measured.snapshot()
                        .automation()
                        .marginGuardOwners(Window.LIFETIME)
                        .reason())
                .get()
                .asString()
                .contains("types are not mapped", ".type(...)");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aTypeMayStandInAnotherTable(Databases database) {
        create(database, "INTEGER", "BOOLEAN", "VARCHAR(9)");
        database.run(
                "DROP TABLE IF EXISTS bot_kinds",
                "CREATE TABLE bot_kinds (nr INTEGER, \"Name\" CHAR(20))",
                "INSERT INTO bot_kinds VALUES (1, 'dca'), (2, 'margin_guard')",
                "INSERT INTO typed_bots VALUES (1, 7, 1, TRUE, DATE '2026-03-01'), (2, 8, 2, TRUE, DATE '2026-03-01'),"
                        + " (3, 8, 3, TRUE, DATE '2026-03-01')",
                "INSERT INTO typed_runs VALUES (1, 'ok', DATE '2026-04-10'), (2, 'ok', DATE '2026-04-10'),"
                        + " (3, 'ok', DATE '2026-04-10'), (4, 'bad', DATE '2026-04-10')");
        measure(
                        database,
                        a -> a.join("sort", j -> j.table("bot_kinds").key("nr").matching("kind"))
                                .type("sort.Name")
                                .active("flag"))
                .showsOnly(
                        "automations",
                        "{automation=dca, state=active} 1",
                        "{automation=margin_guard, state=active} 1",
                        "{automation=unspecified, state=active} 1",
                        "{automation=unspecified, state=inactive} 0")
                .showsOnly(
                        "automations.success.30d",
                        "{automation=dca} 1/1",
                        "{automation=margin_guard} 1/1",
                        "{automation=unspecified} 1/2")
                .showsOnly("automations.owners", "{plan=unspecified} 2")
                .shows("margin.guard.owners.30d", "1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theDomainTakesFourStatementsAtMost(Databases database) {
        create(database, "VARCHAR(20)", "BOOLEAN", "VARCHAR(9)");
        WatchedDataSource watched = new WatchedDataSource(database.dataSource());
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                watched.dataSource(),
                schema(
                        a -> a.type("kind").active("flag"),
                        e -> e.finishedAt("began").succeeded("ok")));
        source.automation(WholeCompany.AT); // looks the mapping up
        watched.forget();
        source.automation(WholeCompany.AT);

        assertThat(watched.runs()).extracting(Run::sql).hasSize(4);
    }

    private static void create(Databases database, String type, String flag, String status) {
        database.run(
                "DROP TABLE IF EXISTS typed_bots",
                "DROP TABLE IF EXISTS typed_runs",
                "CREATE TABLE typed_bots (id INTEGER, owner INTEGER, kind " + type + ", flag " + flag + ", born DATE)",
                "CREATE TABLE typed_runs (bot INTEGER, result " + status + ", began DATE)");
    }

    private static MetricsSchema schema(
            Consumer<AutomationsMapping> automations, Consumer<ExecutionsMapping> executions) {
        return MetricsSchema.builder()
                .automations(a -> automations.accept(
                        a.table("typed_bots").id("id").userId("owner").createdAt("born")))
                .executions(e -> executions.accept(e.table("typed_runs")
                        .automationId("bot")
                        .status("result")
                        .startedAt("began")))
                .build();
    }

    private static Measured measure(Databases database, Consumer<AutomationsMapping> automations) {
        return measure(database, automations, e -> e.succeeded("ok").failed("bad"));
    }

    private static Measured measure(
            Databases database, Consumer<AutomationsMapping> automations, Consumer<ExecutionsMapping> executions) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema(automations, executions));
        assertThat(source.verify().errors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW);
    }
}
