package io.axisor.metrics.trading;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.OutcomeCounts;
import java.util.HashMap;
import java.util.Map;

/**
 * The trades executed before {@code t}.
 *
 * @param outcomes how trades ended, for each window of {@code trades.success}
 * @param byAutomation all trades by the type of automation that made them, known types included; {@link #MANUAL} for none
 * @param volumes by currency, what succeeded trades moved in each of {@link TradingRanges#of}; known currencies included
 * @param profit profit and loss; unavailable where it is not mapped
 */
public record TradeFacts(
        Map<Window, OutcomeCounts> outcomes,
        Breakdown byAutomation,
        Map<CurrencyUnit, Map<TimeRange, TradeVolume>> volumes,
        Finding<ProfitFacts> profit) {

    /** The type of trades that no automation made. */
    public static final String MANUAL = "manual";

    /**
     * Copies the maps.
     *
     * @param outcomes how trades ended, for each window of {@code trades.success}
     * @param byAutomation all trades by the type of automation that made them, known types included
     * @param volumes by currency, what succeeded trades moved in each of {@link TradingRanges#of}
     * @param profit profit and loss; unavailable where it is not mapped
     */
    public TradeFacts {
        outcomes = Map.copyOf(outcomes);
        Map<CurrencyUnit, Map<TimeRange, TradeVolume>> copy = new HashMap<>();
        volumes.forEach((currency, byRange) -> copy.put(currency, Map.copyOf(byRange)));
        volumes = Map.copyOf(copy);
    }
}
