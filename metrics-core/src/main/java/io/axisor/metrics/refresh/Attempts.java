package io.axisor.metrics.refresh;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The attempts to refresh that are in progress, on whichever threads; and what is done after the last of them. */
final class Attempts {

    private static final Duration CANCEL_INTERVAL = Duration.ofMillis(50);

    private final Runnable lastly;
    private int running;
    private volatile boolean closed;
    private boolean ending;
    private boolean ended;

    /**
     * No attempt yet.
     *
     * @param lastly what is done once, when no more attempts may begin and none is running; does not throw
     */
    Attempts(Runnable lastly) {
        this.lastly = lastly;
    }

    /** Begins an attempt, which {@link #finish()} must follow; false if no more may begin. */
    synchronized boolean begin() {
        if (!closed) {
            running++;
        }
        return !closed;
    }

    void finish() {
        synchronized (this) {
            running--;
        }
        endIfNoneIsRunning();
    }

    boolean areClosed() {
        return closed;
    }

    /** Lets no more attempts begin; false if that was so already. */
    synchronized boolean close() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    void endIfNoneIsRunning() {
        synchronized (this) {
            if (!closed || running > 0 || ending) {
                return;
            }
            ending = true;
        }
        lastly.run();
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    /**
     * Cancels what is running until it has ended, but not beyond the deadline: again and again, since a statement may begin
     * just after a cancellation, and on a thread of its own, since a driver may take long over it.
     *
     * @return whether the last attempt has ended, and what is done after it
     */
    boolean endWhenCancelled(Runnable cancellation, long deadlineNanos) throws InterruptedException {
        if (awaitEnd(System.nanoTime())) {
            return true;
        }
        Thread cancelling =
                new Thread(() -> cancelAgainAndAgain(cancellation, deadlineNanos), "axisor-metrics-closing");
        cancelling.setDaemon(true);
        cancelling.start();
        boolean isOver = awaitEnd(deadlineNanos);
        cancelling.join(isOver ? CANCEL_INTERVAL.toMillis() : 1);
        return isOver;
    }

    private void cancelAgainAndAgain(Runnable cancellation, long deadlineNanos) {
        try {
            do {
                cancellation.run();
            } while (System.nanoTime() < deadlineNanos && !awaitEnd(System.nanoTime() + CANCEL_INTERVAL.toNanos()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the last attempt has ended, and what is done after it, but not beyond the deadline. */
    private synchronized boolean awaitEnd(long deadlineNanos) throws InterruptedException {
        for (long left; !ended && (left = deadlineNanos - System.nanoTime()) > 0; ) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return ended;
    }
}
