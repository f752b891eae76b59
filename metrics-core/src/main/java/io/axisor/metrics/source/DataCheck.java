package io.axisor.metrics.source;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.RowSpan;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
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
    /** An account has no id. */
    USERS_ID("users.id", "have no id"),
    /** An account has no creation date. */
    USERS_CREATED_AT("users.created_at", "have no date of creation"),
    /** An account is created in the future. */
    USERS_FUTURE("users.future", "are created in the future"),
    /**
     * An account has the id of another. The one created first counts; of those created at the same moment, one of them.
     */
    USERS_DUPLICATE("users.duplicate", "have the id of another"),
    /** An account's last activity lies in the future: the activity is left out, the account stays. */
    USERS_LAST_ACTIVITY("users.last_activity_at", "were last active in the future"),
    /** An activity event has no user. */
    ACTIVITY_USER("activity.user", "have no user"),
    /** An activity event has no timestamp. */
    ACTIVITY_AT("activity.occurred_at", "have no time"),
    /** An activity event lies in the future. */
    ACTIVITY_FUTURE("activity.future", "lie in the future"),
    /** A payment's amount is missing, or negative without being a refund row. */
    PAYMENTS_AMOUNT("payments.amount", "have no amount, or a negative one"),
    /** A payment has no creation date. */
    PAYMENTS_CREATED_AT("payments.created_at", "have no date of creation"),
    /** A payment's status is mapped to nothing. */
    PAYMENTS_STATUS("payments.status", "have an unmapped status"),
    /** A payment that succeeded, or was refunded, has no date of payment. */
    PAYMENTS_PAID_AT("payments.paid_at", "succeeded without a date of payment"),
    /** The refunded amount of a payment is negative. */
    PAYMENTS_REFUNDED_AMOUNT("payments.refunded_amount", "have a negative refunded amount"),
    /** A payment is created, paid or refunded in the future. */
    PAYMENTS_FUTURE("payments.future", "lie in the future"),
    /** A payment's currency is missing or unknown. The users domain, which adds up no money, does not look at it. */
    PAYMENTS_CURRENCY("payments.currency", "have no currency, or an unknown one"),
    /** A refund is of no payment, or of a dirty one. One of an ignored payment is left out without being an issue. */
    REFUNDS_PAYMENT("refunds.payment", "are of no payment, or of one that was left out"),
    /** A refund's amount is missing or negative. */
    REFUNDS_AMOUNT("refunds.amount", "have no amount, or a negative one"),
    /** A refund's status is mapped to nothing. */
    REFUNDS_STATUS("refunds.status", "have an unmapped status"),
    /** A refund that succeeded has no date. */
    REFUNDS_AT("refunds.refunded_at", "have no date"),
    /** A refund lies in the future. */
    REFUNDS_FUTURE("refunds.future", "lie in the future"),
    /** A subscription has no user. */
    SUBSCRIPTIONS_USER("subscriptions.user", "have no user"),
    /** A subscription's amount is missing or negative. */
    SUBSCRIPTIONS_AMOUNT("subscriptions.amount", "have no amount, or a negative one"),
    /** A subscription's interval is mapped to nothing, or its interval count is below 1 or not whole. */
    SUBSCRIPTIONS_INTERVAL(
            "subscriptions.interval", "have an unmapped interval, or an interval count below 1 or not whole"),
    /** A subscription's status is mapped to nothing. */
    SUBSCRIPTIONS_STATUS("subscriptions.status", "have an unmapped status"),
    /** A subscription has no beginning. */
    SUBSCRIPTIONS_STARTED_AT("subscriptions.started_at", "have no beginning"),
    /**
     * A subscription's status now means no revenue (trialing, paused, cancelled), though its dates say that it is paid for:
     * when it stopped is not known, so it has no revenue at any instant.
     */
    SUBSCRIPTIONS_UNDATED("subscriptions.undated", "have a status without revenue and no date since when"),
    /** A subscription's currency is missing or unknown. The users domain does not look at it. */
    SUBSCRIPTIONS_CURRENCY("subscriptions.currency", "have no currency, or an unknown one"),
    /** A change of plan has no user. */
    PLAN_CHANGES_USER("plan_changes.user", "have no user"),
    /** A change of plan is from or to a plan outside the catalogue. */
    PLAN_CHANGES_PLAN("plan_changes.plan", "are from or to a plan outside the catalogue"),
    /** A change of plan has no date. */
    PLAN_CHANGES_AT("plan_changes.at", "have no date"),
    /** A survey answer's question is mapped to nothing. */
    SURVEYS_KIND("surveys.kind", "have an unmapped kind"),
    /** A survey answer's score is missing or outside the question's scale. */
    SURVEYS_SCORE("surveys.score", "have no score, or one off the scale"),
    /** A survey answer has no date. */
    SURVEYS_AT("surveys.at", "have no date"),
    /** A survey answer lies in the future. */
    SURVEYS_FUTURE("surveys.future", "lie in the future"),
    /** An automation has no owner. */
    AUTOMATIONS_USER("automations.user", "have no owner"),
    /** An automation has no creation date. */
    AUTOMATIONS_CREATED_AT("automations.created_at", "have no date of creation"),
    /** An automation is created in the future. */
    AUTOMATIONS_FUTURE("automations.future", "are created in the future"),
    /** An execution is of no automation. */
    EXECUTIONS_AUTOMATION("executions.automation", "are of no automation"),
    /** An execution has no start. */
    EXECUTIONS_STARTED_AT("executions.started_at", "have no start"),
    /** An execution starts in the future. */
    EXECUTIONS_FUTURE("executions.future", "start in the future"),
    /** An execution ended before it started, or took less than no time: the duration is left out, the execution stays. */
    EXECUTIONS_DURATION("executions.duration", "took less than no time"),
    /** A trade has no date of execution. */
    TRADES_EXECUTED_AT("trades.executed_at", "have no date of execution"),
    /** A trade is executed in the future. */
    TRADES_FUTURE("trades.future", "lie in the future"),
    /**
     * A trade's amount is negative, or missing though the trade succeeded: the amount is left out, the trade and its profit
     * stay.
     */
    TRADES_AMOUNT("trades.amount", "have no amount, or a negative one"),
    /**
     * A trade's profit is NaN, infinite or no number: the profit is left out, the trade and its amount stay. A profit that
     * is missing is no issue: the trade is still open.
     */
    TRADES_PNL("trades.pnl", "have a profit that is no finite number"),
    /**
     * The currency of a trade with an amount or a profit is missing or unknown: amount and profit are left out, the trade
     * stays.
     */
    TRADES_CURRENCY("trades.currency", "have no currency, or an unknown one"),
    /** A trade's price is NaN, infinite or no number: the price is left out, the trade stays. */
    TRADES_PRICE("trades.price", "have a price that is no finite number"),
    /**
     * An entry of a market log has no or a negative amount. Of a market log nothing older than the last 30 days is looked
     * at: no metric does.
     */
    MARKET_AMOUNT("market.amount", "have no amount, or a negative one"),
    /** An entry of a market log has no date. */
    MARKET_EXECUTED_AT("market.executed_at", "have no date"),
    /** An entry of a market log lies in the future. */
    MARKET_FUTURE("market.future", "lie in the future"),
    /** The price in an entry of a market log is NaN, infinite or no number: the price is left out, the entry stays. */
    MARKET_PRICE("market.price", "have a price that is no finite number"),
    /** Use of a feature has no user. */
    FEATURES_USER("features.user", "have no user"),
    /** Use of a feature has no date. */
    FEATURES_USED_AT("features.used_at", "have no time"),
    /** Use of a feature lies in the future. */
    FEATURES_FUTURE("features.future", "lie in the future"),
    /** A ticket has no date of opening. */
    TICKETS_OPENED_AT("tickets.opened_at", "have no date of opening"),
    /** A ticket is opened, answered or resolved in the future. */
    TICKETS_FUTURE("tickets.future", "lie in the future"),
    /** A ticket is answered or resolved before it was opened. */
    TICKETS_ORDER("tickets.order", "are answered or resolved before they were opened"),
    /** A ticket's score is off the scale of 1 to 5: the score is left out, the ticket stays. */
    TICKETS_SCORE("tickets.score", "have a score off the scale"),
    /** A compliance request has no date. */
    COMPLIANCE_REQUESTED_AT("compliance.requested_at", "have no date"),
    /** A compliance request is made or completed in the future. */
    COMPLIANCE_FUTURE("compliance.future", "lie in the future"),
    /** A compliance request is completed before it was made. */
    COMPLIANCE_ORDER("compliance.order", "are completed before they were made");

    private final String key;
    private final String words;

    DataCheck(String key, String words) {
        this.key = key;
        this.words = words;
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
     * What is wrong with rows that fail.
     *
     * @return what follows "the payments", such as {@code have no user}
     */
    public String words() {
        return words;
    }

    /**
     * Rows that were counted, and those of them that failed checks.
     *
     * @param span which rows
     * @param rows how many there are
     * @param failed how many of them failed which check first
     * @param cause what is wrong with rows that fail the {@link #leading} check, such as its {@link #words()}
     * @return the rows
     */
    public static LeftOutRows leftOut(RowSpan span, long rows, Map<DataCheck, Long> failed, String cause) {
        SortedMap<String, Long> byCheck = new TreeMap<>();
        failed.forEach((check, number) -> byCheck.put(check.key, number));
        return new LeftOutRows(span, rows, byCheck, cause);
    }

    /**
     * The check that most rows failed.
     *
     * @param failed how many rows failed which check first
     * @return the check, of several the first in the order of this list; empty if no row failed any
     */
    public static Optional<DataCheck> leading(Map<DataCheck, Long> failed) {
        return failed.entrySet().stream()
                .max(Map.Entry.<DataCheck, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
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
