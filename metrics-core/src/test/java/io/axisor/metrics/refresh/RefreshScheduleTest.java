package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The schedule, on real time and real threads. */
@Timeout(60)
class RefreshScheduleTest {

    private final ScriptedSource source = new ScriptedSource();

    private MetricsRefresher.Builder every(Duration interval) {
        return MetricsRefresher.builder(source.metrics()).interval(interval);
    }

    @Test
    void everyDomainIsRefreshedAgainAndAgain() throws InterruptedException {
        try (MetricsRefresher refresher = every(Duration.ofMillis(5)).build().start()) {
            Await.until(
                    "users and revenue refreshed five times",
                    () -> source.usersAsked.get() >= 5 && source.revenueAsked.get() >= 5);

            assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.OK);
            assertThat(ScriptedSource.revenue(refresher.snapshot())).isEqualTo(Status.OK);
        }
    }

    @Test
    void eachDomainHasItsInterval() throws InterruptedException {
        try (MetricsRefresher refresher = every(Duration.ofHours(1))
                .interval("users", Duration.ofMillis(5))
                .build()
                .start()) {
            Await.until("users refreshed five times", () -> source.usersAsked.get() >= 5);

            assertThat(source.revenueAsked).hasValue(1);
            assertThat(refresher.interval("users")).isEqualTo(Duration.ofMillis(5));
            assertThat(refresher.interval("revenue")).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void theFirstRefreshBeginsAtOnceOnADaemonThreadOfTheRefresher() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        CountDownLatch asked = new CountDownLatch(1);
        source.beforeUsers = () -> {
            threads.add(Thread.currentThread());
            asked.countDown();
        };
        try (MetricsRefresher refresher = every(Duration.ofHours(1)).build().start()) {
            asked.await();

            assertThat(threads).hasSize(1);
            assertThat(threads.get(0).getName()).startsWith("axisor-metrics-");
            assertThat(threads.get(0).isDaemon()).isTrue();
            assertThat(refresher.metrics().domains())
                    .containsExactly("users", "revenue", "automation", "trading", "platform", "system");
        }
    }

    @Test
    void theThreadsOfANamedRefresherBearItsName() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        List<String> names = new ArrayList<>();
        source.beforeUsers = () -> {
            names.add(Thread.currentThread().getName());
            asked.countDown();
        };
        try (MetricsRefresher refresher =
                every(Duration.ofHours(1)).name("shop").build().start()) {
            asked.await();

            assertThat(names).singleElement().asString().startsWith("axisor-metrics-shop-");
            assertThat(refresher.health("users").lastFailure()).isEmpty();
        }
    }

    @Test
    void aSecondStartDoesNothing() throws InterruptedException {
        try (MetricsRefresher refresher = every(Duration.ofHours(1)).build()) {
            Await.untilNoThreadIsLeft();
            assertThat(refresher.start()).isSameAs(refresher.start());
            Await.until(
                    "both domains refreshed",
                    () -> ScriptedSource.users(refresher.snapshot()) == Status.OK
                            && ScriptedSource.revenue(refresher.snapshot()) == Status.OK);

            assertThat(Await.refresherThreads()).hasSizeBetween(1, 2);
            assertThat(source.usersAsked).hasValue(1);
            assertThat(source.revenueAsked).hasValue(1);
        }
    }

    @Test
    void noDomainOverlapsItselfWhoeverAsks() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        source.beforeUsers = Thread::yield;
        try (MetricsRefresher refresher = every(Duration.ofMillis(1)).build().start()) {
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread caller = new Thread(() -> {
                    while (!stop.get()) {
                        refresher.refresh("users");
                    }
                });
                caller.start();
                callers.add(caller);
            }
            Await.until("users refreshed 200 times", () -> source.usersAsked.get() >= 200);
            stop.set(true);
            for (Thread caller : callers) {
                caller.join();
            }

            assertThat(source.mostUsersAtOnce).hasValue(1);
        }
    }

    @Test
    void domainsAreRefreshedOneAtATime() throws InterruptedException {
        source.beforeUsers = Thread::yield;
        source.beforeRevenue = Thread::yield;
        try (MetricsRefresher refresher = every(Duration.ofMillis(1)).build().start()) {
            for (int i = 0; i < 50; i++) {
                refresher.refresh();
            }
            Await.until(
                    "both refreshed 50 times", () -> source.usersAsked.get() >= 50 && source.revenueAsked.get() >= 50);

            assertThat(source.mostAtOnce).hasValue(1);
        }
    }

    @Test
    void aDomainThatHangsHoldsTheOtherUpNoLongerThanItsPatience() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        try (MetricsRefresher refresher = every(Duration.ofMillis(5))
                .patience(Duration.ofMillis(5))
                .build()
                .start()) {
            hanging.await();
            int before = source.revenueAsked.get();
            Await.until("revenue refreshed five times more", () -> source.revenueAsked.get() >= before + 5);

            assertThat(ScriptedSource.revenue(refresher.snapshot())).isEqualTo(Status.OK);
            assertThat(ScriptedSource.users(refresher.snapshot())).isEqualTo(Status.UNAVAILABLE);
            assertThat(source.usersAsked).hasValue(1);
            assertThat(refresher.health("users").up()).isFalse();
            assertThat(refresher.health("revenue").up()).isTrue();
        }
    }

    @Test
    void aDomainThatIsBeingRefreshedIsNotRefreshedOnDemand() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        MetricsRefresher refresher =
                every(Duration.ofHours(1)).patience(Duration.ofMillis(5)).build();
        Thread elsewhere = new Thread(() -> refresher.refresh("users"));
        elsewhere.start();
        hanging.await();

        assertThat(refresher.refresh("users")).isFalse();
        assertThat(refresher.refresh("revenue")).isTrue();
        assertThat(source.usersAsked).hasValue(1);
        source.cancel();
        elsewhere.join();
    }

    @Test
    void startWatchesOverTheAgeOfWhatTheHostRefreshes() throws InterruptedException {
        ConcurrentLinkedQueue<Status> shown = new ConcurrentLinkedQueue<>();
        try (MetricsRefresher refresher = source.simulated().scheduledByHost().build()) {
            refresher.refresh();
            refresher.addListener(snapshot -> shown.add(ScriptedSource.users(snapshot)));
            refresher.start();
            source.pass(Duration.ofMinutes(4));
            Await.until("the listener hears that values are stale", () -> shown.contains(Status.STALE));

            assertThat(shown).containsExactly(Status.OK, Status.STALE);
            assertThat(source.usersAsked).as("the host alone refreshes").hasValue(1);
            assertThat(source.revenueAsked).as("the host alone refreshes").hasValue(1);
        }
    }

    @Test
    void anIntervalIsLongerOrShorterByNoMoreThanTheJitter() {
        Duration interval = Duration.ofMinutes(1);
        MetricsRefresher refresher = every(interval).jitter(0.25).build();
        List<Duration> drawn = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            drawn.add(refresher.jittered(interval));
        }

        assertThat(drawn).allMatch(d -> d.toMillis() >= 45_000 && d.toMillis() <= 75_000);
        assertThat(drawn).anyMatch(d -> d.toMillis() < 50_000).anyMatch(d -> d.toMillis() > 70_000);
    }

    @Test
    void withoutJitterAnIntervalIsItself() {
        assertThat(every(Duration.ofMinutes(1)).jitter(0).build().jittered(Duration.ofMinutes(7)))
                .isEqualTo(Duration.ofMinutes(7));
    }

    @Test
    void twoThreadsAreEnoughForAllDomains() throws InterruptedException {
        AtomicInteger mostThreads = new AtomicInteger();
        source.beforeUsers =
                () -> mostThreads.accumulateAndGet(Await.refresherThreads().size(), Math::max);
        Await.untilNoThreadIsLeft();
        try (MetricsRefresher refresher = every(Duration.ofMillis(1)).build().start()) {
            Await.until("users refreshed 100 times", () -> source.usersAsked.get() >= 100);
            assertThat(refresher.health("users").up()).isTrue();
        }

        assertThat(mostThreads).hasValueBetween(1, 2);
    }

    @Test
    void aHostThatSchedulesItselfPaysForOneThread() throws InterruptedException {
        Await.untilNoThreadIsLeft();
        try (MetricsRefresher refresher =
                every(Duration.ofMillis(1)).scheduledByHost().build().start()) {
            refresher.refresh();
            assertThat(Await.refresherThreads()).hasSize(1);
        }
    }

    @Test
    void eachRefreshThatOutlastsThePatienceTakesOneThreadMoreUntilItEnds() throws InterruptedException {
        Await.untilNoThreadIsLeft();
        CountDownLatch hanging = new CountDownLatch(2);
        source.beforeUsers = source.hanging(hanging);
        source.beforeRevenue = source.hanging(hanging);
        try (MetricsRefresher refresher = every(Duration.ofMillis(1))
                .patience(Duration.ofMillis(20))
                .build()
                .start()) {
            hanging.await();
            Await.until("others go on", () -> refresher.health("system").up());
            assertThat(Await.refresherThreads()).hasSizeBetween(3, 4);
            source.beforeUsers = () -> {};
            source.beforeRevenue = () -> {};
            source.cancel();
            Await.until(
                    "both go on",
                    () -> refresher.health("users").up()
                            && refresher.health("revenue").up());
            Await.until("the threads are back", () -> Await.refresherThreads().size() <= 2);
        }
    }

    @Test
    void oneThatHangsAfterAnotherNeverLetsMoreRunAtOnceThanHang() throws InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        source.beforeUsers = source.hanging(hanging);
        AtomicInteger most = new AtomicInteger();
        source.beforeRevenue = () -> most.accumulateAndGet(source.running.get(), Math::max);
        try (MetricsRefresher refresher = every(Duration.ofMillis(1))
                .patience(Duration.ofMillis(5))
                .build()
                .start()) {
            hanging.await();
            Await.until("revenue refreshed a hundred times", () -> source.revenueAsked.get() >= 100);
            assertThat(refresher.health("revenue").up()).isTrue();
        }

        assertThat(most).hasValue(2);
    }
}
