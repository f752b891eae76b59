package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * What a binder shows in one registry: a gauge for every series on the board, registered when the series gets its place
 * and removed when it loses it, never in between; and the meters of the refreshing. Guarded by the binder.
 */
final class RegistryBinding {

    private final MeterRegistry registry;
    private final RareWarning warning;
    private final Tags tags;
    private final List<Gauge.Builder<?>> refreshGaugesToShow;
    private final List<RefreshMeters.Attempt> attempts;
    private final OwnMeters<ShownSeries, Gauge> gauges;
    private final OwnMeters<Gauge.Builder<?>, Gauge> refreshGauges;
    private final OwnMeters<RefreshMeters.Attempt, Timer> durations;

    RegistryBinding(MeterRegistry registry, BinderOptions options, SeriesBoard board, RareWarning warning) {
        this.registry = registry;
        this.warning = warning;
        this.tags = options.tags;
        RefreshMeters ofRefresh = new RefreshMeters(options);
        this.refreshGaugesToShow = ofRefresh.gauges(board);
        this.attempts = ofRefresh.attempts();
        this.gauges = new OwnMeters<>(registry, (place, in) -> gauge(place).register(in), warning);
        this.refreshGauges = new OwnMeters<>(registry, Gauge.Builder::register, warning);
        this.durations = new OwnMeters<>(
                registry, (attempt, in) -> ofRefresh.duration(attempt).register(in), warning);
    }

    boolean isOf(MeterRegistry other) {
        return registry == other;
    }

    /** Whether the host has closed the registry, so that nobody reads it any more. */
    boolean isOver() {
        return registry.isClosed();
    }

    void show(Collection<ShownSeries> shown) {
        gauges.show(shown);
        refreshGauges.show(refreshGaugesToShow);
        durations.show(attempts);
    }

    private Gauge.Builder<ShownSeries> gauge(ShownSeries place) {
        Series series = place.series();
        Gauge.Builder<ShownSeries> gauge = Gauge.builder(series.name(), place, ShownSeries::value)
                .strongReference(true)
                .tags(tags)
                .description(series.description());
        series.tags().forEach(gauge::tag);
        series.baseUnit().ifPresent(gauge::baseUnit);
        return gauge;
    }

    void attempted(RefreshMeters.Attempt attempt, Duration duration) {
        try {
            durations.find(attempt).ifPresent(timer -> timer.record(duration));
        } catch (Throwable e) {
            warning.warn("timer", "the registry did not record how long a refresh took", e);
        }
    }

    void removeAll() {
        gauges.show(List.of());
        refreshGauges.show(List.of());
        durations.show(List.of());
    }
}
