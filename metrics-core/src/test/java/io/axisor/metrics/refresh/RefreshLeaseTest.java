package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Replicas that share a lease, on simulated time. */
class RefreshLeaseTest {

    /** Where the replicas' leases meet, as a row in a database would. */
    private static final class Lock {
        final LongSupplier nanoTime;

        @Nullable
        Object holder;

        long endNanos;
        boolean broken;

        Lock(LongSupplier nanoTime) {
            this.nanoTime = nanoTime;
        }

        boolean isFree() {
            return holder == null || nanoTime.getAsLong() >= endNanos;
        }

        RefreshLease lease() {
            return new RefreshLease() {
                @Override
                public boolean tryHold(Duration duration) {
                    if (broken) {
                        throw new IllegalStateException("the lock is out of reach");
                    }
                    if (!isFree() && holder != this) {
                        return false;
                    }
                    holder = this;
                    endNanos = nanoTime.getAsLong() + duration.toNanos();
                    return true;
                }

                @Override
                public void release() {
                    if (holder == this) {
                        holder = null;
                    }
                }
            };
        }
    }

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final ScriptedSource source = new ScriptedSource();
    private final Lock lock = new Lock(source.nanos::get);
    private final RefreshLease lease = lock.lease();
    private final RefreshLease otherLease = lock.lease();
    private final MetricsRefresher refresher = source.simulated().lease(lease).build();
    private final MetricsRefresher other = source.simulated().lease(otherLease).build();

    private static boolean shows(MetricsRefresher refresher) {
        return !refresher.snapshot().measurements().isEmpty();
    }

    @Test
    void theHolderShowsAndTheStandbyNeitherAsksNorShows() {
        refresher.refresh();
        List<String> outcomes = new ArrayList<>();
        other.addListener(new RefreshListener() {
            @Override
            public void shown(MetricsSnapshot snapshot) {
                assertThat(snapshot.measurements()).isEmpty();
            }

            @Override
            public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
                outcomes.add(domain + " " + outcome);
            }
        });

        assertThat(other.refresh("users")).isFalse();
        assertThat(other.refresh().measurements()).isEmpty();
        assertThat(outcomes)
                .startsWith("users STANDBY", "users STANDBY", "revenue STANDBY")
                .allMatch(outcome -> outcome.endsWith(" STANDBY"))
                .hasSize(1 + other.metrics().domains().size());
        assertThat(shows(refresher)).isTrue();
        assertThat(source.usersAsked).hasValue(1);
        DomainHealth health = other.health("users");
        assertThat(health.standby()).isTrue();
        assertThat(health.up()).isTrue();
        assertThat(health.age()).isEmpty();
        assertThat(refresher.health("users").standby()).isFalse();
    }

    @Test
    void whoeverLearnsThatAnotherHoldsTheLeaseDropsEveryDomain() {
        refresher.refresh();
        lock.holder = otherLease;
        refresher.refresh("users");

        assertThat(refresher.snapshot().measurements()).isEmpty();
        assertThat(refresher.health()).allMatch(DomainHealth::standby);
    }

    @Test
    void valuesAreDroppedWhenTheLeaseRunsOutUnextended() {
        refresher.refresh();
        source.pass(Duration.ofMinutes(3));
        refresher.showAged();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.STALE);

        source.pass(Duration.ofNanos(1));
        refresher.showAged();
        assertThat(shows(refresher)).isFalse();
        assertThat(lock.isFree()).as("dropped before another can hold it").isFalse();
    }

    @Test
    void withoutReplicasNoLeaseRunsOut() {
        MetricsRefresher alone = source.simulated().build();
        alone.refresh();
        source.pass(Duration.ofMinutes(4));
        alone.showAged();

        assertThat(ScriptedSource.users(alone.snapshot())).isEqualTo(Status.STALE);
    }

    @Test
    void aRefreshThatOutlivesItsLeaseIsNotShownWhileAnotherHoldsIt() {
        source.beforeUsers = () -> {
            source.beforeUsers = () -> {};
            source.pass(Duration.ofMinutes(4));
            refresher.showAged();
            assertThat(other.refresh("users")).isTrue();
        };

        assertThat(refresher.refresh("users")).isFalse();
        assertThat(shows(refresher)).isFalse();
        assertThat(shows(other)).isTrue();
        assertThat(refresher.health("users").standby()).isTrue();
    }

    @Test
    void aRefreshThatOutlivesItsLeaseIsShownIfItCanBeHadAgain() {
        source.beforeUsers = () -> source.pass(Duration.ofMinutes(4));

        assertThat(refresher.refresh("users")).isTrue();
        assertThat(shows(refresher)).isTrue();
        assertThat(lock.holder).isSameAs(lease);
    }

    @Test
    void anExceptionOfTheLeaseIsAFailureAndValuesStayUntilTheLeaseEnds() {
        refresher.refresh();
        lock.broken = true;
        assertThat(refresher.refresh("users")).isFalse();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.STALE);
        assertThat(refresher.health("users").lastFailure()).contains("IllegalStateException: the lock is out of reach");
        assertThat(refresher.health("users").up()).isFalse();

        source.pass(Duration.ofMinutes(3).plusNanos(1));
        refresher.showAged();
        assertThat(shows(refresher)).isFalse();
    }

    @Test
    void theLeaseIsGivenUpOnClose() {
        refresher.refresh();
        assertThat(lock.isFree()).isFalse();
        refresher.close();

        assertThat(lock.isFree()).isTrue();
        assertThat(other.refresh("users")).isTrue();
    }

    @Test
    void closingTheStandbyLeavesTheHolderItsLease() {
        refresher.refresh();
        other.refresh();
        other.close();

        assertThat(lock.holder).isSameAs(lease);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoReplicasNeverBothShow(long seed) {
        Random random = new Random(seed);
        int firstShown = 0;
        int secondShown = 0;
        long firstWatched = 0;
        long secondWatched = 0;
        for (int step = 0; step < 24_000; step++) {
            source.pass(Duration.ofMillis(random.nextInt(200)));
            // Each watches over its age once a second; now and then it refreshes, or for minutes it does not.
            if (source.nanos.get() - firstWatched >= SECOND) {
                firstWatched = source.nanos.get();
                refresher.showAged();
            }
            if (source.nanos.get() - secondWatched >= SECOND) {
                secondWatched = source.nanos.get();
                other.showAged();
            }
            int phase = step / 2_000 % 3;
            if (phase != 0 && random.nextInt(10) == 0) {
                refresher.refresh(random.nextBoolean() ? "users" : "revenue");
            }
            assertNotBothShow(seed, step);
            if (phase != 1 && random.nextInt(10) == 0) {
                other.refresh(random.nextBoolean() ? "users" : "revenue");
            }
            assertNotBothShow(seed, step);
            firstShown += shows(refresher) ? 1 : 0;
            secondShown += shows(other) ? 1 : 0;
        }

        assertThat(firstShown).as("seed %d", seed).isGreaterThan(1_000);
        assertThat(secondShown).as("seed %d", seed).isGreaterThan(1_000);
    }

    private void assertNotBothShow(long seed, int step) {
        assertThat(shows(refresher) && shows(other))
                .as("seed %d, step %d: both show", seed, step)
                .isFalse();
    }
}
