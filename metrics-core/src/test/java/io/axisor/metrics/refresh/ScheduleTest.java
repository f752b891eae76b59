package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ScheduleTest {

    @Test
    @Timeout(60)
    void aRefreshThatEndsWhileTheScheduleClosesIsNoFailure() throws InterruptedException {
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 300; i++) {
            Schedule schedule = new Schedule(Duration.ofSeconds(1), failures::add);
            for (int domain = 0; domain < 4; domain++) {
                schedule.refresh(Thread::yield, () -> Duration.ZERO);
            }
            Thread.sleep(2);
            schedule.close();
            schedule.awaitEnd(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        }
        assertThat(failures).isEmpty();
    }
}
