package io.axisor.metrics.source;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.TradingFacts;

/** Counts the trading domain of one instant. */
@SuppressWarnings("UnusedVariable") // until counted
final class InMemoryTrading {

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final TradingFacts.Builder facts = TradingFacts.builder();

    InMemoryTrading(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    TradingFacts facts() {
        return facts.build();
    }
}
