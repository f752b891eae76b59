package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The threads of a refresher, whatever their tasks throw. */
@Timeout(60)
class ScheduleTest {

    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final AtomicInteger watched = new AtomicInteger();

    private Schedule schedule() {
        return new Schedule("axisor-metrics-", Duration.ofSeconds(5), failures::add);
    }

    @Test
    void closingInTheMiddleOfItIsNoFailure() throws InterruptedException {
        for (int round = 0; round < 300; round++) {
            Schedule schedule = schedule();
            schedule.watch(watched::incrementAndGet, Duration.ofMillis(1));
            for (int domain = 0; domain < 6; domain++) {
                schedule.refresh(refreshed::incrementAndGet, () -> Duration.ofNanos(1_000));
            }
            TimeUnit.NANOSECONDS.sleep(round * 10_000L);
            schedule.close();
            schedule.awaitEnd(System.nanoTime() + Duration.ofSeconds(5).toNanos());
        }

        assertThat(failures).isEmpty();
        assertThat(refreshed).hasValueGreaterThan(300);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskThatThrowsRunsAgainAndIsReported(Sneaky thrown) throws InterruptedException {
        Schedule schedule = schedule();
        schedule.watch(
                () -> {
                    watched.incrementAndGet();
                    thrown.raise();
                },
                Duration.ofMillis(1));
        schedule.refresh(
                () -> {
                    refreshed.incrementAndGet();
                    thrown.raise();
                },
                () -> Duration.ofMillis(1));
        Await.until("both ran ten times", () -> refreshed.get() >= 10 && watched.get() >= 10);
        schedule.close();
        schedule.awaitEnd(System.nanoTime() + Duration.ofSeconds(5).toNanos());

        assertThat(failures).hasSizeGreaterThanOrEqualTo(18);
    }

    @ParameterizedTest
    @EnumSource
    void aRefreshThatCouldNotBeScheduledIsScheduledByTheNextWatch(Sneaky thrown) throws InterruptedException {
        AtomicInteger asked = new AtomicInteger();
        Schedule schedule = schedule();
        schedule.watch(watched::incrementAndGet, Duration.ofMillis(1));
        schedule.refresh(
                refreshed::incrementAndGet,
                () -> asked.incrementAndGet() % 2 == 1 ? thrown.raise() : Duration.ofMillis(1));
        Await.until("it ran ten times", () -> refreshed.get() >= 10);
        schedule.close();
        schedule.awaitEnd(System.nanoTime() + Duration.ofSeconds(5).toNanos());

        assertThat(failures).isNotEmpty();
        assertThat(refreshed.get()).as("never two runs for one").isLessThanOrEqualTo(asked.get() + 1 + watched.get());
    }
}
