package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A database user that may only SELECT, and only from what is mapped. */
class LeastPrivilegeIT {

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
                .hasMessageStartingWith(
                        "users: the user of the data source may not read 'Login.Events' (PSQLException, SQLState"
                                + " 42501, code 0); grant that user SELECT on it");
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
