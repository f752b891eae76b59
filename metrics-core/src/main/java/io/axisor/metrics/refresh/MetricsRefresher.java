package io.axisor.metrics.refresh;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.value.DomainMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
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
 *   <li>A failing domain leaves the others alone. Its last good values stay, marked
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

    private final BusinessMetrics metrics;
    private final Map<String, DomainState> states = new LinkedHashMap<>();
    private final List<RefreshListener> listeners = new CopyOnWriteArrayList<>();
    private final @Nullable Instant asOf;
    private final RefreshLease lease;
    private final Duration leaseDuration;
    private final double jitter;
    private final boolean scheduledByHost;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final QuietLog quietLog;
    private final Semaphore oneAtATime = new Semaphore(1, true);
    private final Object showing = new Object();
    private volatile MetricsSnapshot snapshot;
    private volatile boolean closed;
    private volatile long leaseEndNanos;
    private @Nullable ScheduledThreadPoolExecutor executor;

    MetricsRefresher(RefresherOptions options) {
        this.metrics = options.metrics;
        this.asOf = options.asOf;
        this.lease = options.lease;
        this.leaseDuration = options.leaseDuration();
        this.jitter = options.jitter;
        this.scheduledByHost = options.scheduledByHost;
        this.patience = options.patience;
        this.nanoTime = options.nanoTime;
        this.quietLog = new QuietLog(LOG, nanoTime);
        for (String domain : metrics.domains()) {
            states.put(domain, new DomainState(domain, options.interval(domain), options.staleAfter(domain)));
        }
        this.snapshot = metrics.snapshotOf(List.of());
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
        if (closed) {
            throw new IllegalStateException("a closed refresher cannot start again; build another one");
        }
        if (executor == null) {
            executor = newExecutor(states.size() + 1);
            var unused = executor.scheduleWithFixedDelay(
                    this::watch, WATCH_INTERVAL.toNanos(), WATCH_INTERVAL.toNanos(), TimeUnit.NANOSECONDS);
            if (!scheduledByHost) {
                states.values().forEach(state -> schedule(state, Duration.ZERO));
            }
        }
        return this;
    }

    private static ScheduledThreadPoolExecutor newExecutor(int threads) {
        AtomicInteger number = new AtomicInteger();
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "axisor-metrics-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private synchronized void schedule(DomainState state, Duration delay) {
        if (executor != null && !executor.isShutdown()) {
            Runnable task = () -> {
                try {
                    refresh(state);
                } finally {
                    schedule(state, jittered(state.interval));
                }
            };
            var unused = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    Duration jittered(Duration interval) {
        double factor = 1 + jitter * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return Duration.ofNanos((long) (interval.toNanos() * factor));
    }

    /**
     * Refreshes every domain now, on the calling thread, one after the other. Failures are shown in {@link #health()},
     * not thrown.
     *
     * @return what is shown afterwards
     */
    public MetricsSnapshot refresh() {
        states.values().forEach(this::refresh);
        return snapshot;
    }

    /**
     * Refreshes one domain now, on the calling thread.
     *
     * @param domain the domain
     * @return whether it was refreshed; false if a refresh of it was running, failed, or is another replica's
     * @throws NoSuchElementException naming the domains there are, if there is none of the name
     */
    public boolean refresh(String domain) {
        return refresh(state(domain));
    }

    private boolean refresh(DomainState state) {
        // The lock lets its own holder in again: a listener that refreshes must not overlap the refresh it hears of.
        if (closed || state.running.isHeldByCurrentThread() || !state.running.tryLock()) {
            return false;
        }
        boolean alone = false;
        try {
            alone = oneAtATime.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            return !closed && attempt(state) == RefreshOutcome.SUCCESS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            if (alone) {
                oneAtATime.release();
            }
            state.running.unlock();
        }
    }

    private RefreshOutcome attempt(DomainState state) {
        long begun = nanoTime.getAsLong();
        RefreshOutcome outcome = measure(state, begun);
        Duration duration = Duration.ofNanos(nanoTime.getAsLong() - begun);
        if (!closed) {
            show();
            tell(listener -> listener.attempted(state.domain, outcome, duration));
        }
        return outcome;
    }

    private RefreshOutcome measure(DomainState state, long begun) {
        try {
            if (!holdLease(begun)) {
                return standby(state);
            }
            DomainMetrics measured =
                    metrics.measure(state.domain, asOf == null ? metrics.clock().instant() : asOf);
            long now = nanoTime.getAsLong();
            if (leaseHasRunOut(now) && !holdLease(now)) {
                return standby(state);
            }
            state.succeeded(measured, measured.at().computedAt(), begun);
            return RefreshOutcome.SUCCESS;
        } catch (RuntimeException | LinkageError e) {
            state.failed(e.getClass().getSimpleName() + ": " + e.getMessage());
            if (!closed) {
                quietLog.warn(
                        state.domain,
                        "refresh of '" + state.domain + "' failed, its last good values stay for at most "
                                + state.staleAfter,
                        e);
            }
            return RefreshOutcome.FAILURE;
        }
    }

    /** Asks for longer than it counts on, so that what is shown is down before another replica can hold the lease. */
    private boolean holdLease(long begun) {
        boolean held = lease.tryHold(leaseDuration.plus(WATCH_INTERVAL.multipliedBy(2)));
        leaseEndNanos = held ? begun + leaseDuration.toNanos() : begun;
        return held;
    }

    private boolean leaseHasRunOut(long now) {
        return lease != RefreshLease.ALONE && now - leaseEndNanos > 0;
    }

    /** The lease is one for all domains: whoever learns that another replica holds it, learns it for all. */
    private RefreshOutcome standby(DomainState state) {
        state.onStandby();
        states.values().forEach(DomainState::lostLease);
        return RefreshOutcome.STANDBY;
    }

    /** A periodic task that throws once never runs again. */
    private void watch() {
        try {
            showAged();
        } catch (RuntimeException | LinkageError e) {
            quietLog.warn("watch", "the age of what is shown could not be looked at", e);
        }
    }

    /** Takes down what has aged since it was shown, also while a refresh hangs. */
    void showAged() {
        long now = nanoTime.getAsLong();
        if (leaseHasRunOut(now)) {
            states.values().forEach(DomainState::lostLease);
        }
        if (states.values().stream().anyMatch(state -> state.hasAged(now))) {
            show();
        }
    }

    private void show() {
        synchronized (showing) {
            long now = nanoTime.getAsLong();
            snapshot = metrics.snapshotOf(states.values().stream()
                    .map(state -> state.show(now))
                    .flatMap(Optional::stream)
                    .toList());
            tell(listener -> listener.shown(snapshot));
        }
    }

    private void tell(Consumer<RefreshListener> news) {
        synchronized (showing) {
            listeners.forEach(listener -> tell(listener, news));
        }
    }

    private void tell(RefreshListener listener, Consumer<RefreshListener> news) {
        try {
            news.accept(listener);
        } catch (RuntimeException | LinkageError e) {
            quietLog.warn("listener", "the listener " + listener.getClass().getName() + " failed", e);
        }
    }

    /**
     * What is shown. Never waits, never fails; without any measurement before the first refresh has ended.
     *
     * @return the snapshot
     */
    public MetricsSnapshot snapshot() {
        return snapshot;
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
        synchronized (showing) {
            listeners.add(listener);
            tell(listener, added -> added.shown(snapshot));
        }
    }

    /**
     * Removes a listener; it is not called any more once this returns.
     *
     * @param listener the listener
     */
    public void removeListener(RefreshListener listener) {
        synchronized (showing) {
            listeners.remove(listener);
        }
    }

    private DomainState state(String domain) {
        DomainState state = states.get(domain);
        if (state == null) {
            throw new NoSuchElementException("there is no domain '" + domain + "', only " + states.keySet());
        }
        return state;
    }

    /**
     * Ends the schedule, interrupts a running refresh, gives up the lease and leaves the last snapshot readable. Waits a
     * few seconds at most for the threads to end. A second close does nothing.
     */
    @Override
    public void close() {
        ScheduledThreadPoolExecutor running;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            running = executor;
            if (running != null) {
                running.shutdownNow();
            }
        }
        if (running != null) {
            try {
                if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
                    LOG.warn("a refresh does not react to its interruption; its daemon thread ends with its statement");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        lease.release();
    }

    /** The options. */
    public static final class Builder {
        private final RefresherOptions options;

        private Builder(BusinessMetrics metrics) {
            this.options = new RefresherOptions(metrics);
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
