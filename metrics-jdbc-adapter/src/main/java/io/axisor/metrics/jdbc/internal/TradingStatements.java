package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.trading.TradingFacts;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Asks the database for the facts of the trading domain: at most two statements for each mapped table. */
@SuppressWarnings("UnusedVariable") // until asked
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
        return facts.issues(DataCheck.issues(checks, inquiry.issues())).build();
    }
}
