package io.axisor.metrics.jdbc.internal;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/** Asks the database for the facts of the automation domain: at most two statements for each mapped table. */
@SuppressWarnings("UnusedVariable") // until asked
public final class AutomationStatements {

    private final ResolvedSchema schema;
    private final Inquiry inquiry;
    private final AutomationFacts.Builder facts = AutomationFacts.builder();
    private final Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);

    /**
     * Prepares to ask.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param at the instant to ask about
     */
    public AutomationStatements(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.inquiry = Inquiry.of(schema, session, at);
    }

    /**
     * Asks.
     *
     * @return the facts
     * @throws SQLException if the database does not answer
     */
    public AutomationFacts ask() throws SQLException {
        return facts.issues(DataCheck.issues(checks, inquiry.issues())).build();
    }
}
