package io.axisor.metrics.refresh;

import io.axisor.metrics.MetricsSnapshot;
import java.time.Duration;

/**
 * Learns what is shown. Called by the thread that refreshes, one call at a time for all domains, so it must be quick. What
 * it throws, errors included, is logged: other listeners, the values and the schedule are not affected. A listener that
 * threw from {@link #shown} is told again within a second.
 */
public interface RefreshListener {

    /**
     * Other values are shown from now on: a domain was refreshed, or its values became stale or too old.
     *
     * @param snapshot everything that is shown now
     */
    void shown(MetricsSnapshot snapshot);

    /**
     * An attempt to refresh ended. Comes after {@link #shown}.
     *
     * @param domain the domain
     * @param outcome how it ended
     * @param duration how long it took
     */
    default void attempted(String domain, RefreshOutcome outcome, Duration duration) {}
}
