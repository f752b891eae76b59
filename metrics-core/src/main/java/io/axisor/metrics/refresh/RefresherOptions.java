package io.axisor.metrics.refresh;

import io.axisor.metrics.BusinessMetrics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The options of a refresher, their defaults and their bounds. */
final class RefresherOptions {

    private static final Duration LEAST_STALE_LIMIT = Duration.ofMinutes(5);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    final BusinessMetrics metrics;
    final Map<String, Duration> intervals = new HashMap<>();
    Duration interval = Duration.ofMinutes(1);

    @Nullable
    Duration staleAfter;

    String name = "";
    double jitter = 0.1;
    RefreshLease lease = RefreshLease.ALONE;

    @Nullable
    Instant asOf;

    boolean scheduledByHost;
    Duration patience = Duration.ofSeconds(5);
    LongSupplier nanoTime = System::nanoTime;

    RefresherOptions(BusinessMetrics metrics) {
        this.metrics = metrics;
    }

    /** What its log messages begin with. */
    String prefix() {
        return name.isEmpty() ? "" : name + ": ";
    }

    /** What the names of its threads begin with. */
    String threads() {
        return "axisor-metrics-" + (name.isEmpty() ? "" : name + "-");
    }

    Duration interval(String domain) {
        return intervals.getOrDefault(domain, interval);
    }

    Duration staleAfter(String domain) {
        if (staleAfter != null) {
            return staleAfter;
        }
        Duration threeIntervals = interval(domain).multipliedBy(3);
        return threeIntervals.compareTo(LEAST_STALE_LIMIT) > 0 ? threeIntervals : LEAST_STALE_LIMIT;
    }

    /** Three of the shortest intervals: a holder that misses two refreshes has lost the lease. */
    Duration leaseDuration() {
        return Collections.min(metrics.domains().stream().map(this::interval).toList())
                .multipliedBy(3);
    }

    void check() {
        List<String> faults = new ArrayList<>();
        intervals.keySet().stream()
                .filter(domain -> !metrics.domains().contains(domain))
                .forEach(domain -> faults.add("interval for '" + domain + "': the domains are " + metrics.domains()));
        checkBounds("interval", interval, "a minute is the default", faults);
        intervals.forEach((domain, own) ->
                checkBounds("interval of '" + domain + "'", own, "leave it out for that of all domains", faults));
        if (staleAfter != null) {
            checkBounds(
                    "staleAfter", staleAfter, "leave it out for three intervals, and five minutes at least", faults);
        }
        if (!(jitter >= 0 && jitter <= 0.5)) {
            faults.add("jitter must be 0 to 0.5, not " + jitter);
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
    }

    private static void checkBounds(String name, Duration duration, String remedy, List<String> faults) {
        if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
            faults.add(name + " must be from 1 ms to 365 days, not " + duration + "; " + remedy);
        }
    }
}
