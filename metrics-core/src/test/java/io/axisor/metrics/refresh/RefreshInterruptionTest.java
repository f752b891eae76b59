package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of an interrupted flag: it silences no domain, and the host learns of it. */
@Timeout(60)
class RefreshInterruptionTest {

    private final ScriptedSource source = new ScriptedSource();
    private final MetricsRefresher refresher = source.simulated().build();

    @AfterEach
    void noFlagIsLeftForTheNextTest() {
        var unused = Thread.interrupted();
    }

    @Test
    void aFlagThatASourceLeavesSilencesNoLaterDomain() {
        List<Boolean> interrupted = new ArrayList<>();
        source.beforeUsers = () -> Thread.currentThread().interrupt();
        source.beforeRevenue = () -> interrupted.add(Thread.currentThread().isInterrupted());
        refresher.refresh();

        assertThat(refresher.health()).allMatch(DomainHealth::up);
        assertThat(interrupted).containsExactly(false);
        assertThat(Thread.interrupted()).as("it may have been the host's").isTrue();
    }

    @Test
    void aFlagThatAFailingSourceLeavesSilencesNoLaterDomain() {
        source.beforeUsers = () -> {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        };
        refresher.refresh();

        assertThat(refresher.health("users").up()).isFalse();
        assertThat(refresher.health("revenue").up()).isTrue();
        assertThat(ScriptedSource.revenue(refresher.snapshot())).isEqualTo(Status.OK);
    }

    @Test
    void aFlagOfTheHostsIsKeptThroughARefresh() {
        AtomicBoolean seen = new AtomicBoolean();
        source.beforeUsers = () -> seen.set(Thread.currentThread().isInterrupted());
        Thread.currentThread().interrupt();

        assertThat(refresher.refresh("users")).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(seen)
                .as("an interrupted thread may not ask some drivers anything")
                .isFalse();
        refresher.refresh();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(refresher.health()).allMatch(DomainHealth::up);
    }

    @Test
    void aFlagThatAListenerLeavesReachesNeitherOtherListenersNorOtherDomains() {
        List<Boolean> interrupted = new ArrayList<>();
        refresher.addListener(new RefreshListener() {
            @Override
            public void shown(MetricsSnapshot snapshot) {
                Thread.currentThread().interrupt();
            }

            @Override
            public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
                Thread.currentThread().interrupt();
            }
        });
        var unused = Thread.interrupted();
        refresher.addListener(new RefreshListener() {
            @Override
            public void shown(MetricsSnapshot snapshot) {
                interrupted.add(Thread.currentThread().isInterrupted());
            }

            @Override
            public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
                interrupted.add(Thread.currentThread().isInterrupted());
            }
        });
        refresher.refresh();

        assertThat(refresher.health()).allMatch(DomainHealth::up);
        assertThat(interrupted).hasSize(1 + 2 * 6).containsOnly(false);
    }

    @Test
    void aFlagThatALeaseLeavesReachesNoDomain() {
        MetricsRefresher leased = source.simulated()
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        Thread.currentThread().interrupt();
                        return true;
                    }

                    @Override
                    public void release() {}
                })
                .build();
        AtomicBoolean seen = new AtomicBoolean();
        source.beforeUsers = () -> seen.set(Thread.currentThread().isInterrupted());
        leased.refresh();

        assertThat(seen).isFalse();
        assertThat(leased.health()).allMatch(DomainHealth::up);
    }

    @Test
    void aFlagThatASourceLeavesDoesNotEndTheSchedule() throws InterruptedException {
        source.beforeUsers = () -> Thread.currentThread().interrupt();
        try (MetricsRefresher scheduled = MetricsRefresher.builder(source.metrics())
                .interval(Duration.ofMillis(1))
                .build()
                .start()) {
            Await.until(
                    "both asked twenty times", () -> source.usersAsked.get() >= 20 && source.revenueAsked.get() >= 20);
            assertThat(scheduled.health("users").up()).isTrue();
        }
    }

    @Test
    void anInterruptedHostStopsWaitingForAnotherRefreshAndDoesNotAskTheRest() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        MetricsRefresher patient =
                source.simulated().patience(Duration.ofHours(1)).build();
        Thread other = new Thread(() -> patient.refresh("users"));
        other.start();
        hanging.await();
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread host = new Thread(() -> {
            patient.refresh();
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        host.start();
        Await.until(
                "the host waits",
                () -> host.getState() == Thread.State.WAITING || host.getState() == Thread.State.TIMED_WAITING);
        host.interrupt();
        host.join();

        assertThat(interrupted).isTrue();
        assertThat(source.revenueAsked).hasValue(0);
        source.cancel();
        other.join();
        assertThat(source.interruptions).hasValue(0);
    }
}
