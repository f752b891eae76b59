package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Two replicas and one table of locks. */
class ShedLockLeaseIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final SimpleDriverDataSource database =
            new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final ShedLockLease one = replica("business");
    private final ShedLockLease other = replica("business");

    @BeforeEach
    void makeTheTable() throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(Guide.tableOfLocks());
        }
    }

    private ShedLockLease replica(String name) {
        return ShedLockLease.of(database, "shedlock", name);
    }

    @Test
    void whoHoldsItExtendsItAndTheOtherSkips() {
        assertThat(one.tryHold(LONG)).isTrue();
        assertThat(other.tryHold(LONG)).isFalse();
        assertThat(one.tryHold(LONG)).isTrue();
        assertThat(other.tryHold(LONG)).isFalse();
    }

    @Test
    void whoGivesItUpIsReplacedAtOnce() {
        assertThat(one.tryHold(LONG)).isTrue();
        one.release();

        assertThat(other.tryHold(LONG)).isTrue();
        assertThat(one.tryHold(LONG)).isFalse();
    }

    @Test
    void whoDoesNotExtendItLosesIt() throws Exception {
        assertThat(one.tryHold(SHORT)).isTrue();
        Thread.sleep(SHORT.toMillis() + 100);

        assertThat(other.tryHold(LONG)).isTrue();
        assertThat(one.tryHold(LONG)).isFalse();
        one.release();
        assertThat(replica("business").tryHold(LONG)).isFalse();
    }

    @Test
    void whoWasAwayForLongerThanItHeldHoldsItAnewIfNobodyElseDoes() throws Exception {
        assertThat(one.tryHold(SHORT)).isTrue();
        Thread.sleep(SHORT.toMillis() + 100);

        assertThat(one.tryHold(LONG)).isTrue();
        assertThat(other.tryHold(LONG)).isFalse();
    }

    @Test
    void leasesOfAnotherNameAreOthers() {
        assertThat(one.tryHold(LONG)).isTrue();
        assertThat(replica("other").tryHold(LONG)).isTrue();
    }
}
