package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.jdbc.internal.dialect.TimeEncoding;
import io.axisor.metrics.jdbc.internal.render.CountedRows;
import io.axisor.metrics.jdbc.internal.render.DayColumn;
import io.axisor.metrics.jdbc.internal.render.DirtyCode;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.render.MoneyColumns;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.sql.Sql;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.trading.market.MarketFacts;
import io.axisor.metrics.trading.risk.CompleteDays;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What was traded on markets in the last 30 days: one statement of numbers and volumes and one of the last price of each
 * day, both through an index on the time where there is one. Of a market log, or else of the succeeded trades.
 */
final class MarketStatements {

    private static final int CLEAN = 0;
    private static final int TO_COME = 1;

    private final Inquiry inquiry;
    private final AsOf at;
    private final boolean isLog;
    private final Source rows;
    private final MoneyColumns money;
    private final Optional<CountedRows> counted;
    private final MarketTally tally = new MarketTally();

    MarketStatements(Inquiry inquiry) {
        this.inquiry = inquiry;
        this.at = inquiry.at();
        this.isLog = inquiry.schema().has("market");
        this.rows = inquiry.schema().source(fact(), "f");
        this.money = new MoneyColumns(rows);
        this.counted = isLog ? Optional.of(new CountedRows(inquiry, RowAxis.MARKET)) : Optional.empty();
    }

    /** Whether there is anything to ask. */
    static boolean areMapped(ResolvedSchema schema) {
        return schema.has("market") || schema.has("trades", "market");
    }

    private String fact() {
        return isLog ? "market" : "trades";
    }

    MarketFacts ask() throws SQLException {
        askVolumes();
        if (rows.has("price")) {
            askCloses();
        }
        return tally.facts(fact(), rows.has("price"));
    }

    private void askVolumes() throws SQLException {
        TimeRange month = at.range(ROLLING_30D);
        Sql where = isLog ? loggedSince(month.from()) : Sql.and(rows.within("executedAt", month), isSucceeded());
        Sql sql = Sql.template(
                """
                SELECT k, cu, m, b, COUNT(*) AS m0, {} AS m1, SUM(op) AS m2
                FROM (SELECT {} AS k, {} AS cu, {} AS m, {} AS b, {} AS a, {} AS op FROM {} WHERE {}) d
                GROUP BY k, cu, m, b
                """,
                rows.dialect().sum("a"),
                isLog ? logCode() : Sql.of(String.valueOf(CLEAN)),
                currency(),
                rows.text("market"),
                counted.map(log -> log.bucket(rows, "executedAt")).orElse(Sql.of("0")),
                rows.summable("amount"),
                isLog && rows.has("price")
                        ? Sql.template("CASE WHEN {} THEN 1 ELSE 0 END", rows.isInvalid("price"))
                        : "0",
                rows.from(),
                where);
        inquiry.query(sql, row -> {
            int code = row.getInt(1);
            long number = row.getLong(5);
            Optional<DataCheck> failed = DirtyCode.failed(code);
            int bucket = row.getInt(4);
            counted.filter(log -> code != TO_COME).ifPresent(log -> log.add(bucket, number, failed));
            if (failed.isPresent()) {
                inquiry.addIssues(failed.get(), number);
                return;
            }
            if (code == CLEAN) {
                inquiry.addIssues(DataCheck.MARKET_PRICE, row.getLong(7));
            }
            if (code == CLEAN && isKnown(row, 2)) {
                tally.addTrades(row.getString(3), number, sum(row));
            }
        });
    }

    /** Rows older than the window serve no metric, so what is dirty about them is no issue; those without a time may be. */
    private Sql loggedSince(Instant from) {
        Sql recent = rows.notBefore("executedAt", from);
        return rows.isNullable("executedAt")
                ? Sql.template("({} OR {} IS NULL)", recent, rows.column("executedAt"))
                : recent;
    }

    private Sql logCode() {
        String amount = rows.column("amount");
        return Sql.of(
                "CASE WHEN ",
                rows.before("executedAt", at.instant()),
                " AND " + amount + " >= 0 THEN " + CLEAN + " WHEN ",
                rows.notBefore("executedAt", at.instant()),
                " AND NOT (",
                rows.after("executedAt", at.latestCredible()),
                ") THEN " + TO_COME,
                DirtyCode.arm(DataCheck.MARKET_AMOUNT, amount, " IS NULL OR ", amount, " < 0"),
                DirtyCode.arm(DataCheck.MARKET_EXECUTED_AT, rows.column("executedAt"), " IS NULL"),
                DirtyCode.arm(DataCheck.MARKET_FUTURE, rows.after("executedAt", at.latestCredible())),
                " ELSE " + TO_COME + " END");
    }

    private Sql isSucceeded() {
        return Sql.template("{} AND {} >= 0", rows.means("status", "succeeded"), rows.column("amount"));
    }

    private Sql currency() {
        return isLog ? Sql.of("0") : money.currency();
    }

    private boolean isKnown(ResultSet row, int index) throws SQLException {
        return isLog || money.currency(row, index).isPresent();
    }

    private BigDecimal sum(ResultSet row) throws SQLException {
        Optional<CurrencyUnit> currency = isLog ? Optional.empty() : money.currency(row, 2);
        BigDecimal sum = currency.isPresent()
                ? money.sum(row, 6, currency.get())
                : rows.dialect().readSum(row, 6);
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /** The latest instant with a price of each day, and the dearest price of that instant. */
    private void askCloses() throws SQLException {
        LocalDate first = CompleteDays.firstOf(ROLLING_30D, at);
        LocalDate last = CompleteDays.last(at);
        DayColumn day = DayColumn.of(rows, "executedAt", first, last, at.calendar());
        TimeEncoding encoding = rows.encoding("executedAt");
        Sql priced = priced(day, DayColumn.range(first, last, at.calendar()));
        Sql sql = Sql.template("""
            SELECT c.cu, c.m, c.d, {} AS x, MAX(r.p) AS m0 FROM ({}) r
            JOIN (SELECT cu, m, d, MAX(x) AS x FROM ({}) q GROUP BY cu, m, d) c ON r.cu = c.cu AND r.m = c.m AND r.x = c.x
            GROUP BY c.cu, c.m, c.d, c.x
            """, encoding.readable("c.x"), priced, priced);
        inquiry.query(sql, row -> {
            BigDecimal price = row.getBigDecimal(5);
            if (price != null && isKnown(row, 1)) {
                tally.addClose(row.getString(2), day.reader().read(row, 3), encoding.read(row, 4), price);
            }
        });
    }

    private Sql priced(DayColumn day, TimeRange days) {
        String amountIsClean = rows.column("amount") + " >= 0";
        return Sql.template(
                "SELECT {} AS cu, {} AS m, {} AS d, {} AS x, {} AS p FROM {} WHERE {} AND {} AND {} > 0",
                currency(),
                rows.text("market"),
                day.sql(),
                rows.time("executedAt").ordered(), // as it is stored, or H2 compares each row with each
                rows.column("price"),
                rows.from(),
                rows.within("executedAt", days),
                isLog ? amountIsClean : isSucceeded(),
                rows.column("price"));
    }
}
