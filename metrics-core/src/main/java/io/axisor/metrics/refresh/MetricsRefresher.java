package io.axisor.metrics.refresh;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.DomainMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures every domain at its interval and holds what is shown. Reading {@link #snapshot()} never waits.
 *
 * <ul>
 *   <li>Domains are refreshed one at a time, so that the host lends one connection. One that does not end within a few
 *       seconds no longer holds the others up; no domain ever overlaps itself.
 *   <li>A failing domain, whatever it throws, leaves the others alone. Its last good values stay, marked
 *       {@link io.axisor.metrics.value.Status#STALE}, at most for the stale limit; then they are
 *       {@link io.axisor.metrics.value.Status#FAILED} and gone.
 *   <li>With a {@link RefreshLease}, a replica that does not hold it computes and shows nothing.
 * </ul>
 *
 * <p>{@link #start()} begins the schedule on daemon threads of its own; a host with a scheduler of its own builds the
 * refresher with {@link Builder#scheduledByHost()} and calls {@link #refresh()}. Safe for any number of threads.
 */
public final class MetricsRefresher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsRefresher.class);

    /** How often the age of what is shown is looked at. */
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);

    /** How long closing waits for a refresh that is running. */
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(5);

    private final BusinessMetrics metrics;
    private final Map<String, DomainState> states = new LinkedHashMap<>();
    private final @Nullable Instant asOf;
    private final HeldLease lease;
    private final double jitter;
    private final boolean scheduledByHost;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final String prefix;
    private final String threads;
    private final QuietLog quietLog;
    private final Turn turn;
    private final Attempts attempts = new Attempts(this::giveUpLease);
    private final Audience audience;
    private @Nullable Schedule schedule;

    MetricsRefresher(RefresherOptions options) {
        this.metrics = options.metrics;
        this.asOf = options.asOf;
        this.lease = new HeldLease(options.lease, options.leaseDuration(), WATCH_INTERVAL.multipliedBy(2));
        this.jitter = options.jitter;
        this.scheduledByHost = options.scheduledByHost;
        this.patience = options.patience;
        this.nanoTime = options.nanoTime;
        this.prefix = options.prefix();
        this.threads = options.threads();
        this.quietLog = new QuietLog(LOG, prefix, nanoTime);
        this.turn = new Turn(patience);
        this.audience = new Audience(metrics.snapshotOf(List.of()), quietLog, attempts::areClosed);
        for (String domain : metrics.domains()) {
            states.put(domain, new DomainState(domain, options.interval(domain), options.staleAfter(domain)));
        }
    }

    /**
     * Begins with every option at its default: each domain once a minute.
     *
     * @param metrics what is measured
     * @return a builder
     */
    public static Builder builder(BusinessMetrics metrics) {
        return new Builder(metrics);
    }

    /**
     * Starts the schedule; the first refresh begins at once, on a thread of this refresher. A second start does nothing.
     *
     * @return this
     * @throws IllegalStateException if the refresher is closed
     */
    public synchronized MetricsRefresher start() {
        if (attempts.areClosed()) {
            throw new IllegalStateException("a closed refresher cannot start again; build another one");
        }
        if (schedule == null) {
            schedule = newSchedule();
        }
        return this;
    }

    private Schedule newSchedule() {
        Schedule started = new Schedule(
                threads,
                patience,
                thrown -> quietLog.warn("schedule", "a task of the schedule failed, it runs again", thrown));
        try {
            started.watch(this::showAged, WATCH_INTERVAL);
        } catch (Throwable e) {
            started.close();
            throw e;
        }
        if (!scheduledByHost) {
            states.values().forEach(state -> started.refresh(() -> refresh(state), () -> jittered(state.interval)));
        }
        return started;
    }

    Duration jittered(Duration interval) {
        double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofNanos((long) (interval.toNanos() * factor));
    }

    /**
     * Refreshes every domain now, on the calling thread, one after the other. Failures are shown in {@link #health()},
     * not thrown.
     *
     * <p>If the calling thread is interrupted while it waits for a refresh on another thread to end, the remaining domains
     * are not refreshed. An interrupted flag that was set before, or is set while a domain is measured, keeps no domain
     * from being measured. Either way the flag is set when this returns.
     *
     * @return what is shown afterwards
     */
    public MetricsSnapshot refresh() {
        var unused = refreshed(states.values());
        return snapshot();
    }

    /**
     * Refreshes one domain now, on the calling thread.
     *
     * @param domain the domain
     * @return whether it was refreshed; false if a refresh of it was running, failed, or is another replica's, if the
     *     thread was interrupted while it waited for another domain, and if the refresher is closed
     * @throws NoSuchElementException naming the domains there are, if there is none of the name
     */
    public boolean refresh(String domain) {
        return refresh(state(domain));
    }

    private boolean refresh(DomainState state) {
        return refreshed(List.of(state)) == 1;
    }

    /** How many of the domains were refreshed. */
    private int refreshed(Collection<DomainState> wanted) {
        int refreshed = 0;
        try (Interruption interruption = Interruption.setAside()) {
            for (DomainState state : wanted) {
                refreshed += refreshInTurn(state) ? 1 : 0;
                interruption.setAsideAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return refreshed;
    }

    private boolean refreshInTurn(DomainState state) throws InterruptedException {
        // The lock lets its own holder in again: a listener that refreshes must not overlap the refresh it hears of.
        if (state.running.isHeldByCurrentThread() || !state.running.tryLock()) {
            return false;
        }
        try {
            return attempts.begin() && attemptInTurn(state);
        } finally {
            state.running.unlock();
        }
    }

    private boolean attemptInTurn(DomainState state) throws InterruptedException {
        try {
            return turn.take(state) && attempt(state) == RefreshOutcome.SUCCESS;
        } finally {
            turn.giveBack(state);
            attempts.finish();
        }
    }

    private RefreshOutcome attempt(DomainState state) {
        long begun = nanoTime.getAsLong();
        RefreshOutcome measured = measure(state, begun);
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - begun);
        turn.giveBack(state);
        if (attempts.areClosed()) {
            return measured;
        }
        RefreshOutcome outcome = show(state, measured);
        audience.tell(listener -> listener.attempted(state.domain, outcome, duration));
        return outcome;
    }

    private RefreshOutcome measure(DomainState state, long begun) {
        try (Interruption interruption = Interruption.setAside()) {
            try {
                return measure(state, begun, interruption);
            } catch (Throwable e) {
                interruption.setAsideAgain();
                state.failed(e);
                warn(state, e);
                return RefreshOutcome.FAILURE;
            }
        }
    }

    private RefreshOutcome measure(DomainState state, long begun, Interruption interruption) {
        if (!lease.tryHold(begun)) {
            return standby(state);
        }
        interruption.setAsideAgain();
        DomainMetrics measured =
                metrics.measure(state.domain, asOf == null ? metrics.clock().instant() : asOf);
        interruption.setAsideAgain();
        long now = nanoTime.getAsLong();
        if (lease.hasRunOut(now) && !lease.tryHold(now)) {
            return standby(state);
        }
        state.succeeded(measured, measured.at().computedAt(), begun);
        return RefreshOutcome.SUCCESS;
    }

    private void warn(DomainState state, Throwable failure) {
        if (!attempts.areClosed()) {
            quietLog.warn(
                    state.domain,
                    "refresh of '" + state.domain + "' failed, its last good values stay for at most "
                            + state.staleAfter,
                    failure);
        }
    }

    /** The lease is one for all domains: whoever learns that another replica holds it, learns it for all. */
    private RefreshOutcome standby(DomainState state) {
        state.onStandby();
        states.values().forEach(DomainState::lostLease);
        return RefreshOutcome.STANDBY;
    }

    /** Measurements that cannot be brought together with those of the other domains are a failure of this one. */
    private RefreshOutcome show(DomainState state, RefreshOutcome measured) {
        try {
            show();
            state.settled();
            return measured;
        } catch (Throwable e) {
            if (measured == RefreshOutcome.SUCCESS) {
                state.takeBack(e);
            }
            warn(state, e);
            return RefreshOutcome.FAILURE;
        }
    }

    /** Takes down what has aged since it was shown, also while a refresh hangs. */
    void showAged() {
        long now = nanoTime.getAsLong();
        if (lease.hasRunOut(now)) {
            states.values().forEach(DomainState::lostLease);
        }
        if (states.values().stream().anyMatch(state -> state.hasAged(now))) {
            show();
        } else {
            audience.remind();
        }
    }

    private void show() {
        synchronized (audience) {
            long now = nanoTime.getAsLong();
            if (lease.hasRunOut(now)) {
                states.values().forEach(DomainState::lostLease);
            }
            MetricsSnapshot next = metrics.snapshotOf(states.values().stream()
                    .map(state -> state.compose(now))
                    .flatMap(Optional::stream)
                    .toList());
            audience.show(next);
            states.values().forEach(DomainState::wasShown);
        }
    }

    /**
     * What is shown. Never waits, never fails; without any measurement before the first refresh has ended.
     *
     * @return the snapshot
     */
    public MetricsSnapshot snapshot() {
        return audience.snapshot();
    }

    /**
     * How the refreshing of a domain fares.
     *
     * @param domain the domain
     * @return its health
     * @throws NoSuchElementException naming the domains there are, if there is none of the name
     */
    public DomainHealth health(String domain) {
        return state(domain).health(nanoTime.getAsLong());
    }

    /**
     * How the refreshing of all domains fares.
     *
     * @return a health for each domain
     */
    public List<DomainHealth> health() {
        long now = nanoTime.getAsLong();
        return states.values().stream().map(state -> state.health(now)).toList();
    }

    /**
     * How often a domain is refreshed.
     *
     * @param domain the domain
     * @return its interval, without jitter
     * @throws NoSuchElementException naming the domains there are, if there is none of the name
     */
    public Duration interval(String domain) {
        return state(domain).interval;
    }

    /**
     * What is measured.
     *
     * @return the metrics
     */
    public BusinessMetrics metrics() {
        return metrics;
    }

    /**
     * Adds a listener and tells it what is shown.
     *
     * @param listener the listener
     */
    public void addListener(RefreshListener listener) {
        audience.add(listener);
    }

    /**
     * Removes a listener; it is not called any more once this returns.
     *
     * @param listener the listener
     */
    public void removeListener(RefreshListener listener) {
        audience.remove(listener);
    }

    private DomainState state(String domain) {
        DomainState state = states.get(domain);
        if (state == null) {
            throw new NoSuchElementException("there is no domain '" + domain + "', only " + states.keySet());
        }
        return state;
    }

    /**
     * Ends the schedule, cancels the refreshes in progress, those on threads of the host included, and gives up the lease.
     * The last snapshot stays readable, without values where a lease was given up, since another replica may show them.
     *
     * <p>Waits for a running refresh, five seconds at most, and interrupts no thread: some drivers answer an interruption by
     * closing the database. A refresh that does not end in time is not shown any more, and ends with its statement; so
     * does the lease. A second close does nothing.
     */
    @Override
    public void close() {
        if (!attempts.close()) {
            return;
        }
        lease.close();
        turn.close();
        Schedule running;
        synchronized (this) {
            running = schedule;
        }
        if (running != null) {
            running.close();
        }
        attempts.endIfNoneIsRunning();
        if (states.values().stream().anyMatch(state -> state.running.isHeldByCurrentThread())) {
            metrics.cancel(); // called by a listener or a source: it cannot wait for itself
        } else {
            awaitEnd(running);
        }
    }

    private void awaitEnd(@Nullable Schedule running) {
        long deadline = System.nanoTime() + CLOSING_LIMIT.toNanos();
        try {
            if (!attempts.endWhenCancelled(metrics::cancel, deadline)) {
                LOG.warn(
                        "{}a refresh has not ended although it was cancelled; its daemon thread ends with its"
                                + " statement",
                        prefix);
            }
            if (running != null) {
                running.awaitEnd(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was shown is taken down first, since another replica may show from now on. */
    private void giveUpLease() {
        try {
            if (lease.isShared()) {
                states.values().forEach(DomainState::lostLease);
                show();
            }
        } catch (Throwable e) {
            quietLog.warn("close", "what was shown could not be taken down", e);
        }
        try {
            lease.release();
        } catch (Throwable e) {
            quietLog.warn("release", "the lease was not given up, and ends by itself", e);
        }
    }

    /** The options. */
    public static final class Builder {
        private final RefresherOptions options;

        private Builder(BusinessMetrics metrics) {
            this.options = new RefresherOptions(metrics);
        }

        /**
         * What its log messages and its threads are called, where one process has several refreshers.
         *
         * @param name such as that of the database; by default none
         * @return this
         */
        public Builder name(String name) {
            options.name = name;
            return this;
        }

        /**
         * How often every domain is refreshed.
         *
         * @param interval by default one minute
         * @return this
         */
        public Builder interval(Duration interval) {
            options.interval = interval;
            return this;
        }

        /**
         * How often one domain is refreshed.
         *
         * @param domain the domain
         * @param interval its interval
         * @return this
         */
        public Builder interval(String domain, Duration interval) {
            options.intervals.put(domain, interval);
            return this;
        }

        /**
         * How long last good values stay.
         *
         * @param limit by default the larger of three of the domain's intervals and five minutes
         * @return this
         */
        public Builder staleAfter(Duration limit) {
            options.staleAfter = limit;
            return this;
        }

        /**
         * By which share of itself an interval is randomly longer or shorter, so that replicas and hosts do not ask all
         * at once.
         *
         * @param share 0 to 0.5, by default 0.1
         * @return this
         */
        public Builder jitter(double share) {
            options.jitter = share;
            return this;
        }

        /**
         * Elects which one of several replicas computes.
         *
         * @param lease the lease, by default {@link RefreshLease#ALONE}
         * @return this
         */
        public Builder lease(RefreshLease lease) {
            options.lease = lease;
            return this;
        }

        /**
         * Keeps measuring one instant of the past, for a look back that is scraped like the present.
         *
         * @param instant the instant, by default the present one at each refresh
         * @return this
         */
        public Builder asOf(Instant instant) {
            options.asOf = instant;
            return this;
        }

        /**
         * The host calls {@link MetricsRefresher#refresh()} itself; {@link MetricsRefresher#start()} then only watches
         * over the age of what is shown.
         *
         * @return this
         */
        public Builder scheduledByHost() {
            options.scheduledByHost = true;
            return this;
        }

        /** A clock for tests. */
        Builder nanoTime(LongSupplier nanoTime) {
            options.nanoTime = nanoTime;
            return this;
        }

        /** How long a domain waits for another to end before both run. */
        Builder patience(Duration patience) {
            options.patience = patience;
            return this;
        }

        /**
         * Ends the options.
         *
         * @return a refresher, not started
         * @throws IllegalArgumentException naming every option that is out of bounds
         */
        public MetricsRefresher build() {
            options.check();
            return new MetricsRefresher(options);
        }
    }
}
