package io.axisor.metrics.trading;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.Map;

/**
 * The profit and loss of trades that have one: closed trades, however they ended.
 *
 * @param wins trades won and lost, over all currencies, for each window of {@code trades.win}
 * @param byCurrency the amounts by currency, known currencies included
 */
public record ProfitFacts(Map<Window, WinCounts> wins, Map<CurrencyUnit, CurrencyProfit> byCurrency) {

    /**
     * Copies the maps.
     *
     * @param wins trades won and lost, over all currencies, for each window of {@code trades.win}
     * @param byCurrency the amounts by currency, known currencies included
     */
    public ProfitFacts {
        wins = Map.copyOf(wins);
        byCurrency = Map.copyOf(byCurrency);
    }
}
