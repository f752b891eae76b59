package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.resolve.Source;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.TradeFacts;
import io.axisor.metrics.trading.TradingFacts;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks the database for the facts of the trading domain: two statements over the trades, and two over the market log or,
 * where there is none, over the trades of the last 30 days. Totals and daily profit are of one snapshot, since they are sums
 * of the same trades; so are volumes and closes of a market, which is another.
 */
public final class TradingStatements {

    private final ResolvedSchema schema;
    private final Inquiry inquiry;
    private final TradingFacts.Builder facts = TradingFacts.builder();
    private final Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);

    /**
     * Prepares to ask.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param at the instant to ask about
     */
    public TradingStatements(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.inquiry = Inquiry.of(schema, session, at);
    }

    /**
     * Asks.
     *
     * @return the facts
     * @throws SQLException if the database does not answer
     */
    public TradingFacts ask() throws SQLException {
        if (schema.has("trades")) {
            facts.trades(Finding.ok(askTrades()));
            checks.addAll(EnumSet.range(DataCheck.TRADES_EXECUTED_AT, DataCheck.TRADES_PRICE));
        }
        inquiry.nextSnapshot();
        if (MarketStatements.areMapped(schema)) {
            facts.market(Finding.ok(new MarketStatements(inquiry).ask()));
        }
        if (schema.has("market")) {
            checks.addAll(EnumSet.range(DataCheck.MARKET_AMOUNT, DataCheck.MARKET_PRICE));
        }
        return facts.issues(inquiry.dataIssues(checks)).build();
    }

    private TradeFacts askTrades() throws SQLException {
        Source trades = schema.source("trades", "f");
        TradeTally tally = new TradeTally(inquiry.at());
        schema.spec().knownCurrencies(trades.money()).forEach(tally::know);
        new TradeTotals(inquiry).ask(tally);
        if (trades.has("pnl")) {
            new DailyPnlStatement(inquiry).ask(tally);
        }
        return tally.facts(schema.spec(), trades.has("pnl"));
    }
}
