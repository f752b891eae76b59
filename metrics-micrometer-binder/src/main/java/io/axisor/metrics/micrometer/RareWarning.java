package io.axisor.metrics.micrometer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Warns about each subject at most once a minute; what comes between is logged at DEBUG. Does not throw, whatever the log
 * or the words of a cause throw: it is called where something has failed already.
 */
final class RareWarning {

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final Map<String, Long> lastWarning = new ConcurrentHashMap<>();

    RareWarning(Logger log) {
        this.log = log;
    }

    void warn(String subject, String message) {
        try {
            log(subject, message);
        } catch (Throwable e) {
            // Memory may have run out, or the log be the host's own. There is nowhere left to report it.
        }
    }

    void warn(String subject, String message, Throwable cause) {
        try {
            log(subject, message + ": " + cause);
            log.debug("{}", message, cause);
        } catch (Throwable e) {
            // as above
        }
    }

    private void log(String subject, String message) {
        if (isDue(subject)) {
            log.warn("{}", message);
        } else {
            log.debug("{}", message);
        }
    }

    private boolean isDue(String subject) {
        long now = System.nanoTime();
        Long last = lastWarning.get(subject);
        boolean due = last == null || now - last >= PAUSE_NANOS;
        if (due) {
            lastWarning.put(subject, now);
        }
        return due;
    }
}
