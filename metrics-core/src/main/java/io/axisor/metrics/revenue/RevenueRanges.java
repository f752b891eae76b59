package io.axisor.metrics.revenue;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import java.util.List;
import java.util.stream.Stream;

/** The ranges over which a source must sum up money. */
public final class RevenueRanges {

    private RevenueRanges() {}

    /**
     * The bounded ranges: 24h, 7d, 30d and the 30d before, this, the last and the previous month. They overlap.
     *
     * @param at the instant they are cut at
     * @return the ranges, each once
     */
    public static List<TimeRange> bounded(AsOf at) {
        return Stream.of(
                        at.range(Window.ROLLING_24H),
                        at.range(Window.ROLLING_7D),
                        at.range(Window.ROLLING_30D),
                        at.before(Window.ROLLING_30D),
                        at.range(Window.THIS_MONTH),
                        at.range(Window.LAST_MONTH),
                        at.range(Window.PREVIOUS_MONTH))
                .distinct()
                .toList();
    }
}
