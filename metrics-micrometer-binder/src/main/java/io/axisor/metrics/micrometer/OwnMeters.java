package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.noop.NoopMeter;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Meters of one kind that a binder owns in one registry: those that it registered itself, never one that the registry
 * handed back because its id was taken. They are removed as the registry knows them, under whatever name and tags its
 * filters gave them; one that somebody else removed is registered again. Nothing that the registry throws reaches the
 * caller. Guarded by the binder.
 *
 * @param <K> what a meter is there for
 * @param <M> the kind of meter
 */
final class OwnMeters<K, M extends Meter> {

    private final MeterRegistry registry;
    private final BiFunction<K, MeterRegistry, M> registration;
    private final RareWarning warning;
    private final Map<K, M> meters = new HashMap<>();

    OwnMeters(MeterRegistry registry, BiFunction<K, MeterRegistry, M> registration, RareWarning warning) {
        this.registry = registry;
        this.registration = registration;
        this.warning = warning;
    }

    Optional<M> find(K key) {
        return Optional.ofNullable(meters.get(key));
    }

    /** Registers what is missing, also what could not be registered the last time; then removes all others. */
    void show(Collection<K> wanted) {
        try {
            registerMissing(wanted);
        } catch (Throwable e) {
            warning.warn("meters", "the registry did not list its meters, which is tried again at the next refresh", e);
        }
        removeAllBut(new HashSet<>(wanted));
    }

    private void registerMissing(Collection<K> wanted) {
        Set<Meter> present = Collections.newSetFromMap(new IdentityHashMap<>());
        present.addAll(registry.getMeters());
        meters.values().removeIf(meter -> !present.contains(meter) && !isDenied(meter));
        List<K> missing =
                wanted.stream().filter(key -> !meters.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            Set<Meter.Id> taken = new HashSet<>();
            present.forEach(meter -> taken.add(meter.getId()));
            missing.forEach(key -> register(key, taken));
        }
    }

    /** What a filter of the host's denies was registered, but is never among the registry's meters. */
    private static boolean isDenied(Meter meter) {
        return meter instanceof NoopMeter;
    }

    private void register(K key, Set<Meter.Id> taken) {
        try {
            M meter = registration.apply(key, registry);
            if (taken.add(meter.getId())) {
                meters.put(key, meter);
            } else {
                warning.warn(
                        "taken",
                        "the registry has a meter " + meter.getId() + " already, which stays; give every binder tags"
                                + " of its own, close one before another takes its"
                                + " place, and let no MeterFilter drop a tag");
            }
        } catch (Throwable e) {
            warning.warn("registration", "the registry refused a meter, which is tried again at the next refresh", e);
        }
    }

    private void removeAllBut(Set<K> wanted) {
        meters.entrySet().removeIf(entry -> {
            boolean isUnwanted = !wanted.contains(entry.getKey());
            if (isUnwanted) {
                remove(entry.getValue());
            }
            return isUnwanted;
        });
    }

    private void remove(M meter) {
        try {
            registry.remove(meter);
        } catch (Throwable e) {
            warning.warn("removal", "the registry did not remove " + meter.getId(), e);
        }
    }
}
