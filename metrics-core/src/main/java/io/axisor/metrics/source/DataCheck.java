package io.axisor.metrics.source;

import io.axisor.metrics.value.DataIssues;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is checked of every row before it counts. A row that fails a check is left out and counted once, under the first
 * check that it fails in the order of this list.
 *
 * <p>Whether a row is looked at depends on the instant: a row whose own timestamp is at or after {@code t}, but not one
 * of the future, does not exist yet and is neither counted nor an issue.
 */
public enum DataCheck {
    /** An account has no creation date. */
    USERS_CREATED_AT("users.created_at"),
    /** An account is created in the future. */
    USERS_FUTURE("users.future"),
    /** An account's last activity lies in the future: the activity is left out, the account stays. */
    USERS_LAST_ACTIVITY("users.last_activity_at"),
    /** An activity event has no user. */
    ACTIVITY_USER("activity.user"),
    /** An activity event has no timestamp. */
    ACTIVITY_AT("activity.occurred_at"),
    /** An activity event lies in the future. */
    ACTIVITY_FUTURE("activity.future"),
    /** A payment's amount is missing, or negative without being a refund row. */
    PAYMENTS_AMOUNT("payments.amount"),
    /** A payment has no creation date. */
    PAYMENTS_CREATED_AT("payments.created_at"),
    /** A payment's status is mapped to nothing. */
    PAYMENTS_STATUS("payments.status"),
    /** A payment that succeeded, or was refunded, has no date of payment. */
    PAYMENTS_PAID_AT("payments.paid_at"),
    /** The refunded amount of a payment is negative. */
    PAYMENTS_REFUNDED_AMOUNT("payments.refunded_amount"),
    /** A payment is created, paid or refunded in the future. */
    PAYMENTS_FUTURE("payments.future"),
    /** A payment's currency is missing or unknown. The users domain, which adds up no money, does not look at it. */
    PAYMENTS_CURRENCY("payments.currency"),
    /** A refund is of no payment, or of a dirty one. One of an ignored payment is left out without being an issue. */
    REFUNDS_PAYMENT("refunds.payment"),
    /** A refund's amount is missing or negative. */
    REFUNDS_AMOUNT("refunds.amount"),
    /** A refund's status is mapped to nothing. */
    REFUNDS_STATUS("refunds.status"),
    /** A refund that succeeded has no date. */
    REFUNDS_AT("refunds.refunded_at"),
    /** A refund lies in the future. */
    REFUNDS_FUTURE("refunds.future"),
    /** A subscription has no user. */
    SUBSCRIPTIONS_USER("subscriptions.user"),
    /** A subscription's amount is missing or negative. */
    SUBSCRIPTIONS_AMOUNT("subscriptions.amount"),
    /** A subscription's interval is mapped to nothing, or its interval count is below 1. */
    SUBSCRIPTIONS_INTERVAL("subscriptions.interval"),
    /** A subscription's status is mapped to nothing. */
    SUBSCRIPTIONS_STATUS("subscriptions.status"),
    /** A subscription has no beginning. */
    SUBSCRIPTIONS_STARTED_AT("subscriptions.started_at"),
    /**
     * A subscription's status now means no revenue (trialing, paused, cancelled), though its dates say that it is paid for:
     * when it stopped is not known, so it has no revenue at any instant.
     */
    SUBSCRIPTIONS_UNDATED("subscriptions.undated"),
    /** A subscription's currency is missing or unknown. The users domain does not look at it. */
    SUBSCRIPTIONS_CURRENCY("subscriptions.currency"),
    /** A change of plan has no user. */
    PLAN_CHANGES_USER("plan_changes.user"),
    /** A change of plan is from or to a plan outside the catalogue. */
    PLAN_CHANGES_PLAN("plan_changes.plan"),
    /** A change of plan has no date. */
    PLAN_CHANGES_AT("plan_changes.at"),
    /** A survey answer's question is mapped to nothing. */
    SURVEYS_KIND("surveys.kind"),
    /** A survey answer's score is missing or outside the question's scale. */
    SURVEYS_SCORE("surveys.score"),
    /** A survey answer has no date. */
    SURVEYS_AT("surveys.at"),
    /** A survey answer lies in the future. */
    SURVEYS_FUTURE("surveys.future"),
    /** An automation has no owner. */
    AUTOMATIONS_USER("automations.user"),
    /** An automation has no creation date. */
    AUTOMATIONS_CREATED_AT("automations.created_at"),
    /** An automation is created in the future. */
    AUTOMATIONS_FUTURE("automations.future"),
    /** An execution is of no automation. */
    EXECUTIONS_AUTOMATION("executions.automation"),
    /** An execution has no start. */
    EXECUTIONS_STARTED_AT("executions.started_at"),
    /** An execution starts in the future. */
    EXECUTIONS_FUTURE("executions.future"),
    /** An execution ended before it started, or took less than no time: the duration is left out, the execution stays. */
    EXECUTIONS_DURATION("executions.duration"),
    /** A trade has no date of execution. */
    TRADES_EXECUTED_AT("trades.executed_at"),
    /** A trade is executed in the future. */
    TRADES_FUTURE("trades.future"),
    /**
     * A trade's amount is negative, or missing though the trade succeeded: the amount is left out, the trade and its profit
     * stay.
     */
    TRADES_AMOUNT("trades.amount"),
    /**
     * The currency of a trade with an amount or a profit is missing or unknown: amount and profit are left out, the trade
     * stays.
     */
    TRADES_CURRENCY("trades.currency"),
    /**
     * An entry of a market log has no or a negative amount. Of a market log nothing older than the last 30 days is looked
     * at: no metric does.
     */
    MARKET_AMOUNT("market.amount"),
    /** An entry of a market log has no date. */
    MARKET_EXECUTED_AT("market.executed_at"),
    /** An entry of a market log lies in the future. */
    MARKET_FUTURE("market.future"),
    /** Use of a feature has no user. */
    FEATURES_USER("features.user"),
    /** Use of a feature has no date. */
    FEATURES_USED_AT("features.used_at"),
    /** Use of a feature lies in the future. */
    FEATURES_FUTURE("features.future"),
    /** A ticket has no date of opening. */
    TICKETS_OPENED_AT("tickets.opened_at"),
    /** A ticket is opened, answered or resolved in the future. */
    TICKETS_FUTURE("tickets.future"),
    /** A ticket is answered or resolved before it was opened. */
    TICKETS_ORDER("tickets.order"),
    /** A ticket's score is off the scale of 1 to 5: the score is left out, the ticket stays. */
    TICKETS_SCORE("tickets.score"),
    /** A compliance request has no date. */
    COMPLIANCE_REQUESTED_AT("compliance.requested_at"),
    /** A compliance request is made or completed in the future. */
    COMPLIANCE_FUTURE("compliance.future"),
    /** A compliance request is completed before it was made. */
    COMPLIANCE_ORDER("compliance.order");

    private final String key;

    DataCheck(String key) {
        this.key = key;
    }

    /**
     * The check in tags: fact and column.
     *
     * @return such as {@code payments.amount}
     */
    public String key() {
        return key;
    }

    /**
     * The issues of checks that were made.
     *
     * @param made the checks that were made
     * @param rows how many rows failed; a check that was made and is missing here found nothing
     * @return the issues
     */
    public static DataIssues issues(Collection<DataCheck> made, Map<DataCheck, Long> rows) {
        SortedMap<String, Long> byCheck = new TreeMap<>();
        made.forEach(check -> byCheck.put(check.key, rows.getOrDefault(check, 0L)));
        return new DataIssues(byCheck);
    }
}
