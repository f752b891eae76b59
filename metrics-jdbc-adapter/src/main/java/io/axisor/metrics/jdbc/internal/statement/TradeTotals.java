package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.jdbc.internal.render.TradeConditions.EVEN;
import static io.axisor.metrics.jdbc.internal.render.TradeConditions.LOST;
import static io.axisor.metrics.jdbc.internal.render.TradeConditions.NOT_CLOSED;
import static io.axisor.metrics.jdbc.internal.render.TradeConditions.NO_NUMBER;
import static io.axisor.metrics.jdbc.internal.render.TradeConditions.WON;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_90D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.ExactSum;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.render.TimeBuckets;
import io.axisor.metrics.jdbc.internal.render.TradeConditions;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.trading.ClosedTrades;
import io.axisor.metrics.trading.TradeVolume;
import io.axisor.metrics.trading.TradingRanges;
import io.axisor.metrics.trading.WinCounts;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Outcome;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One pass over all trades, grouped by currency, automation, how they ended, whether they won, and time. Groups rather
 * than conditions in aggregates: each condition would be looked at for each row again.
 */
final class TradeTotals {

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source trades;
    private final TradeConditions conditions;
    private final MoneyColumns money;
    private final TimeBuckets buckets;
    private final CountedRows counted;
    private final CountedRows countedAmounts;
    private final CountedRows countedProfits;
    private final SelectList groups = new SelectList();
    private final int codeColumn = groups.add("k");
    private final int signColumn = groups.add("s");
    private final int bucketColumn = groups.add("b");
    private final int currencyColumn = groups.add("cu");
    private final int automationColumn = groups.add("au");
    private final int numberColumn = groups.add("COUNT(*)");
    private final int amountsColumn = groups.add("COUNT(x)");
    private final int oddPricesColumn = groups.add("SUM(op)");
    private final int firstColumn;
    private final ExactSum amount;
    private final Optional<ExactSum> pnl;

    TradeTotals(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.trades = inquiry.schema().source("trades", "f");
        this.conditions = new TradeConditions(trades, at);
        this.money = new MoneyColumns(trades);
        this.counted = new CountedRows(inquiry, RowAxis.TRADES);
        this.countedAmounts = new CountedRows(inquiry, RowAxis.TRADE_AMOUNTS);
        this.countedProfits = new CountedRows(inquiry, RowAxis.TRADE_PROFITS);
        List<TimeRange> ranges = new ArrayList<>(TradingRanges.of(at));
        ranges.remove(at.range(LIFETIME));
        ranges.add(at.range(ROLLING_90D));
        this.buckets = TimeBuckets.of(ranges);
        this.firstColumn = groups.add(trades.encoding("executedAt").readable("MIN(t)"));
        this.amount = new ExactSum(trades, "amount", "a");
        this.pnl = trades.has("pnl") ? Optional.of(new ExactSum(trades, "pnl", "p")) : Optional.empty();
        amount.addTo(groups);
        pnl.ifPresent(sum -> sum.addTo(groups));
    }

    void ask(TradeTally tally) throws SQLException {
        inquiry.query(
                Sql.template("SELECT {} FROM ({}) d GROUP BY k, s, b, cu, au", groups.sql(), rows()),
                row -> read(row, tally));
    }

    private Sql rows() {
        return Sql.template(
                "SELECT {} AS k, {} AS s, {} AS b, {} AS cu, {} AS au, {} AS t, {} AS x, {} AS op, {}{}" + " FROM {}",
                conditions.code(),
                conditions.sign(),
                buckets.number(trades, "executedAt"),
                money.currency(),
                trades.has("automation") ? trades.text("automation") : "0",
                trades.column("executedAt"),
                trades.column("amount"),
                trades.has("price") ? Sql.template("CASE WHEN {} THEN 1 ELSE 0 END", trades.isInvalid("price")) : "0",
                amount.parts(),
                pnl.map(sum -> Sql.of(", ", sum.parts())).orElse(Sql.EMPTY),
                trades.from());
    }

    private void read(ResultSet row, TradeTally tally) throws SQLException {
        int code = row.getInt(codeColumn);
        int sign = row.getInt(signColumn);
        long number = row.getLong(numberColumn);
        if (DirtyCode.isDirty(code)) {
            inquiry.addIssues(DirtyCode.check(code), number);
            counted.addUnbounded(number, Optional.of(DirtyCode.check(code)));
            return;
        }
        if (code == TradeConditions.TO_COME) {
            return;
        }
        int bucket = row.getInt(bucketColumn);
        Predicate<TimeRange> within = range ->
                range.equals(at.range(LIFETIME)) || (bucket < buckets.size() && buckets.isWithin(bucket, range));
        Outcome outcome = TradeConditions.outcome(code);
        tally.addTrades(within, outcome, trades.has("automation") ? row.getString(automationColumn) : null, number);
        Optional<CurrencyUnit> currency = money.currency(row, currencyColumn);
        count(row, within, currency.isPresent());
        addIssues(row, currency.isPresent());
        if (currency.isEmpty()) {
            return;
        }
        tally.addDay(
                currency.get(), CompleteDays.dayOf(trades.encoding("executedAt").read(row, firstColumn), at));
        if (outcome == Outcome.SUCCEEDED && !TradeConditions.isAmountDirty(code)) {
            tally.addVolume(currency.get(), within, new TradeVolume(sum(row, amount, currency.get()), number));
        }
        if (TradeConditions.isClosed(sign)) {
            addClosed(tally, within, currency.get(), sign, sum(row, pnl.orElseThrow(), currency.get()), number);
        }
    }

    /** Of trades that stay, the parts that do not. */
    private void addIssues(ResultSet row, boolean hasCurrency) throws SQLException {
        long number = row.getLong(numberColumn);
        int sign = row.getInt(signColumn);
        if (TradeConditions.isAmountDirty(row.getInt(codeColumn))) {
            inquiry.addIssues(DataCheck.TRADES_AMOUNT, number);
        } else if (sign == NO_NUMBER) {
            inquiry.addIssues(DataCheck.TRADES_PNL, number);
        } else if (!hasCurrency) {
            inquiry.addIssues(DataCheck.TRADES_CURRENCY, sign == NOT_CLOSED ? row.getLong(amountsColumn) : number);
        } else {
            inquiry.addIssues(DataCheck.TRADES_PRICE, row.getLong(oddPricesColumn));
        }
    }

    private void count(ResultSet row, Predicate<TimeRange> within, boolean hasCurrency) throws SQLException {
        long number = row.getLong(numberColumn);
        boolean isDirty = TradeConditions.isAmountDirty(row.getInt(codeColumn));
        Optional<DataCheck> noCurrency = hasCurrency ? Optional.empty() : Optional.of(DataCheck.TRADES_CURRENCY);
        counted.add(within, number, Optional.empty());
        countedAmounts.add(
                within,
                isDirty ? number : row.getLong(amountsColumn),
                isDirty ? Optional.of(DataCheck.TRADES_AMOUNT) : noCurrency);
        int sign = row.getInt(signColumn);
        countedProfits.add(
                within,
                sign == NOT_CLOSED ? 0 : number,
                sign == NO_NUMBER ? Optional.of(DataCheck.TRADES_PNL) : noCurrency);
    }

    private static void addClosed(
            TradeTally tally,
            Predicate<TimeRange> within,
            CurrencyUnit currency,
            int sign,
            BigDecimal pnl,
            long number) {
        WinCounts counts =
                new WinCounts(sign == WON ? number : 0, sign == LOST ? number : 0, sign == EVEN ? number : 0);
        tally.addClosed(
                currency,
                within,
                counts,
                new ClosedTrades(pnl.max(BigDecimal.ZERO), pnl.negate().max(BigDecimal.ZERO), number));
    }

    private BigDecimal sum(ResultSet row, ExactSum stored, CurrencyUnit currency) throws SQLException {
        BigDecimal sum = money.sum(row, stored, currency);
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
