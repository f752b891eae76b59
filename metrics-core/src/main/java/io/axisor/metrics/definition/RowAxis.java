package io.axisor.metrics.definition;

import io.axisor.metrics.time.Window;

/**
 * By which of its times a row of a table falls into a window. The constants are the axes of the tables that can be mapped;
 * each metric names those that it rests on, with {@link MetricDefinition.Builder#restsOn}.
 *
 * @param table the table as it is named in tags and checks, such as {@code payments}
 * @param time which of the row's times
 * @param measure what may be left out of a row that stays, such as {@code amount}; empty for the row itself
 */
public record RowAxis(String table, Time time, String measure) {

    /** The times of a row. */
    public enum Time {
        /** When the row came to be. */
        BORN,
        /** When the row came to be, in a log of which only what is recent is read: its lifetime is not counted. */
        LOGGED,
        /** When what it tells of happened, such as the payment of a bill; where that is missing, when it came to be. */
        HAPPENED,
        /** No time of its own: whether its dates say that it lasts at {@code t}, or at some time of a bounded window. */
        OPEN
    }

    /** Accounts by when they were created. */
    public static final RowAxis USERS_CREATED = new RowAxis("users", Time.BORN);

    /** Accounts that exist at {@code t}; one without a possible date of creation exists until it is deleted. */
    public static final RowAxis USERS_EXISTING = new RowAxis("users", Time.OPEN);

    /** Accounts with a last activity, where that is the evidence of who was active. */
    public static final RowAxis USERS_LAST_ACTIVE = new RowAxis("users", Time.OPEN, "last activity");

    /** Activity events. */
    public static final RowAxis ACTIVITY = new RowAxis("activity", Time.LOGGED);

    /** Changes of plan. */
    public static final RowAxis PLAN_CHANGES = new RowAxis("plan_changes", Time.BORN);

    /** Survey answers. */
    public static final RowAxis SURVEYS = new RowAxis("surveys", Time.BORN);

    /** Payments by when they were created. */
    public static final RowAxis PAYMENTS_CREATED = new RowAxis("payments", Time.BORN);

    /** Payments by when they were paid. */
    public static final RowAxis PAYMENTS_PAID = new RowAxis("payments", Time.HAPPENED);

    /** Refunds that have a table of their own. */
    public static final RowAxis REFUNDS = new RowAxis("refunds", Time.BORN);

    /** Subscriptions by when they began. */
    public static final RowAxis SUBSCRIPTIONS_BEGUN = new RowAxis("subscriptions", Time.BORN);

    /** Subscriptions that last at {@code t}. */
    public static final RowAxis SUBSCRIPTIONS_OPEN = new RowAxis("subscriptions", Time.OPEN);

    /** Automations. */
    public static final RowAxis AUTOMATIONS = new RowAxis("automations", Time.BORN);

    /** Executions. */
    public static final RowAxis EXECUTIONS = new RowAxis("executions", Time.LOGGED);

    /** Executions that have ended, for how long they took. */
    public static final RowAxis EXECUTION_DURATIONS = new RowAxis("executions", Time.LOGGED, "duration");

    /** Trades. */
    public static final RowAxis TRADES = new RowAxis("trades", Time.BORN);

    /** Dated trades with an amount, and those that lack one though they succeeded. */
    public static final RowAxis TRADE_AMOUNTS = new RowAxis("trades", Time.BORN, "amount");

    /** Dated trades with a profit or a loss. */
    public static final RowAxis TRADE_PROFITS = new RowAxis("trades", Time.BORN, "pnl");

    /** Entries of a market log. */
    public static final RowAxis MARKET = new RowAxis("market", Time.LOGGED);

    /** Uses of features. */
    public static final RowAxis FEATURES = new RowAxis("features", Time.LOGGED);

    /** Tickets by when they were opened. */
    public static final RowAxis TICKETS_OPENED = new RowAxis("tickets", Time.BORN);

    /** Tickets that are not resolved, or were not at some time of the window. */
    public static final RowAxis TICKETS_OPEN = new RowAxis("tickets", Time.OPEN);

    /** Tickets that were resolved with a score. */
    public static final RowAxis TICKET_SCORES = new RowAxis("tickets", Time.HAPPENED, "score");

    /** Requests about data by when they were made. */
    public static final RowAxis REQUESTS_MADE = new RowAxis("compliance", Time.BORN);

    /** Requests about data that are not completed, or were not at some time of the window. */
    public static final RowAxis REQUESTS_OPEN = new RowAxis("compliance", Time.OPEN);

    /**
     * An axis of whole rows.
     *
     * @param table the table
     * @param time which of the row's times
     */
    public RowAxis(String table, Time time) {
        this(table, time, "");
    }

    /**
     * Rows of one window, whatever the metric's own.
     *
     * @param window the window
     * @return what to rest on
     */
    public RowBasis in(Window window) {
        return RowBasis.of(this).in(window);
    }

    /**
     * Rows of the equal window before the metric's own.
     *
     * @return what to rest on
     */
    public RowBasis before() {
        return RowBasis.of(this).before();
    }

    /**
     * Rows of the metric's own window, if the source does not count those of another axis, which it then rests on.
     *
     * @param other the other axis
     * @return what to rest on
     */
    public RowBasis unless(RowAxis other) {
        return RowBasis.of(this).unless(other);
    }

    /** Whether the axis tells how many rows of a table came to be, which {@code data.left.out} shows. */
    boolean isOfBirths() {
        return measure.isEmpty() && (time == Time.BORN || time == Time.LOGGED);
    }
}
