package io.axisor.metrics.refresh;

import java.time.Duration;

/**
 * Elects which one of several replicas computes. Every replica would report the same database-wide values; the holder of
 * the lease does, the others expose nothing.
 *
 * <p>An implementation skips, it does not wait, and is safe for calls from several threads. What it throws,
 * errors included, is reported like a failed refresh; what is shown stays, marked stale, until the end of the lease that
 * was held. Not asked any more once the refresher is closed.
 */
public interface RefreshLease {

    /** The lease of an application that has no replicas: always held. */
    RefreshLease ALONE = new RefreshLease() {
        @Override
        public boolean tryHold(Duration duration) {
            return true;
        }

        @Override
        public void release() {
            // nobody waits for it
        }
    };

    /**
     * Acquires the lease, or extends it where this replica holds it already.
     *
     * @param duration how long from now it shall be held, unless extended again
     * @return whether this replica holds it for that long
     */
    boolean tryHold(Duration duration);

    /** Gives the lease up, if this replica holds it. */
    void release();
}
