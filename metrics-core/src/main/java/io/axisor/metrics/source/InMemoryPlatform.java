package io.axisor.metrics.source;

import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.time.AsOf;

/** Counts the platform domain of one instant. */
@SuppressWarnings("UnusedVariable") // until counted
final class InMemoryPlatform {

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final PlatformFacts.Builder facts = PlatformFacts.builder();

    InMemoryPlatform(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    PlatformFacts facts() {
        return facts.build();
    }
}
