package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks the database for the facts of the automation domain: one statement for automations, one for executions and one for how
 * long they took, and one for the executions that guard margins, which needs both. Executions and how long they took are of
 * one snapshot, so that they are the same ones; the others are each of their own.
 */
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
        if (schema.has("automations")) {
            new AutomationTotals(inquiry).ask(facts);
            checks.addAll(EnumSet.range(DataCheck.AUTOMATIONS_USER, DataCheck.AUTOMATIONS_FUTURE));
        }
        inquiry.nextSnapshot();
        if (schema.has("executions")) {
            facts.executions(Finding.ok(new ExecutionWindows(inquiry).ask()));
            checks.addAll(EnumSet.range(DataCheck.EXECUTIONS_AUTOMATION, DataCheck.EXECUTIONS_FUTURE));
            askDurations();
        }
        inquiry.nextSnapshot();
        if (schema.has("automations") && schema.has("executions")) {
            facts.marginGuard(new MarginGuardStatement(inquiry).ask());
        }
        return facts.issues(inquiry.dataIssues(checks)).build();
    }

    private void askDurations() throws SQLException {
        ExecutionDurations durations = new ExecutionDurations(inquiry);
        if (durations.areMapped()) {
            facts.durations(durations.ask());
            if (durations.areKnown()) {
                checks.add(DataCheck.EXECUTIONS_DURATION);
            }
        }
    }
}
