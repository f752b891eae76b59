package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.revenue.PaymentFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;

/**
 * Asks the database for the facts of the users domain: at most two statements for each mapped table. Accounts, activity and
 * conversion are of one snapshot, since rates have the new accounts of the first as their base; who pays, plan changes and
 * surveys are each of their own.
 */
public final class UserStatements {

    private final ResolvedSchema schema;
    private final Inquiry inquiry;
    private final UserFacts.Builder facts = UserFacts.builder();
    private final Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);

    /**
     * Prepares to ask.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param at the instant to count for
     */
    public UserStatements(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.inquiry = Inquiry.of(schema, session, at);
    }

    /**
     * Asks.
     *
     * @return the facts
     * @throws SQLException if the database does not answer
     */
    public UserFacts ask() throws SQLException {
        long newCohort = schema.has("users") ? askAccounts() : 0;
        if (schema.has("activity")) {
            new ActivityStatements(inquiry).ask(newCohort, facts);
            checks.addAll(EnumSet.range(DataCheck.ACTIVITY_USER, DataCheck.ACTIVITY_FUTURE));
        }
        if (schema.has("payments") && !schema.has("payments", "userId")) {
            facts.conversion(Finding.unavailable(PaymentFacts.NO_USERS));
        } else if (schema.has("users") && schema.has("payments")) {
            facts.conversion(Finding.ok(new ConversionStatement(inquiry).ask(newCohort)));
        } else {
            facts.conversion(Finding.unavailable((schema.has("users") ? "payments" : "users") + " are not mapped"));
        }
        inquiry.nextSnapshot();
        facts.paying(paying());
        inquiry.nextSnapshot();
        if (schema.has("planChanges")) {
            askPlanChanges();
        }
        inquiry.nextSnapshot();
        if (schema.has("surveys")) {
            facts.surveys(Finding.ok(new SurveyStatements(inquiry).ask()));
            checks.addAll(EnumSet.range(DataCheck.SURVEYS_KIND, DataCheck.SURVEYS_FUTURE));
        }
        return facts.issues(inquiry.dataIssues(checks)).build();
    }

    private Finding<Breakdown> paying() throws SQLException {
        if (!schema.has("subscriptions") && !schema.has("payments", "userId")) {
            return Finding.unavailable(
                    schema.has("payments") ? PaymentFacts.NO_USERS : "neither subscriptions nor payments are mapped");
        }
        return schema.has("users")
                ? Finding.ok(new PayingStatement(inquiry).ask())
                : Finding.unavailable("users are not mapped");
    }

    private long askAccounts() throws SQLException {
        AccountStatements.Answer answer = new AccountStatements(inquiry).ask();
        facts.accounts(Finding.ok(answer.accounts()));
        checks.addAll(EnumSet.range(DataCheck.USERS_ID, DataCheck.USERS_DUPLICATE));
        if (answer.verified() != null) {
            facts.verified(Finding.ok(answer.verified()));
        }
        if (answer.lastActivity() != null) {
            answer.lastActivity().tell(answer.newCohort(), facts);
            checks.add(DataCheck.USERS_LAST_ACTIVITY);
        }
        return answer.newCohort();
    }

    private void askPlanChanges() throws SQLException {
        if (schema.spec().plans().plans().isEmpty()) {
            facts.planChangesWithoutOrder();
        } else {
            facts.planChanges(Finding.ok(new PlanChangeStatements(inquiry).ask()));
            checks.addAll(EnumSet.range(DataCheck.PLAN_CHANGES_USER, DataCheck.PLAN_CHANGES_AT));
        }
    }
}
