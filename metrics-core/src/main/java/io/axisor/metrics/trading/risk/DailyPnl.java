package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What each of consecutive business days brought, exactly; the series that figures of risk are computed from.
 * Immutable.
 *
 * <p>{@linkplain #since A later part} of a series remembers what the days before it brought, so that one capital, the
 * capital at the beginning of the whole, serves both: the last 90 days are measured on what there was when they began.
 *
 * <pre>return of a day = pnl of the day ÷ (capital + Σ pnl of all days before it)</pre>
 *
 * <table>
 * <caption>Returns at the edges</caption>
 * <tr><th>days</th><th>returns</th></tr>
 * <tr><td>none</td><td>none, OK</td></tr>
 * <tr><td>10, −22 on a capital of 100</td><td>0.1, −0.2</td></tr>
 * <tr><td>the second of them alone, by {@code since}, on the same capital</td><td>−0.2</td></tr>
 * <tr><td>−100, 0 on a capital of 100</td><td>UNDEFINED: nothing was left for the second day</td></tr>
 * <tr><td>−100 on a capital of 100</td><td>−1: what is left after the last day is not asked</td></tr>
 * </table>
 */
public final class DailyPnl {

    private final LocalDate first;
    private final LocalDate last;
    private final SortedMap<LocalDate, BigDecimal> traded;
    private final BigDecimal broughtBefore;

    private DailyPnl(
            LocalDate first, LocalDate last, SortedMap<LocalDate, BigDecimal> traded, BigDecimal broughtBefore) {
        this.first = first;
        this.last = last;
        this.traded = traded;
        this.broughtBefore = broughtBefore;
    }

    /**
     * The series from one day to another.
     *
     * @param first its first day, that of the first trade
     * @param last its last day, the last complete one; the day before the first for an empty series, as when the first
     *     trade was closed today
     * @param traded what the days with trades brought; the others brought 0. A day outside of the series is refused:
     *     its amount would silently be missing
     * @return the series
     * @throws IllegalArgumentException if the series ends before it begins, or a day of the map lies outside of it
     */
    public static DailyPnl of(LocalDate first, LocalDate last, Map<LocalDate, BigDecimal> traded) {
        if (last.isBefore(first.minusDays(1))) {
            throw new IllegalArgumentException("a series of days cannot end on " + last + ", before it begins on "
                    + first + "; an empty one ends on the day before");
        }
        traded.keySet().stream()
                .filter(day -> day.isBefore(first) || day.isAfter(last))
                .findAny()
                .ifPresent(day -> {
                    throw new IllegalArgumentException("the pnl of " + day + " lies outside of the series " + first
                            + ".." + last + "; cut the map to the days of the series");
                });
        return new DailyPnl(first, last, new TreeMap<>(traded), BigDecimal.ZERO);
    }

    /**
     * The part of the series that begins on a day.
     *
     * @param day its first day; before the series' own, the whole series; after its last, an empty series
     * @return the part, which remembers what the days before it brought
     */
    public DailyPnl since(LocalDate day) {
        if (!day.isAfter(first)) {
            return this;
        }
        LocalDate start = day.isAfter(last) ? last.plusDays(1) : day;
        return new DailyPnl(
                start,
                last,
                traded.tailMap(start),
                broughtBefore.add(sum(traded.headMap(start).values())));
    }

    /**
     * The first day.
     *
     * @return the day; the one after {@link #last()} in an empty series
     */
    public LocalDate first() {
        return first;
    }

    /**
     * The last day.
     *
     * @return the day, part of the series unless it is empty
     */
    public LocalDate last() {
        return last;
    }

    /**
     * What each day brought.
     *
     * @param conventions whether days without a trade are 0 or left out
     * @return the amounts in order of time; immutable
     */
    public List<BigDecimal> days(RiskConventions conventions) {
        return switch (conventions.idleDays()) {
            case COUNTED ->
                first.datesUntil(last.plusDays(1))
                        .map(day -> traded.getOrDefault(day, BigDecimal.ZERO))
                        .toList();
            case LEFT_OUT -> List.copyOf(traded.values());
        };
    }

    /**
     * What there was when this series began.
     *
     * @param capital the capital at the beginning of the whole series that this one is a {@linkplain #since part} of
     * @return the capital, and what the days before this series brought
     */
    public BigDecimal capitalAtStart(BigDecimal capital) {
        return capital.add(broughtBefore);
    }

    /**
     * What each day brought as a share of what there was when it began.
     *
     * @param capital the capital at the beginning of the whole series that this one is a {@linkplain #since part} of
     * @param conventions whether days without a trade are 0 or left out
     * @return the returns in order of time, to 16 significant digits; undefined once a day begins with nothing or less
     */
    public Finding<List<BigDecimal>> returnsOn(BigDecimal capital, RiskConventions conventions) {
        BigDecimal equity = capitalAtStart(capital);
        List<BigDecimal> returns = new ArrayList<>();
        for (BigDecimal pnl : days(conventions)) {
            if (equity.signum() <= 0) {
                return Finding.undefined("a day begins with a capital of "
                        + equity.stripTrailingZeros().toPlainString() + ": a return needs one above 0");
            }
            returns.add(pnl.divide(equity, MathContext.DECIMAL64));
            equity = equity.add(pnl);
        }
        return Finding.ok(Collections.unmodifiableList(returns));
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
