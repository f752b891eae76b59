package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.step.StepTimer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the timers of HTTP requests. In a composite they are read from one of its registries, always the same: each of
 * them counts every request, but a composite's own timer answers with whichever child comes first, in an order that
 * differs from start to start.
 */
final class RequestTimers {

    private final MeterRegistry registry;
    private final Set<String> names;

    RequestTimers(MeterRegistry registry, Set<String> names) {
        this.registry = registry;
        this.names = Set.copyOf(names);
    }

    /**
     * The registry to read.
     *
     * @param before the one that was read the last time, null if none was
     * @return the same, as long as it is there; else one whose timers count from the start of the process, rather one
     *     whose timers publish histograms
     */
    Optional<MeterRegistry> choose(@Nullable MeterRegistry before) {
        List<MeterRegistry> open = open();
        return before != null && open.contains(before)
                ? Optional.of(before)
                : open.stream().filter(one -> !in(one).isEmpty()).max(Comparator.comparing(this::hasBuckets));
    }

    private boolean hasBuckets(MeterRegistry one) {
        return in(one).stream().anyMatch(timer -> LatencyBuckets.of(timer).size() > 0);
    }

    /** The timers of a registry that count from the start of the process. */
    List<Timer> in(MeterRegistry one) {
        return named(one).filter(timer -> !countsInSteps(timer)).toList();
    }

    /** The registries whose timers count anew with every step, so that nothing can be made of their differences. */
    List<String> registriesThatCountInSteps() {
        return open().stream()
                .filter(one -> named(one).anyMatch(RequestTimers::countsInSteps))
                .map(one -> one.getClass().getSimpleName())
                .toList();
    }

    private List<MeterRegistry> open() {
        return leaves(registry).filter(leaf -> !leaf.isClosed()).toList();
    }

    private static Stream<MeterRegistry> leaves(MeterRegistry root) {
        return root instanceof CompositeMeterRegistry composite
                ? composite.getRegistries().stream().flatMap(RequestTimers::leaves)
                : Stream.of(root);
    }

    /** Meters of the name that are no timers, such as the LongTaskTimer of running requests, are another matter. */
    private Stream<Timer> named(MeterRegistry one) {
        return one.getMeters().stream()
                .filter(meter -> names.contains(nameOf(meter)))
                .filter(Timer.class::isInstance)
                .map(Timer.class::cast);
    }

    private static String nameOf(Meter meter) {
        return meter.getId().getName();
    }

    /** The timer of an OTLP registry that exports deltas is no StepTimer, but is named like one. */
    private static boolean countsInSteps(Timer timer) {
        return timer instanceof StepTimer || timer.getClass().getSimpleName().contains("Step");
    }
}
