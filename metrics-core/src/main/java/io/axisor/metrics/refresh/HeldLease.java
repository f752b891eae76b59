package io.axisor.metrics.refresh;

import java.time.Duration;

/** The lease of this replica, and when it ends by a clock that never steps. Asked by one thread at a time. */
final class HeldLease {

    private final RefreshLease lease;
    private final Duration duration;
    private final Duration margin;
    private volatile long endNanos;
    private volatile boolean closed;

    /**
     * A lease that is not held.
     *
     * @param lease where it is asked for
     * @param duration how long it is counted on
     * @param margin how much longer it is asked for, so that what is shown is down before another replica can hold it
     */
    HeldLease(RefreshLease lease, Duration duration, Duration margin) {
        this.lease = lease;
        this.duration = duration;
        this.margin = margin;
    }

    boolean isShared() {
        return lease != RefreshLease.ALONE;
    }

    /** Acquires or extends the lease; false without asking after {@link #close()}. What the lease throws, is thrown. */
    synchronized boolean tryHold(long nanos) {
        if (closed) {
            return false;
        }
        boolean held = lease.tryHold(duration.plus(margin));
        endNanos = held ? nanos + duration.toNanos() : nanos;
        return held;
    }

    boolean hasRunOut(long nanos) {
        return isShared() && nanos - endNanos > 0;
    }

    /** The lease is not asked for any more. */
    void close() {
        closed = true;
    }

    void release() {
        lease.release();
    }
}
