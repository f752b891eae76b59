package io.axisor.metrics.refresh;

import io.axisor.metrics.value.DomainMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one domain between two refreshes. Time is told by nanoseconds of a clock that never steps.
 *
 * <p>{@code running} keeps refreshes of the domain from overlapping; everything else is guarded by the state itself.
 */
final class DomainState {

    /** How a domain's values are to be shown. */
    enum Freshness {
        NONE,
        FRESH,
        STALE,
        TOO_OLD
    }

    final String domain;
    final Duration interval;
    final Duration staleAfter;
    final ReentrantLock running = new ReentrantLock();

    private @Nullable DomainMetrics lastGood;
    private @Nullable Instant lastSuccess;
    private long lastSuccessNanos;
    private boolean attempted;
    private boolean standby;
    private @Nullable String failure;
    private Freshness shown = Freshness.NONE;

    DomainState(String domain, Duration interval, Duration staleAfter) {
        this.domain = domain;
        this.interval = interval;
        this.staleAfter = staleAfter;
    }

    synchronized void succeeded(DomainMetrics metrics, Instant at, long nanos) {
        lastGood = metrics;
        lastSuccess = at;
        lastSuccessNanos = nanos;
        attempted = true;
        standby = false;
        failure = null;
    }

    synchronized void failed(String reason) {
        attempted = true;
        failure = reason;
    }

    synchronized void onStandby() {
        attempted = true;
        standby = true;
        failure = null;
        lastGood = null;
    }

    /** Nothing may be shown any more under a lease that has run out; what was never shown stays as it is. */
    synchronized void lostLease() {
        if (lastGood != null) {
            onStandby();
        }
    }

    /** Whether the values have become less, or more, fresh since they were last shown. */
    synchronized boolean hasAged(long nanos) {
        return freshness(nanos) != shown;
    }

    /** The values as they are to be shown, and remembers that they are. */
    synchronized Optional<DomainMetrics> show(long nanos) {
        shown = freshness(nanos);
        DomainMetrics metrics = lastGood;
        if (metrics == null) {
            return Optional.empty();
        }
        String reason = failure == null ? "overdue: no refresh has ended since " + lastSuccess : failure;
        return Optional.of(
                switch (shown) {
                    case STALE -> metrics.withFindings(finding -> finding.stale(reason));
                    case TOO_OLD -> metrics.withFindings(finding -> finding.failed(reason));
                    case NONE, FRESH -> metrics;
                });
    }

    private Freshness freshness(long nanos) {
        if (lastGood == null) {
            return Freshness.NONE;
        }
        Duration age = Duration.ofNanos(nanos - lastSuccessNanos);
        if (age.compareTo(staleAfter) > 0) {
            return Freshness.TOO_OLD;
        }
        boolean overdue = age.compareTo(interval.multipliedBy(2)) > 0;
        return failure != null || overdue ? Freshness.STALE : Freshness.FRESH;
    }

    synchronized DomainHealth health(long nanos) {
        boolean hasAge = lastSuccess != null && !standby;
        return new DomainHealth(
                domain,
                attempted && failure == null,
                standby,
                Optional.ofNullable(lastSuccess),
                hasAge ? Optional.of(Duration.ofNanos(nanos - lastSuccessNanos)) : Optional.empty(),
                Optional.ofNullable(failure));
    }
}
