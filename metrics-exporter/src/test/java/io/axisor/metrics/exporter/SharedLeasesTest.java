package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.exporter.config.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SharedLeasesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofHours(1);

    private final DatabaseAddress database = new DatabaseAddress(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", Optional.empty(), Optional.empty());

    @Test
    void oneConfigurationTakesOverFromAnotherAndNoOtherReplicaInBetween() throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            connection.createStatement().execute(Guide.tableOfLocks());
        }
        SharedLeases here = new SharedLeases();
        SharedLeases there = new SharedLeases();
        try (SharedLeases.Share next = share(here);
                SharedLeases.Share other = share(there)) {
            try (SharedLeases.Share last = share(here)) {
                assertThat(last.tryHold(LONG)).isTrue();
                assertThat(next.tryHold(LONG)).isTrue();
                assertThat(other.tryHold(LONG)).isFalse();
            }
            assertThat(other.tryHold(LONG)).isFalse();

            next.release();
            assertThat(other.tryHold(LONG)).isTrue();
            assertThat(next.tryHold(LONG)).isFalse();
        }
    }

    private SharedLeases.Share share(SharedLeases leases) {
        return leases.share(database, "shedlock", "metrics", PATIENCE);
    }
}
