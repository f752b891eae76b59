package io.axisor.metrics.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.refresh.MetricsRefresher;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** A failing domain is told, and makes the health DOWN only where that is wanted. */
class RefreshHealthTest {

    private final MetricsRefresher refresher = MetricsRefresher.builder(
                    BusinessMetrics.of(JdbcMetricsDataSource.of(database(), schema()), ZoneOffset.UTC))
            .build();

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:");
        return database;
    }

    private static MetricsSchema schema() {
        return MetricsSchema.builder()
                .users(u -> u.table("nowhere").id("id").createdAt("created"))
                .build();
    }

    @Test
    void beforeTheFirstRefreshItIsNotDown() {
        assertThat(new RefreshHealth(refresher, true).isDown()).isFalse();
    }

    @Test
    void aFailureIsToldAndMakesItDownWhereThatIsWanted() {
        refresher.refresh();

        assertThat(new RefreshHealth(refresher, true).isDown()).isTrue();
        assertThat(new RefreshHealth(refresher, false).isDown()).isFalse();
        assertThat(new RefreshHealth(refresher, false).details().get("users").lastFailure())
                .contains("nowhere");
    }
}
