package io.axisor.metrics.micrometer;

import io.axisor.metrics.definition.MetricUnit;
import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.refresh.RefreshOutcome;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The meters that tell how the refreshing fares; always there, whatever becomes of the values. */
final class RefreshMeters {

    /** The tag that names the domain. */
    static final String DOMAIN = "domain";

    /** The tag that tells how an attempt ended. */
    static final String OUTCOME = "outcome";

    private static final String AGE = "refresh.age";
    private static final String LAST_SUCCESS = "refresh.last.success";
    private static final String UP = "refresh.up";
    private static final String DURATION = "refresh.duration";
    private static final String SERIES = "series";
    private static final String DROPPED = "series.dropped";

    /** Names behind the prefix that no metric may have. */
    static final Set<String> NAMES = Set.of(AGE, LAST_SUCCESS, UP, DURATION, SERIES, DROPPED);

    private final MetricsRefresher refresher;
    private final String prefix;
    private final Tags tags;

    RefreshMeters(BinderOptions options) {
        this.refresher = options.refresher;
        this.prefix = options.prefix + ".";
        this.tags = options.tags;
    }

    /** The gauges of every domain, and those of the board. */
    List<Gauge.Builder<?>> gauges(SeriesBoard board) {
        List<Gauge.Builder<?>> gauges = new ArrayList<>();
        for (String domain : refresher.metrics().domains()) {
            gauges.add(age(domain));
            gauges.add(lastSuccess(domain));
            gauges.add(up(domain));
        }
        gauges.add(series(board));
        gauges.add(dropped(board));
        return gauges;
    }

    /** What there is a timer for. */
    List<Attempt> attempts() {
        return refresher.metrics().domains().stream()
                .flatMap(domain -> Arrays.stream(RefreshOutcome.values()).map(outcome -> new Attempt(domain, outcome)))
                .toList();
    }

    Timer.Builder duration(Attempt attempt) {
        return Timer.builder(prefix + DURATION)
                .tags(tags)
                .tag(DOMAIN, attempt.domain())
                .tag(OUTCOME, attempt.outcome().key())
                .description("How long attempts to refresh took, by how they ended.");
    }

    private Gauge.Builder<?> age(String domain) {
        return ofDomain(
                        AGE,
                        domain,
                        health -> health.age().map(RefreshMeters::inSeconds).orElse(Double.NaN))
                .baseUnit(MetricUnit.SECONDS.name())
                .description("How long ago the values shown were computed; NaN where none ever were, and on standby.");
    }

    private Gauge.Builder<?> lastSuccess(String domain) {
        return ofDomain(
                        LAST_SUCCESS,
                        domain,
                        health -> health.lastSuccess()
                                .map(instant -> instant.toEpochMilli() / 1e3)
                                .orElse(0.0))
                .baseUnit(MetricUnit.SECONDS.name())
                .description("When values were last computed, in seconds since 1970; 0 for never.");
    }

    private Gauge.Builder<?> up(String domain) {
        return ofDomain(UP, domain, health -> health.up() ? 1 : 0)
                .description("1 if the last attempt to refresh did not fail; 0 if it did, and before the first ended.");
    }

    private Gauge.Builder<?> series(SeriesBoard board) {
        return held(SERIES, board, SeriesBoard::count).description("Series of business metrics that are shown.");
    }

    private Gauge.Builder<?> dropped(SeriesBoard board) {
        return held(DROPPED, board, SeriesBoard::dropped)
                .description("Series of business metrics that are not shown, because they are beyond the cap.");
    }

    private Gauge.Builder<?> ofDomain(String name, String domain, ToDoubleFunction<DomainHealth> value) {
        return held(name, refresher, from -> value.applyAsDouble(from.health(domain)))
                .tag(DOMAIN, domain);
    }

    private <T> Gauge.Builder<T> held(String name, T subject, ToDoubleFunction<T> value) {
        return Gauge.builder(prefix + name, subject, value)
                .strongReference(true)
                .tags(tags);
    }

    private static double inSeconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /**
     * An attempt to refresh a domain, for which there is a timer.
     *
     * @param domain the domain
     * @param outcome how the attempt ended
     */
    record Attempt(String domain, RefreshOutcome outcome) {}
}
