package io.axisor.metrics.trading;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import java.util.List;

/** The ranges over which a source must sum up the volume of trades. */
public final class TradingRanges {

    private TradingRanges() {}

    /**
     * The ranges: 24h, 30d, the 30d before, the lifetime.
     *
     * @param at the instant they are cut at
     * @return the ranges; they overlap
     */
    public static List<TimeRange> of(AsOf at) {
        return List.of(at.range(ROLLING_24H), at.range(ROLLING_30D), at.before(ROLLING_30D), at.range(LIFETIME));
    }
}
