package io.axisor.metrics.micrometer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** What tests ask registries. */
final class Meters {

    private Meters() {}

    static Map<String, Double> valuesByTag(MeterRegistry registry, String name, String tag) {
        Map<String, Double> values = new TreeMap<>();
        for (Gauge gauge : registry.find(name).gauges()) {
            values.put(gauge.getId().getTag(tag), gauge.value());
        }
        return values;
    }

    static Map<String, String> tagsOf(Meter meter) {
        return meter.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
    }

    static double refreshValue(MeterRegistry registry, String name) {
        return registry.get("business.refresh." + name)
                .tag("domain", ShopDomain.NAME)
                .gauge()
                .value();
    }

    /** Waits for what other threads bring about. */
    static void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 20 s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }
}
