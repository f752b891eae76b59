package io.axisor.metrics.testing.fire;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A clock that steps, and refreshes that take longer than they have. */
@Timeout(60)
class ClockTest {

    private static final Figures FIGURES = Figures.of(ClockTest.class);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMillis(50);

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

    private static Measurement number(MetricsSnapshot snapshot) {
        return snapshot.find(ScriptedDomain.NUMBER.key(), null).get(0);
    }

    private static <T> T health(MetricsRefresher refresher, Function<DomainHealth, T> part) {
        return part.apply(refresher.health(ScriptedDomain.NAME));
    }

    private MetricsRefresher.Builder every50ms(ScriptedDomain domain) {
        return MetricsRefresher.builder(domain.metrics(clock::get))
                .interval(Duration.ofHours(1))
                .interval(ScriptedDomain.NAME, INTERVAL)
                .jitter(0);
    }

    @Test
    void valuesKeepComingAndAgeStaysTrueWhileTheClockStepsAnHourBackAndForth() throws InterruptedException {
        AtomicInteger refreshes = new AtomicInteger();
        ScriptedDomain domain = new ScriptedDomain(at -> refreshes.incrementAndGet());
        Duration oldest = Duration.ZERO;
        try (MetricsRefresher refresher = every50ms(domain).build().start()) {
            for (int hours : List.of(0, -1, 0, 1, -24, 24, 0)) {
                Instant now = NOON.plus(Duration.ofHours(hours));
                clock.set(now);
                int before = refreshes.get();
                Eventually.await("three refreshes after a step to " + now, () -> refreshes.get() >= before + 3);
                Duration age = health(refresher, DomainHealth::age).orElseThrow();
                oldest = age.compareTo(oldest) > 0 ? age : oldest;

                assertThat(age).isBetween(Duration.ZERO, Duration.ofSeconds(5));
                assertThat(health(refresher, DomainHealth::lastSuccess)).contains(now);
                assertThat(number(refresher.snapshot()).asOf()).isEqualTo(now);
                assertThat(number(refresher.snapshot()).status()).isEqualTo(Status.OK);
            }
        }
        FIGURES.record("largest age while the clock stepped by up to two days, interval 50 ms", oldest);
    }

    @Test
    void theStaleLimitIsHeldWhereverTheClockSteps() throws InterruptedException {
        for (Duration step : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
            AtomicBoolean broken = new AtomicBoolean();
            ScriptedDomain domain = new ScriptedDomain(at -> {
                if (broken.get()) {
                    throw new IllegalStateException("the database is gone");
                }
                return 1;
            });
            try (MetricsRefresher refresher =
                    every50ms(domain).staleAfter(Duration.ofSeconds(2)).build().start()) {
                Eventually.await(
                        "a value", () -> health(refresher, DomainHealth::age).isPresent());
                broken.set(true);
                clock.set(clock.get().plus(step));
                Eventually.await(
                        "a stale one", () -> number(refresher.snapshot()).status() == Status.STALE);
                Eventually.await(
                        "its removal", () -> number(refresher.snapshot()).status() == Status.FAILED);

                Duration age = health(refresher, DomainHealth::age).orElseThrow();
                assertThat(age).isBetween(Duration.ofSeconds(2), Duration.ofMillis(3500));
                FIGURES.record("stale limit 2 s, clock stepped by " + step + ": last value gone at the age of", age);
            }
        }
    }

    @Test
    void aRefreshThatOutlastsItsIntervalNeitherOverlapsItselfNorQueuesUp() throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger mostAtOnce = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        AtomicBoolean slow = new AtomicBoolean(true);
        ScriptedDomain domain = new ScriptedDomain(at -> {
            mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
            sleep(slow.get() ? INTERVAL.multipliedBy(6) : Duration.ZERO);
            running.decrementAndGet();
            return ended.incrementAndGet();
        });
        try (MetricsRefresher refresher = every50ms(domain).build()) {
            refresher.start();
            Eventually.await("five slow refreshes", () -> ended.get() >= 5);
            slow.set(false);
            int before = ended.get();
            long begun = System.nanoTime();
            Eventually.await("ten quick refreshes", () -> ended.get() >= before + 11);
            Duration ten = Duration.ofNanos(System.nanoTime() - begun);

            // A queue of the intervals that were missed would be worked off at once.
            assertThat(ten).isGreaterThan(INTERVAL.multipliedBy(9));
            assertThat(mostAtOnce).hasValue(1);
            FIGURES.record("refreshes of 300 ms at an interval of 50 ms, at once at most", mostAtOnce);
            FIGURES.record("the next ten refreshes, quick again, took", ten);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
