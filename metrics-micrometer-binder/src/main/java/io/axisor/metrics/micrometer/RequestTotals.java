package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Timer;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The requests of all timers since the process started, in sums that only ever grow: a timer that begins anew, is removed
 * or comes back takes nothing away from what was counted. Guarded by its owner.
 */
final class RequestTotals {

    /** By the timer itself: one that was removed and registered again has the same id, but counts from 0. */
    private IdentityHashMap<Timer, RequestCounts> lastByTimer = new IdentityHashMap<>();

    private RequestCounts counts = RequestCounts.NONE;
    private boolean forgetful;

    RequestCounts counts() {
        return counts;
    }

    /** Whether a histogram was found to count down, so that no difference of two readings means anything. */
    boolean isForgetful() {
        return forgetful;
    }

    /**
     * Adds what each timer counted since it was last read. Changes nothing if a timer fails.
     *
     * @param timers all timers there are
     * @return the longest duration in nanoseconds that those tell of which counted anything; 0 for none
     */
    long add(List<Timer> timers) {
        IdentityHashMap<Timer, RequestCounts> byTimer = new IdentityHashMap<>();
        RequestCounts sum = counts;
        boolean anyForgot = forgetful;
        long longest = 0;
        for (Timer timer : timers) {
            RequestCounts before = lastByTimer.getOrDefault(timer, RequestCounts.NONE);
            RequestCounts read = RequestCounts.of(timer);
            RequestCounts fresh = read.since(before);
            anyForgot |= fresh.buckets().hasNegative();
            if (fresh.requests() > 0) {
                byTimer.put(timer, read);
                sum = sum.plus(fresh);
                longest = Math.max(longest, Math.round(timer.max(TimeUnit.NANOSECONDS)));
            } else {
                // A timer is not read in one instant: its buckets may hold a request that is not counted yet.
                byTimer.put(timer, before);
            }
        }
        lastByTimer = byTimer;
        counts = sum;
        forgetful = anyForgot;
        return longest;
    }
}
