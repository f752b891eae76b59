package io.axisor.metrics.refresh;

import io.axisor.metrics.definition.DomainMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one domain between two refreshes. Time is told by nanoseconds of a clock that never steps.
 *
 * <p>{@code running} keeps refreshes of the domain from overlapping; everything else is guarded by the state itself. Its
 * health becomes better when the values that it speaks of are shown, and worse at once: whoever reads the health before
 * the values never takes old values for new ones.
 */
final class DomainState {

    /** How a domain's values are to be shown. */
    enum Freshness {
        NONE,
        FRESH,
        STALE,
        TOO_OLD
    }

    /** What a successful refresh leaves. */
    private record Good(DomainMetrics metrics, Instant at, long nanos) {}

    /** What {@link DomainHealth} is made of. */
    private record Health(
            boolean up,
            boolean standby,
            @Nullable Instant lastSuccess,
            long lastSuccessNanos,
            @Nullable String failure) {}

    final String domain;
    final Duration interval;
    final Duration staleAfter;
    final ReentrantLock running = new ReentrantLock();

    private @Nullable Good lastGood;
    private @Nullable Good beforeLastGood;
    private Health health = new Health(false, false, null, 0, null);
    private Health composedHealth = health;
    private volatile Health shownHealth = health;
    private Freshness composed = Freshness.NONE;
    private Freshness shown = Freshness.NONE;

    DomainState(String domain, Duration interval, Duration staleAfter) {
        this.domain = domain;
        this.interval = interval;
        this.staleAfter = staleAfter;
    }

    synchronized void succeeded(DomainMetrics metrics, Instant at, long nanos) {
        beforeLastGood = lastGood;
        lastGood = new Good(metrics, at, nanos);
        health = new Health(true, false, at, nanos, null);
    }

    synchronized void failed(Throwable thrown) {
        String reason = reason(thrown);
        health = new Health(false, health.standby, health.lastSuccess, health.lastSuccessNanos, reason);
        composedHealth = health;
        shownHealth = health;
    }

    /** Goes back to the values before those of the last success, which cannot be shown. */
    synchronized void takeBack(Throwable thrown) {
        lastGood = beforeLastGood;
        beforeLastGood = null;
        health = shownHealth;
        failed(thrown);
    }

    /** What an exception says of itself, even if its words fail, too, or memory has run out. */
    private static String reason(Throwable thrown) {
        try {
            String name = thrown.getClass().getSimpleName();
            String words = thrown.getMessage();
            return words == null ? name : name + ": " + words;
        } catch (Throwable e) {
            return "a failure that could not be put into words";
        }
    }

    /** The values of the last success are shown; those before it are not needed any more. */
    synchronized void settled() {
        beforeLastGood = null;
    }

    synchronized void onStandby() {
        drop(new Health(true, true, health.lastSuccess, health.lastSuccessNanos, null));
    }

    /** Nothing may be shown any more under a lease that has run out; what was never shown stays as it is. */
    synchronized void lostLease() {
        if (lastGood != null) {
            drop(new Health(health.up, true, health.lastSuccess, health.lastSuccessNanos, health.failure));
        }
    }

    private void drop(Health without) {
        lastGood = null;
        beforeLastGood = null;
        health = without;
    }

    /** Whether the values have become less, or more, fresh since they were last shown. */
    synchronized boolean hasAged(long nanos) {
        return freshness(nanos) != shown;
    }

    /** The values as they are to be shown; {@link #wasShown} follows when they are. */
    synchronized Optional<DomainMetrics> compose(long nanos) {
        composed = freshness(nanos);
        composedHealth = health;
        Good good = lastGood;
        if (good == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(marked(good, composed));
        } catch (Throwable e) { // of a host's own metrics, or of memory; nothing is better than values that look fresh
            composed = Freshness.NONE;
            return Optional.empty();
        }
    }

    private DomainMetrics marked(Good good, Freshness as) {
        String failure = health.failure;
        String reason = failure == null ? "overdue: no refresh has ended since " + good.at : failure;
        return switch (as) {
            case STALE -> good.metrics.withFindings(finding -> finding.stale(reason));
            case TOO_OLD -> good.metrics.withFindings(finding -> finding.failed(reason));
            case NONE, FRESH -> good.metrics;
        };
    }

    /** What was composed last is shown, and everybody who listens has heard of it. */
    synchronized void wasShown() {
        shown = composed;
        shownHealth = composedHealth;
    }

    private Freshness freshness(long nanos) {
        if (lastGood == null) {
            return Freshness.NONE;
        }
        Duration age = Duration.ofNanos(nanos - lastGood.nanos);
        if (age.compareTo(staleAfter) > 0) {
            return Freshness.TOO_OLD;
        }
        boolean overdue = age.compareTo(interval.multipliedBy(2)) > 0;
        return health.failure != null || overdue ? Freshness.STALE : Freshness.FRESH;
    }

    /** Does not wait. */
    DomainHealth health(long nanos) {
        Health now = shownHealth;
        boolean hasAge = now.lastSuccess != null && !now.standby;
        return new DomainHealth(
                domain,
                now.up,
                now.standby,
                Optional.ofNullable(now.lastSuccess),
                hasAge ? Optional.of(Duration.ofNanos(nanos - now.lastSuccessNanos)) : Optional.empty(),
                Optional.ofNullable(now.failure));
    }
}
