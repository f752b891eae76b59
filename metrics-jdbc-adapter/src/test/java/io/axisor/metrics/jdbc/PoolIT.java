package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.source.MetricsDataException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections from a pool. */
class PoolIT {

    @ParameterizedTest
    @EnumSource(Databases.class)
    void onePooledConnectionIsEnough(Databases database) throws SQLException {
        try (HikariDataSource pool = poolOfOne(database)) {
            JdbcMetricsDataSource source =
                    JdbcMetricsDataSource.of(pool, WholeCompany.in(database, RefundShape.OWN_TABLE));

            assertThat(source.verify().isUsable()).isTrue();
            WholeCompany.askAll(source);
            assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
        }
    }

    @Test
    void anExhaustedPoolIsNamed() throws SQLException {
        try (HikariDataSource pool = poolOfOne(Databases.H2);
                Connection taken = pool.getConnection()) {
            JdbcMetricsDataSource source =
                    JdbcMetricsDataSource.of(pool, WholeCompany.in(Databases.H2, RefundShape.ON_PAYMENT));

            assertThat(taken.isClosed()).isFalse();
            assertThatThrownBy(() -> source.users(WholeCompany.AT))
                    .isInstanceOf(MetricsDataException.class)
                    .hasCauseInstanceOf(SQLTransientConnectionException.class)
                    .hasMessage(
                            "users: the data source lent no connection (SQLTransientConnectionException, SQLState null,"
                                    + " code 0); look whether the database is up and the pool has a connection to spare");
        }
    }

    @Test
    void aDataSourceThatFailsUncheckedIsNamedToo() {
        WatchedDataSource closed = new WatchedDataSource(Databases.H2.dataSource()).beforeLending(connection -> {
            throw new IllegalStateException("the pool is closed");
        });
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                closed.dataSource(), MetricsSchema.builder().build());

        assertThatThrownBy(source::verify)
                .isInstanceOf(MetricsDataException.class)
                .hasMessage("verify: the data source lent no connection (IllegalStateException); look whether the"
                        + " database is up and the pool has a connection to spare");
    }

    private static HikariDataSource poolOfOne(Databases database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        return new HikariDataSource(config);
    }
}
