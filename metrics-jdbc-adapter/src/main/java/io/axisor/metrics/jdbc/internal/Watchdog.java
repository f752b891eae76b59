package io.axisor.metrics.jdbc.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels a statement that outlasts its timeout: some drivers ignore {@link Statement#setQueryTimeout}, or count only until
 * the first row. The others get a moment to end it themselves, with a better word for it.
 */
final class Watchdog {

    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final ScheduledThreadPoolExecutor TIMER = timer();

    private final Statement statement;
    private final Future<?> end;
    private boolean isOver;

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
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "business-metrics-watchdog");
            thread.setDaemon(true);
            thread.setContextClassLoader(null); // the host's may go before the thread does
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(1, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return timer;
    }

    /** Never once the statement is over: a late word would cancel the next one of its connection. */
    private synchronized void bark() {
        if (isOver) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.debug("the driver does not cancel: SQLState {}", e.getSQLState());
        }
    }

    void callOff() {
        end.cancel(false);
        synchronized (this) {
            isOver = true;
        }
    }
}
