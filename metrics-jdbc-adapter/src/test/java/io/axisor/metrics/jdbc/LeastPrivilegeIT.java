package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database user that may only SELECT, and only from what is mapped. */
class LeastPrivilegeIT {

    static Stream<MySqlFamilyEngine> engines() {
        return Stream.of(Engines.MARIADB, Engines.MARIADB_OVER_CONNECTOR_J);
    }

    @Test
    void aUserThatMayOnlySelectFromTheMappedTablesIsEnough() throws SQLException {
        MetricsSchema schema = WholeCompany.in(Databases.POSTGRESQL, RefundShape.OWN_TABLE);
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                reader(
                        "metrics_reader",
                        "app_accounts, \"Login.Events\", \"Order\", refunds, subscriptions, plan_changes, surveys,"
                                + " \"My Bots\", bot_runs, \"Trade Log\", market_log, used_export, \"Feature Use\","
                                + " \"Support Tickets\", privacy"),
                schema);

        assertThat(source.verify().errors()).isEmpty();
        WholeCompany.askAll(source);
    }

    @Test
    void aTableThatMayNotBeReadFailsItsDomainAlone() throws SQLException {
        MetricsSchema schema = WholeCompany.in(Databases.POSTGRESQL, RefundShape.ON_PAYMENT);
        JdbcMetricsDataSource source =
                JdbcMetricsDataSource.of(reader("payments_reader", "app_accounts, \"Order\", subscriptions"), schema);

        source.revenue(WholeCompany.AT);
        assertThatThrownBy(() -> source.users(WholeCompany.AT))
                .isInstanceOf(MetricsDataException.class)
                .hasMessageStartingWith("users: the database did not answer (PSQLException, SQLState 42501, code 0)");
    }

    /** Also on a database whose session is put into another zone, which needs no privilege. */
    @ParameterizedTest
    @MethodSource("engines")
    void selectOnTheMappedTableIsAllThatIsNeeded(MySqlFamilyEngine engine) throws SQLException {
        engine.drop("read_only");
        engine.run(
                "CREATE TABLE read_only (id INTEGER, born " + engine.instantType() + ")",
                "DROP USER IF EXISTS metrics_guest",
                "CREATE USER metrics_guest",
                "GRANT SELECT ON read_only TO metrics_guest");
        DataSource guest = engine.as("metrics_guest");
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                guest,
                MetricsSchema.builder()
                        .users(u -> u.table("read_only").id("id").createdAt("born"))
                        .build());

        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.users(WholeCompany.AT).accounts().get().byPlan().total())
                .isZero();
        try (Connection connection = guest.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM read_only")).isInstanceOf(SQLException.class);
        }
    }

    private static DataSource reader(String name, String tables) {
        Databases.POSTGRESQL.run(
                "DROP OWNED BY " + user(name),
                "GRANT USAGE ON SCHEMA public TO " + name,
                "GRANT SELECT ON " + tables + " TO " + name);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(((PGSimpleDataSource) Databases.POSTGRESQL.dataSource()).getUrl());
        dataSource.setUser(name);
        return dataSource;
    }

    private static String user(String name) {
        Databases.POSTGRESQL.run(
                "DO $$ BEGIN CREATE ROLE " + name + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL;" + " END $$");
        return name;
    }
}
