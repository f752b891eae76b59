package io.axisor.metrics.trading;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The profit and loss of one currency, in its major unit.
 *
 * @param closed the trades closed in each window of {@code trades.profit.factor}
 * @param daily profit and loss by day of the business zone, of the days that are over at {@code t}; a day without closed
 *     trades may be missing
 * @param firstDay the day of the first trade, closed or not; empty for none
 * @param capital what trading began with; empty where it is not mapped
 */
public record CurrencyProfit(
        Map<Window, ClosedTrades> closed,
        SortedMap<LocalDate, BigDecimal> daily,
        Optional<LocalDate> firstDay,
        Optional<BigDecimal> capital) {

    /**
     * Copies the maps.
     *
     * @param closed the trades closed in each window of {@code trades.profit.factor}
     * @param daily profit and loss by day of the business zone, of the days that are over at {@code t}
     * @param firstDay the day of the first trade, closed or not; empty for none
     * @param capital what trading began with; empty where it is not mapped
     */
    public CurrencyProfit {
        closed = Map.copyOf(closed);
        daily = Collections.unmodifiableSortedMap(new TreeMap<>(daily));
    }
    /**
     * What trading in a currency began with.
     *
     * @param currency the currency
     * @param amounts all amounts, such as one for each account
     * @return the sum of those of the currency; empty for none
     */
    public static Optional<BigDecimal> capital(CurrencyUnit currency, Collection<Money> amounts) {
        return amounts.stream()
                .filter(money -> money.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal::add);
    }
}
