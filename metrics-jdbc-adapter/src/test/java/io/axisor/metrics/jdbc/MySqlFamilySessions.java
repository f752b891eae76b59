package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.jdbc.server.ServerOptions;
import io.axisor.metrics.source.MetricsDataException;
import io.axisor.metrics.value.CurrencyUnit;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Sessions as hosts of MySQL and MariaDB have them: in a zone, in a mode, with few rights. */
abstract class MySqlFamilySessions {

    private final MySqlFamilyEngine engine;

    MySqlFamilySessions(MySqlFamilyEngine engine) {
        this.engine = engine;
    }

    @Test
    void aSessionGoesBackInItsZoneAlsoAfterAnError() throws SQLException {
        createAccounts();
        List<String> during = new ArrayList<>();
        try (HikariDataSource pool = poolOfOne()) {
            WatchedDataSource watched =
                    new WatchedDataSource(pool).beforeRunning(run -> during.add(zone(run.connection())));
            JdbcMetricsDataSource source = accountsIn(watched.dataSource());

            source.users(WholeCompany.AT);
            assertThat(during).contains("+00:00");
            assertThat(zone(pool)).isEqualTo(ServerOptions.ZONE.getId());

            engine.drop("accounts");
            assertThatThrownBy(() -> source.users(WholeCompany.AT)).isInstanceOf(MetricsDataException.class);
            assertThat(zone(pool)).isEqualTo(ServerOptions.ZONE.getId());
        }
    }

    /** To put a session into another zone needs no right. */
    @Test
    void selectOnTheMappedTableIsAllThatIsNeeded() throws SQLException {
        createAccounts();
        engine.run(
                "DROP USER IF EXISTS metrics_guest",
                "CREATE USER metrics_guest",
                "GRANT SELECT ON accounts TO metrics_guest");
        DataSource guest = engine.connectedWith("user=metrics_guest");
        JdbcMetricsDataSource source = accountsIn(guest);

        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.users(WholeCompany.AT).accounts().get().byPlan().total())
                .isZero();
        try (Connection connection = guest.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM accounts")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void quotesAndBackslashesMeanWhatTheyMeanInEveryModeOfASession() throws SQLException {
        String table = engine.quoted("or\"der \\n");
        engine.drop(table);
        engine.run("CREATE TABLE " + table + " (who INTEGER, amount INTEGER, `st\\ate` VARCHAR(20), made DATETIME)");
        engine.insert(table, List.of(new Object[] {1, 5, "pa\\id'\"", "2026-04-01 00:00:00"}, new Object[] {
            1, 7, "paid", "2026-04-01 00:00:00"
        }));
        DataSource moded =
                engine.connectedWith("user=root&sessionVariables=sql_mode='ANSI_QUOTES,NO_BACKSLASH_ESCAPES'");

        for (DataSource session : List.of(engine.dataSource(), moded)) {
            JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                    session,
                    MetricsSchema.builder()
                            .payments(p -> p.table(Nasty.quoted("or\"der \\n"))
                                    .userId("who")
                                    .amount("amount")
                                    .fixedCurrency(CurrencyUnit.of("USD"))
                                    .status("st\\ate")
                                    .succeeded("pa\\id'\"")
                                    .failed("paid")
                                    .createdAt("made"))
                            .build());

            assertThat(source.verify().errors()).isEmpty();
            Measured.of(source, SourceUnderTest.NOW)
                    .shows("revenue.gross.lifetime{currency=USD}", "5")
                    .shows("payments{status=failed}", "1")
                    .issues();
        }
    }

    private void createAccounts() {
        engine.drop("accounts");
        engine.run("CREATE TABLE accounts (id INTEGER, born " + engine.instantType() + ")");
    }

    private static JdbcMetricsDataSource accountsIn(DataSource dataSource) {
        return JdbcMetricsDataSource.of(
                dataSource,
                MetricsSchema.builder()
                        .users(u -> u.table("accounts").id("id").createdAt("born"))
                        .build());
    }

    private HikariDataSource poolOfOne() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(engine.dataSource());
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    private static String zone(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return zone(connection);
        }
    }

    private static String zone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@SESSION.time_zone")) {
            row.next();
            return row.getString(1);
        }
    }
}
