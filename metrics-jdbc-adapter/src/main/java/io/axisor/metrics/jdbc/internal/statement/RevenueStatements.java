package io.axisor.metrics.jdbc.internal.statement;

import io.axisor.metrics.jdbc.internal.render.Inquiry;
import io.axisor.metrics.jdbc.internal.resolve.ResolvedSchema;
import io.axisor.metrics.jdbc.internal.session.Session;
import io.axisor.metrics.revenue.PaymentFacts;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.source.DataCheck;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Asks the database for the facts of the revenue domain: at most two statements for each mapped table, and a third one over the
 * recent payments. Payments and refunds are of one snapshot, since net is one less the other; subscriptions are of another.
 */
public final class RevenueStatements {

    private final ResolvedSchema schema;
    private final Inquiry inquiry;
    private final RevenueFacts.Builder facts = RevenueFacts.builder();
    private final Set<DataCheck> checks = EnumSet.noneOf(DataCheck.class);

    /**
     * Prepares to ask.
     *
     * @param schema the mapping as found
     * @param session the connection
     * @param at the instant to count for
     */
    public RevenueStatements(ResolvedSchema schema, Session session, AsOf at) {
        this.schema = schema;
        this.inquiry = Inquiry.of(schema, session, at);
    }

    /**
     * Asks.
     *
     * @return the facts
     * @throws SQLException if the database does not answer
     */
    public RevenueFacts ask() throws SQLException {
        if (schema.has("payments")) {
            PaymentRows counted = new PaymentRows(inquiry);
            facts.payments(Finding.ok(askPayments(counted)));
            checks.addAll(EnumSet.range(DataCheck.PAYMENTS_AMOUNT, DataCheck.PAYMENTS_CURRENCY));
            inquiry.nextSnapshot();
            counted.ask();
        }
        inquiry.nextSnapshot();
        if (schema.has("subscriptions")) {
            facts.subscriptions(Finding.ok(new SubscriptionStatements(inquiry).ask()));
            checks.addAll(EnumSet.range(DataCheck.SUBSCRIPTIONS_USER, DataCheck.SUBSCRIPTIONS_CURRENCY));
        }
        facts.recurringFromPayments(schema.spec().recurringFromPayments());
        return facts.issues(inquiry.dataIssues(checks)).build();
    }

    private PaymentFacts askPayments(PaymentRows counted) throws SQLException {
        MoneyTally tally = new MoneyTally(inquiry.at(), schema.spec().plans().plans());
        schema.spec().knownCurrencies(schema.source("payments", "f").money()).forEach(tally::know);
        PaymentTotals totals = new PaymentTotals(inquiry, counted);
        totals.ask(tally);
        new PaymentWindows(inquiry).ask(tally);
        Map<Window, Long> refunds = RefundStatements.NONE;
        if (schema.has("refunds")) {
            RefundStatements ofOwnTable = new RefundStatements(inquiry);
            refunds = ofOwnTable.askTotals(tally);
            ofOwnTable.askWindows(tally);
            checks.addAll(EnumSet.range(DataCheck.REFUNDS_PAYMENT, DataCheck.REFUNDS_FUTURE));
        }
        return new PaymentFacts(
                totals.byStatus(),
                totals.created(),
                totals.counts(refunds),
                tally.facts(),
                schema.has("payments", "userId"));
    }
}
