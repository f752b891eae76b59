package io.axisor.metrics.refresh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;

/**
 * Warns about each subject at most once a minute; what comes between is logged at DEBUG. Does not throw, whatever the log
 * or the words of a cause throw: it is called where something has failed already.
 */
final class QuietLog {

    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Logger log;
    private final String prefix;
    private final LongSupplier nanoTime;
    private final Map<String, Long> lastWarning = new ConcurrentHashMap<>();

    /**
     * Begins with no warning yet.
     *
     * @param log takes the warnings
     * @param prefix what each of them begins with
     * @param nanoTime a clock
     */
    QuietLog(Logger log, String prefix, LongSupplier nanoTime) {
        this.log = log;
        this.prefix = prefix;
        this.nanoTime = nanoTime;
    }

    void warn(String subject, String message, Throwable cause) {
        try {
            log(subject, message, cause);
        } catch (Throwable e) {
            // Memory may have run out, or the log be the host's own. There is nowhere left to report it.
        }
    }

    private void log(String subject, String message, Throwable cause) {
        long now = nanoTime.getAsLong();
        Long last = lastWarning.get(subject);
        if (last == null || now - last >= PAUSE_NANOS) {
            lastWarning.put(subject, now);
            log.warn("{}: {}", prefix + message, cause.toString());
        }
        if (log.isDebugEnabled()) {
            log.debug("{}", prefix + message, WordlessTrace.of(cause));
        }
    }
}
