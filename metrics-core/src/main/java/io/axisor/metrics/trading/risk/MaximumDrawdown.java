package io.axisor.metrics.trading.risk;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The deepest fall below the best that was reached before.
 *
 * <pre>
 *   maximum drawdown          = max (peak − value)
 *   relative maximum drawdown = max ((peak − value) ÷ peak)
 *
 *   value = Σ pnl so far; for the relative one, capital + Σ pnl so far
 *   peak  = the largest value so far, the one before the first pnl (0, or the capital) among them
 * </pre>
 *
 * <p>Both are exact, and at least 0. They may belong to different falls: a large amount off a high peak may be the
 * smaller share. The relative one exceeds 1 when more was lost than there was, as on margin; it is not cut.
 *
 * <p>Trade by trade, the trades of one instant are summed before the walk: they have no order among themselves, and
 * whichever order a table returns them in would make another drawdown.
 *
 * <table>
 * <caption>At the edges</caption>
 * <tr><th>pnl</th><th>maximum drawdown</th><th>relative, capital 100</th></tr>
 * <tr><td>none</td><td>NO_DATA</td><td>NO_DATA</td></tr>
 * <tr><td>1, 0, 5</td><td>0</td><td>0</td></tr>
 * <tr><td>−5</td><td>5: the sum starts at 0</td><td>5 ÷ 100 = 0.05</td></tr>
 * <tr><td>100, −60, 30, −50</td><td>80</td><td>80 ÷ 200 = 0.4</td></tr>
 * <tr><td>−150, 200</td><td>150</td><td>150 ÷ 100 = 1.5: the account was overdrawn</td></tr>
 * <tr><td>any, capital 0 or less</td><td></td><td>UNDEFINED</td></tr>
 * <tr><td>the 179 trades of freqtrade's back test, capital 0.01</td><td>0.0002</td><td>0.0187</td></tr>
 * </table>
 *
 * <p>Source of the last row: freqtrade's {@code backtest-result.json}. Of the formula: M. Magdon-Ismail and A. F.
 * Atiya, "Maximum drawdown", Risk 17/10 (2004), 99–102.
 */
public final class MaximumDrawdown {

    private static final String NO_PERIOD = "there is no complete period to take a drawdown of";
    private static final String NO_TRADE = "no trade was closed";

    private MaximumDrawdown() {}

    /**
     * The drawdown of a series as an amount.
     *
     * @param pnl what each period brought, in order of time
     * @return the amount, at least 0; no data without periods
     */
    public static Finding<BigDecimal> of(List<BigDecimal> pnl) {
        return amount(pnl, NO_PERIOD);
    }

    /**
     * The drawdown of a series relative to its peak.
     *
     * @param pnl what each period brought, in order of time
     * @param capital what there was before the first period, see {@link DailyPnl#capitalAtStart}
     * @return the deepest fall ÷ the peak before it, at least 0; without a value as the table says
     */
    public static Finding<Ratio> relative(List<BigDecimal> pnl, BigDecimal capital) {
        return share(pnl, capital, NO_PERIOD);
    }

    /**
     * The drawdown trade by trade as an amount.
     *
     * @param trades the trades, in any order
     * @return the amount, at least 0; no data without trades
     */
    public static Finding<BigDecimal> ofTrades(Collection<ClosedTrade> trades) {
        return amount(byInstant(trades), NO_TRADE);
    }

    /**
     * The drawdown trade by trade relative to its peak.
     *
     * @param trades the trades, in any order
     * @param capital what there was before the first trade was closed
     * @return the deepest fall ÷ the peak before it, at least 0; without a value as the table says
     */
    public static Finding<Ratio> relativeOfTrades(Collection<ClosedTrade> trades, BigDecimal capital) {
        return share(byInstant(trades), capital, NO_TRADE);
    }

    private static Collection<BigDecimal> byInstant(Collection<ClosedTrade> trades) {
        SortedMap<Instant, BigDecimal> pnl = new TreeMap<>();
        trades.forEach(trade -> pnl.merge(trade.closedAt(), trade.pnl(), BigDecimal::add));
        return pnl.values();
    }

    private static Finding<BigDecimal> amount(Collection<BigDecimal> pnl, String whenEmpty) {
        if (pnl.isEmpty()) {
            return Finding.noData(whenEmpty);
        }
        BigDecimal value = BigDecimal.ZERO;
        BigDecimal peak = BigDecimal.ZERO;
        BigDecimal deepest = BigDecimal.ZERO;
        BigDecimal floor = BigDecimal.ZERO; // peak − deepest: only what is below it is a deeper fall
        for (BigDecimal change : pnl) {
            value = value.add(change);
            if (value.compareTo(peak) > 0) {
                peak = value;
                floor = peak.subtract(deepest);
            } else if (value.compareTo(floor) < 0) {
                floor = value;
                deepest = peak.subtract(floor);
            }
        }
        return Finding.ok(deepest);
    }

    private static Finding<Ratio> share(Collection<BigDecimal> pnl, BigDecimal capital, String whenEmpty) {
        if (pnl.isEmpty()) {
            return Finding.noData(whenEmpty);
        }
        if (capital.signum() <= 0) {
            return Finding.undefined("a fall from a capital of " + capital.toPlainString()
                    + " has no share: the capital must be above 0");
        }
        BigDecimal value = capital;
        BigDecimal peak = capital;
        Ratio deepest = new Ratio(BigDecimal.ZERO, capital, false);
        for (BigDecimal change : pnl) {
            value = value.add(change);
            peak = peak.max(value);
            deepest = deeper(deepest, new Ratio(peak.subtract(value), peak, false));
        }
        return Finding.ok(deepest);
    }

    /** Compared without a division, hence exactly: every peak is above 0. Of equals the earlier. */
    private static Ratio deeper(Ratio one, Ratio other) {
        BigDecimal left = one.numerator().multiply(other.denominator());
        BigDecimal right = other.numerator().multiply(one.denominator());
        return right.compareTo(left) > 0 ? other : one;
    }
}
