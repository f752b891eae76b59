package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RefreshCloseTest {

    private final ScriptedSource source = new ScriptedSource();

    private MetricsRefresher every(Duration interval) {
        return MetricsRefresher.builder(source.metrics()).interval(interval).build();
    }

    @Test
    void noThreadIsLeft() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofMillis(1)).start();
        Await.until("five refreshes", () -> source.usersAsked.get() >= 5);
        assertThat(Await.refresherThreads()).isNotEmpty();
        refresher.close();

        Await.untilNoThreadIsLeft();
    }

    @Test
    void noThreadIsLeftOfARefreshThatHangs() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        MetricsRefresher refresher = every(Duration.ofMillis(1)).start();
        hanging.await();
        refresher.close();

        Await.untilNoThreadIsLeft();
        assertThat(refresher.snapshot().measurements()).isEmpty();
    }

    @Test
    void theLastSnapshotStaysReadable() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofHours(1)).start();
        Await.until("users are shown", () -> ScriptedSource.users(refresher.snapshot()) == Status.OK);
        MetricsSnapshot last = refresher.snapshot();
        refresher.close();

        assertThat(refresher.snapshot()).isNotNull();
        assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.OK);
        assertThat(ScriptedSource.users(last)).isEqualTo(Status.OK);
    }

    @Test
    void aRefreshAfterCloseAsksNothingAndChangesNothing() {
        MetricsRefresher refresher = every(Duration.ofHours(1));
        refresher.refresh("users");
        MetricsSnapshot last = refresher.snapshot();
        refresher.close();

        assertThat(refresher.refresh("users")).isFalse();
        assertThat(refresher.refresh()).isSameAs(last);
        assertThat(source.usersAsked).hasValue(1);
        assertThat(source.revenueAsked).hasValue(0);
    }

    @Test
    void aClosedRefresherDoesNotStartAgain() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofHours(1));
        refresher.close();

        assertThatIllegalStateException().isThrownBy(refresher::start).withMessageContaining("build another one");
        Await.untilNoThreadIsLeft();
    }

    @Test
    void aSecondCloseDoesNothing() {
        AtomicInteger released = new AtomicInteger();
        MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        return true;
                    }

                    @Override
                    public void release() {
                        released.incrementAndGet();
                    }
                })
                .build()
                .start();
        refresher.close();
        refresher.close();

        assertThat(released).hasValue(1);
    }

    @Test
    void listenersHearNothingAfterClose() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        AtomicInteger heard = new AtomicInteger();
        source.beforeUsers = source.hanging(hanging);
        MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .interval("revenue", Duration.ofHours(1))
                .patience(Duration.ofHours(1))
                .build();
        Thread host = new Thread(() -> refresher.refresh("users"));
        host.start();
        hanging.await();
        refresher.addListener(snapshot -> heard.incrementAndGet());
        refresher.close();
        host.join();

        assertThat(heard).as("when it was added").hasValue(1);
    }

    @Test
    void closingCancelsAndInterruptsNobody() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(2);
        source.beforeUsers = source.hanging(hanging);
        source.beforeRevenue = source.hanging(hanging);
        MetricsRefresher refresher = MetricsRefresher.builder(source.metrics())
                .patience(Duration.ofMillis(5))
                .build()
                .start();
        hanging.await();
        long begun = System.nanoTime();
        refresher.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(source.interruptions).hasValue(0);
        assertThat(source.running).hasValue(0);
        Await.untilNoThreadIsLeft();
    }

    @Test
    void whatIsAskedJustAsTheRefresherClosesIsCancelledToo() throws InterruptedException {
        CountDownLatch between = new CountDownLatch(1);
        AtomicInteger cancelled = new AtomicInteger();
        source.beforeUsers = () -> {
            between.countDown();
            while (cancelled.get() < 3) { // the statement that begins after the third cancel is the one to be cancelled
                Thread.onSpinWait();
            }
            source.hanging(new CountDownLatch(1)).run();
        };
        source.onCancel = cancelled::incrementAndGet;
        MetricsRefresher refresher = every(Duration.ofHours(1)).start();
        between.await();
        refresher.close();

        assertThat(cancelled).hasValueGreaterThan(3);
        assertThat(source.running).hasValue(0);
        assertThat(source.interruptions).hasValue(0);
    }

    @Test
    void aCancelThatHangsHoldsTheHostUpForFiveSecondsAtMost() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        source.beforeUsers = () -> {
            hanging.countDown();
            Await.quietly(never);
        };
        source.onCancel = () -> Await.quietly(never);
        MetricsRefresher refresher = every(Duration.ofHours(1)).start();
        hanging.await();
        long begun = System.nanoTime();
        refresher.close();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        never.countDown();
        Await.untilNoThreadIsLeft();
    }

    @Test
    void aListenerMayCloseTheRefresher() throws InterruptedException {
        MetricsRefresher refresher = every(Duration.ofMillis(1));
        AtomicInteger heard = new AtomicInteger();
        refresher.addListener(snapshot -> {
            if (heard.incrementAndGet() == 2) {
                refresher.close();
            }
        });
        long begun = System.nanoTime();
        refresher.start();
        Await.untilNoThreadIsLeft();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
        assertThat(heard).hasValue(2);
    }

    /** A lease that remembers what was asked of it, and when. */
    private static final class RememberingLease implements RefreshLease {
        final List<String> asked = new CopyOnWriteArrayList<>();

        @Override
        public boolean tryHold(Duration duration) {
            asked.add("hold");
            return true;
        }

        @Override
        public void release() {
            asked.add("release");
        }
    }

    @Test
    void theLeaseIsGivenUpAfterTheLastAttemptHasEndedAndNeverTakenAgain() throws InterruptedException {
        RememberingLease lease = new RememberingLease();
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        source.beforeUsers = () -> {
            hanging.countDown();
            Await.quietly(end);
            source.pass(Duration.ofHours(1)); // the lease has run out meanwhile
        };
        MetricsRefresher refresher = source.simulated().lease(lease).build().start();
        hanging.await();
        refresher.close();
        assertThat(lease.asked).as("five seconds were too short").containsExactly("hold");
        end.countDown();
        Await.until("the lease is given up", () -> lease.asked.contains("release"));

        assertThat(refresher.refresh("revenue")).isFalse();
        assertThat(lease.asked).containsExactly("hold", "release");
    }

    @Test
    void theHostMayRefreshWhileItClosesAndTheLeaseIsNotTakenAgain() throws InterruptedException {
        for (int round = 0; round < 200; round++) {
            RememberingLease lease = new RememberingLease();
            MetricsRefresher refresher = source.simulated().lease(lease).build();
            List<Thread> hosts = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread host = new Thread(() -> {
                    for (int j = 0; j < 20; j++) {
                        refresher.refresh();
                    }
                });
                host.start();
                hosts.add(host);
            }
            refresher.refresh("users");
            refresher.close();
            assertThat(lease.asked).endsWith("release");
            assertThat(refresher.snapshot().measurements()).isEmpty();
            for (Thread host : hosts) {
                host.join();
            }

            assertThat(lease.asked).endsWith("release").containsOnlyOnce("release");
            assertThat(refresher.snapshot().measurements()).isEmpty();
        }
    }

    @Test
    void whatIsShownUnderALeaseIsTakenDownBeforeItIsGivenUp() {
        List<String> heard = new ArrayList<>();
        MetricsRefresher refresher = source.simulated()
                .lease(new RefreshLease() {
                    @Override
                    public boolean tryHold(Duration duration) {
                        return true;
                    }

                    @Override
                    public void release() {
                        heard.add("released");
                    }
                })
                .build();
        refresher.refresh("users");
        refresher.addListener(snapshot -> heard.add("users " + ScriptedSource.users(snapshot)));
        refresher.close();

        assertThat(heard).containsExactly("users OK", "users UNAVAILABLE", "released");
    }
}
