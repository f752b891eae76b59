package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do, no longer than it takes. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Await() {}

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s: %s", LIMIT, what).isLessThan(end);
            Thread.sleep(2);
        }
    }

    /** Waits as a driver does that no interruption may reach. */
    static void quietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody may interrupt a driver", e);
        }
    }

    /** A pool has ended a moment before the last of its threads has. */
    static void untilNoThreadIsLeft() throws InterruptedException {
        until("no thread of a refresher is left", () -> refresherThreads().isEmpty());
    }

    /** The live threads of refreshers. */
    static List<Thread> refresherThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("axisor-metrics-") && thread.isAlive())
                .toList();
    }
}
