package io.axisor.metrics.testing.benchmarks.scrape;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Plain gauges on numbers, under the same names and tags as the meters of a registry: one for each of their samples. */
final class PlainGauges {

    private PlainGauges() {}

    static void copy(MeterRegistry from, MeterRegistry to) {
        for (Meter meter : from.getMeters()) {
            for (Measurement sample : meter.measure()) {
                register(meter.getId(), sample, to);
            }
        }
    }

    /** A timer has a count, a sum and a maximum; a gauge has its value. */
    private static void register(Meter.Id id, Measurement sample, MeterRegistry registry) {
        Statistic statistic = sample.getStatistic();
        String name = statistic == Statistic.VALUE
                ? id.getName()
                : id.getName() + ".of." + statistic.name().toLowerCase(Locale.ROOT);
        Gauge.builder(name, new AtomicLong(Math.round(sample.getValue())), AtomicLong::doubleValue)
                .strongReference(true)
                .tags(id.getTags())
                .description(id.getDescription())
                .baseUnit(id.getBaseUnit())
                .register(registry);
    }
}
