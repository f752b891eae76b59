package io.axisor.metrics.source;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.time.AsOf;

/** Counts the automation domain of one instant. */
@SuppressWarnings("UnusedVariable") // until counted
final class InMemoryAutomation {

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final AutomationFacts.Builder facts = AutomationFacts.builder();

    InMemoryAutomation(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    AutomationFacts facts() {
        return facts.build();
    }
}
