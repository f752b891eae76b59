package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What timers of HTTP requests count. Immutable; parts can be added and taken away.
 *
 * @param requests how many requests
 * @param serverErrors how many of them were answered with a server error
 * @param ofUnknownOutcome how many of them no tag tells the outcome of
 * @param outsideBuckets how many of them came through timers without a histogram that can be used
 * @param nanos how long all of them took
 * @param buckets the durations of the others
 */
record RequestCounts(
        long requests,
        long serverErrors,
        long ofUnknownOutcome,
        long outsideBuckets,
        long nanos,
        LatencyBuckets buckets) {

    static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0, 0, LatencyBuckets.NONE);

    /** What a timer counts by now. */
    static RequestCounts of(Timer timer) {
        long requests = timer.count();
        LatencyBuckets buckets = LatencyBuckets.of(timer);
        Optional<Boolean> serverError = isServerError(timer);
        return new RequestCounts(
                requests,
                serverError.orElse(false) ? requests : 0,
                serverError.isEmpty() ? requests : 0,
                buckets.size() == 0 ? requests : 0,
                Math.round(timer.totalTime(TimeUnit.NANOSECONDS)),
                buckets);
    }

    private static Optional<Boolean> isServerError(Timer timer) {
        String outcome = timer.getId().getTag("outcome");
        String status = timer.getId().getTag("status");
        return outcome == null && status == null
                ? Optional.empty()
                : Optional.of("SERVER_ERROR".equals(outcome) || (status != null && status.matches("5\\d\\d")));
    }

    /**
     * What was counted since an earlier reading of the same timer.
     *
     * @param before what it counted then, {@link #NONE} if it was not there
     * @return the difference; everything if it counts less than then, so that it must have begun anew
     */
    RequestCounts since(RequestCounts before) {
        return requests < before.requests ? this : minus(before);
    }

    RequestCounts plus(RequestCounts other) {
        return new RequestCounts(
                requests + other.requests,
                serverErrors + other.serverErrors,
                ofUnknownOutcome + other.ofUnknownOutcome,
                outsideBuckets + other.outsideBuckets,
                nanos + other.nanos,
                buckets.plus(other.buckets));
    }

    RequestCounts minus(RequestCounts other) {
        return new RequestCounts(
                requests - other.requests,
                serverErrors - other.serverErrors,
                ofUnknownOutcome - other.ofUnknownOutcome,
                outsideBuckets - other.outsideBuckets,
                nanos - other.nanos,
                buckets.minus(other.buckets));
    }
}
