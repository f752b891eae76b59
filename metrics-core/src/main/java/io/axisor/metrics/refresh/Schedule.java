package io.axisor.metrics.refresh;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The daemon threads of a refresher: one that watches, one that refreshes, and another one for each refresh that outlasts
 * the patience, for as long as it does. Whatever is thrown, memory run out included, a task runs again.
 */
final class Schedule {

    private final AtomicInteger threads = new AtomicInteger();
    private final ScheduledThreadPoolExecutor watching;
    private final ScheduledThreadPoolExecutor refreshing;
    private final List<Repetition> repetitions = new CopyOnWriteArrayList<>();
    private final Duration patience;
    private final Consumer<Throwable> failures;

    /**
     * A schedule without threads yet.
     *
     * @param names what the names of its threads begin with
     * @param patience for how long a refresh keeps the others waiting
     * @param failures hears what a task throws; does not throw
     */
    Schedule(String names, Duration patience, Consumer<Throwable> failures) {
        this.watching = executor(names);
        this.refreshing = executor(names);
        this.patience = patience;
        this.failures = failures;
    }

    private ScheduledThreadPoolExecutor executor(String names) {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, names + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(0, TimeUnit.NANOSECONDS); // else a thread too many lives on where tasks are frequent
        return executor;
    }

    void watch(Runnable task, Duration pause) {
        Runnable watch = () -> {
            guarded(task);
            repetitions.forEach(Repetition::scheduleIfLost);
        };
        var unused = watching.scheduleWithFixedDelay(watch, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs the refresh at once and again after each pause. */
    void refresh(Runnable refresh, Supplier<Duration> pause) {
        Repetition repetition = new Repetition(refresh, pause);
        repetitions.add(repetition);
        repetition.schedule(() -> Duration.ZERO);
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            report(e);
        }
    }

    /** What is refused since the schedule is closed is no failure: a refresh may end just then, and have itself repeated. */
    private void report(Throwable e) {
        boolean isTheEnd = e instanceof RejectedExecutionException && watching.isShutdown();
        if (!isTheEnd) {
            failures.accept(e);
        }
    }

    /** Ends both schedules without interrupting what is running. */
    void close() {
        watching.shutdown();
        refreshing.shutdown();
    }

    void awaitEnd(long deadlineNanos) throws InterruptedException {
        for (ScheduledThreadPoolExecutor executor : List.of(refreshing, watching)) {
            var unused = executor.awaitTermination(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    /** A refresh that is scheduled anew each time it has ended. */
    private final class Repetition {
        private final Runnable refresh;
        private final Supplier<Duration> pause;
        private long current;
        private boolean lost;

        Repetition(Runnable refresh, Supplier<Duration> pause) {
            this.refresh = refresh;
            this.pause = pause;
        }

        synchronized void schedule(Supplier<Duration> delay) {
            if (!refreshing.isShutdown()) {
                long number = ++current;
                lost = true;
                guarded(() -> {
                    long nanos = delay.get().toNanos();
                    var unused = refreshing.schedule(() -> run(number), nanos, TimeUnit.NANOSECONDS);
                    lost = false;
                });
            }
        }

        synchronized void scheduleIfLost() {
            if (lost) {
                schedule(() -> Duration.ZERO);
            }
        }

        /** A thread that could not be started may leave a run in the queue, though it was reported as lost. */
        private synchronized boolean isCurrent(long number) {
            return number == current;
        }

        private void run(long number) {
            if (isCurrent(number)) {
                try {
                    runWithPatience();
                } catch (Throwable e) {
                    report(e);
                } finally {
                    schedule(pause);
                }
            }
        }

        private void runWithPatience() {
            Overtime overtime = new Overtime();
            var patienceEnds = watching.schedule(overtime::begin, patience.toNanos(), TimeUnit.NANOSECONDS);
            try {
                refresh.run();
            } finally {
                patienceEnds.cancel(false);
                overtime.end();
            }
        }
    }

    /** What a refresh takes up that outlasts the patience: its thread, in whose place the others get another one. */
    private final class Overtime {
        private boolean begun;
        private boolean ended;

        synchronized void begin() {
            if (!ended) {
                begun = true;
                addThreads(1);
            }
        }

        synchronized void end() {
            ended = true;
            if (begun) {
                addThreads(-1);
            }
        }

        private void addThreads(int number) {
            synchronized (refreshing) {
                refreshing.setCorePoolSize(refreshing.getCorePoolSize() + number);
            }
        }
    }
}
