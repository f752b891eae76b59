package io.axisor.metrics.testing.fire;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads bring about, no longer than it takes. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private Eventually() {}

    /** How long it took. */
    static Duration await(String what, BooleanSupplier condition) throws InterruptedException {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > LIMIT.toNanos()) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s: " + what);
            }
            Thread.sleep(5);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
