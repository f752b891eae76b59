package io.axisor.metrics.jdbc.internal.session;

import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a statement that outlasts its timeout: some drivers ignore {@link Statement#setQueryTimeout}, or count only until
 * the first row. The others get a moment to end it themselves, with a better word for it. Each request to cancel has a
 * thread for as long as it takes, so that one that hangs keeps no other waiting.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration GRACE = Duration.ofMillis(500);

    /** How long a request to cancel is waited for when its statement is over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final int MOST_REQUESTS = 64;

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private static final ThreadPoolExecutor REQUESTS = new ThreadPoolExecutor(
            0, MOST_REQUESTS, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), threads("business-metrics-cancel"));

    private final Statement statement;
    private final Future<?> end;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable CountDownLatch request;

    private Watchdog(Statement statement, Duration timeout) {
        this.statement = statement;
        this.end = TIMER.schedule(this::bark, timeout.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Watches a statement until it is called off. */
    static Watchdog over(Statement statement, Duration timeout) {
        return new Watchdog(statement, timeout);
    }

    /** One thread for all, gone a moment after the last statement. */
    private static ScheduledThreadPoolExecutor timer() {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads("business-metrics-watchdog"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    private static ThreadFactory threads(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(null); // the host's may go before the thread does
            return thread;
        };
    }

    /** Never once the statement is over: a late word would cancel the next one of its connection. */
    synchronized void bark() {
        if (over.getCount() == 0 || request != null) {
            return;
        }
        CountDownLatch asked = new CountDownLatch(1);
        try {
            REQUESTS.execute(() -> cancel(asked));
            request = asked;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            LOG.debug("no thread for another request to cancel");
        }
    }

    synchronized boolean hasBarked() {
        return request != null;
    }

    /** Again and again: a request that comes before its statement has begun is lost. */
    private void cancel(CountDownLatch asked) {
        try {
            long pause = FIRST_PAUSE.toMillis();
            do {
                statement.cancel();
                pause *= 2;
            } while (!over.await(pause, TimeUnit.MILLISECONDS));
        } catch (Throwable e) { // a thread's last words would go to the host's handler
            LOG.debug("the driver does not cancel: {}", DatabaseFailure.kind(e));
        } finally {
            asked.countDown();
        }
    }

    /**
     * The statement is over.
     *
     * @return whether its connection may run another one: false while a request to cancel is still on its way
     */
    boolean callOff() {
        end.cancel(false);
        CountDownLatch asked;
        synchronized (this) {
            over.countDown();
            asked = request;
        }
        return asked == null || isAnswered(asked);
    }

    private static boolean isAnswered(CountDownLatch asked) {
        try {
            return asked.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return asked.getCount() == 0;
        }
    }
}
