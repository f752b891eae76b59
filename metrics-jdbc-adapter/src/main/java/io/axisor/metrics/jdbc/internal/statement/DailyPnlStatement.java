package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.DayColumn;
import io.axisor.metrics.jdbc.internal.render.ExactSum;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.SelectList;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What each complete day brought, in one statement; where the database cannot tell days, in one for each
 * {@value DayColumn#MOST_DAYS} of them.
 */
final class DailyPnlStatement {

    private final Inquiry inquiry;
    private final AsOf at;
    private final Source trades;
    private final MoneyColumns money;

    DailyPnlStatement(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.trades = inquiry.schema().source("trades", "f");
        this.money = new MoneyColumns(trades);
    }

    /** Asks, also where there is no complete day to ask for: preparing a statement is how a mapping is tried. */
    void ask(TradeTally tally) throws SQLException {
        LocalDate last = CompleteDays.last(at);
        LocalDate first = tally.firstDay().filter(day -> day.isBefore(last)).orElse(last);
        int mostDays = DayColumn.mostDays(trades, "executedAt");
        for (LocalDate from = first; !from.isAfter(last); from = from.plusDays(mostDays)) {
            LocalDate to = from.plusDays(mostDays - 1L);
            ask(from, to.isBefore(last) ? to : last, tally);
        }
    }

    private void ask(LocalDate first, LocalDate last, TradeTally tally) throws SQLException {
        ExactSum sum = new ExactSum(trades, "pnl", "p");
        SelectList groups = new SelectList();
        int dayColumn = groups.add("d");
        int currencyColumn = groups.add("cu");
        sum.addTo(groups);
        DayColumn day = DayColumn.of(trades, "executedAt", first, last, at.calendar());
        Sql sql = Sql.template(
                "SELECT {} FROM (SELECT {} AS d, {} AS cu, {} FROM {} WHERE {} AND {} IS NOT NULL) e GROUP BY d, cu",
                groups.sql(),
                day.sql(),
                money.currency(),
                sum.parts(),
                trades.from(),
                trades.within("executedAt", DayColumn.range(first, last, at.calendar())),
                trades.asStored("pnl"));
        inquiry.query(sql, row -> {
            Optional<CurrencyUnit> currency = money.currency(row, currencyColumn);
            BigDecimal pnl = currency.isPresent() ? money.sum(row, sum, currency.get()) : null;
            if (pnl != null) {
                tally.addPnl(currency.get(), day.reader().read(row, dayColumn), pnl);
            }
        });
    }
}
