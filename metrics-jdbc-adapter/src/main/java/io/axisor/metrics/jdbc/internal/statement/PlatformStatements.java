package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.jdbc.internal.spec.SchemaSpec;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks the database for the facts of the platform domain: at most two statements for each mapped table. Those of one kind of
 * fact are of one snapshot.
 */
public final class PlatformStatements {

    private final ResolvedSchema schema;
    private final Inquiry inquiry;
    private final PlatformFacts.Builder facts = PlatformFacts.builder();
    private final Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);

    /**
     * Prepares to ask.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param at the instant to ask about
     */
    public PlatformStatements(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.inquiry = Inquiry.of(schema, session, at);
    }

    /**
     * Asks.
     *
     * @return the facts
     * @throws SQLException if the database does not answer
     */
    public PlatformFacts ask() throws SQLException {
        if (schema.has(SchemaSpec.FEATURE_USE)) {
            facts.featureUsers(Finding.ok(new FeatureUseStatements(inquiry).ask()));
            checks.addAll(FeatureUseStatements.CHECKS);
        }
        inquiry.nextSnapshot();
        if (schema.has("tickets")) {
            TicketStatements tickets = new TicketStatements(inquiry);
            facts.tickets(Finding.ok(tickets.ask()));
            checks.addAll(tickets.checks());
        }
        inquiry.nextSnapshot();
        if (schema.has("complianceRequests")) {
            ComplianceStatement compliance = new ComplianceStatement(inquiry);
            facts.compliance(Finding.ok(compliance.ask()));
            checks.addAll(compliance.checks());
        }
        return facts.issues(inquiry.dataIssues(checks)).build();
    }
}
