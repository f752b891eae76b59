package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.users.UserFacts;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All statements of a domain see the same rows, whatever others commit between them. */
class SnapshotIT {

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void whatIsCommittedBetweenTwoStatementsShowsOnlyTheNextTime(Databases database) throws SQLException {
        database.run(
                "DROP TABLE IF EXISTS arrivals",
                "CREATE TABLE arrivals (id INTEGER, born DATE)",
                "INSERT INTO arrivals VALUES (0, DATE '2026-04-10')");
        AtomicInteger ids = new AtomicInteger();
        WatchedDataSource watched = new WatchedDataSource(database.dataSource()).beforeRunning((Run run) -> {
            if (run.sql().startsWith("SELECT b")) { // the second statement
                database.run("INSERT INTO arrivals VALUES (" + ids.incrementAndGet() + ", DATE '2026-04-11')");
            }
        });
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(
                watched.dataSource(),
                MetricsSchema.builder()
                        .users(u -> u.table("arrivals").id("id").createdAt("born"))
                        .build());

        for (int round = 1; round <= 3; round++) {
            UserFacts facts = source.users(WholeCompany.AT);
            assertThat(facts.accounts().get().byPlan().total()).isEqualByComparingTo(String.valueOf(round));
            assertThat(facts.accounts().get().created()).containsEntry(Window.ROLLING_7D, (long) round);
            assertThat(ids).hasValue(round);
        }
    }
}
