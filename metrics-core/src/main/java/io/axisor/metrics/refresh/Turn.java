package io.axisor.metrics.refresh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one domain through at a time, in the order in which they come. A domain that keeps its turn for longer than the
 * patience loses it to the next, which then runs beside it.
 */
final class Turn {

    private final long patienceNanos;
    private final Deque<DomainState> waiting = new ArrayDeque<>();
    private @Nullable DomainState holder;
    private long takenNanos;
    private boolean closed;

    Turn(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    /** Waits until it is the domain's turn; false if there are no more turns because of {@link #close()}. */
    synchronized boolean take(DomainState domain) throws InterruptedException {
        waiting.addLast(domain);
        try {
            while (!closed && (waiting.getFirst() != domain || nanosUntilFree() > 0)) {
                if (waiting.getFirst() == domain) {
                    TimeUnit.NANOSECONDS.timedWait(this, nanosUntilFree());
                } else {
                    wait();
                }
            }
            if (!closed) {
                holder = domain;
                takenNanos = System.nanoTime();
            }
            return !closed;
        } finally {
            waiting.remove(domain);
            notifyAll();
        }
    }

    private long nanosUntilFree() {
        return holder == null ? 0 : patienceNanos - (System.nanoTime() - takenNanos);
    }

    /** Ends the domain's turn, unless it has lost it or given it back already. */
    synchronized void giveBack(DomainState domain) {
        if (holder == domain) {
            holder = null;
            notifyAll();
        }
    }

    /** Sends everybody away who waits, without interrupting anybody. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
