package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.jdbc.server.ServerOptions;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session that is put into UTC goes back in the zone that it came in. */
class SessionZoneIT {

    static Stream<MySqlFamilyEngine> engines() {
        return Stream.of(Engines.MARIADB, Engines.MARIADB_OVER_CONNECTOR_J);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void aSessionGoesBackInItsZoneAlsoAfterAnError(MySqlFamilyEngine engine) throws SQLException {
        engine.drop("zoned");
        engine.run("CREATE TABLE zoned (id INTEGER, born " + engine.instantType() + ")");
        List<String> during = new ArrayList<>();
        try (HikariDataSource pool = poolOfOne(engine)) {
            WatchedDataSource watched =
                    new WatchedDataSource(pool).beforeRunning(run -> during.add(zone(run.connection())));
            JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                    watched.dataSource(),
                    MetricsSchema.builder()
                            .users(u -> u.table("zoned").id("id").createdAt("born"))
                            .build());

            source.users(WholeCompany.AT);
            assertThat(during).contains("+00:00");
            assertThat(zone(pool)).isEqualTo(ServerOptions.ZONE.getId());

            engine.drop("zoned");
            assertThatThrownBy(() -> source.users(WholeCompany.AT)).isInstanceOf(MetricsDataException.class);
            assertThat(zone(pool)).isEqualTo(ServerOptions.ZONE.getId());
        }
    }

    private static HikariDataSource poolOfOne(MySqlFamilyEngine engine) {
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
