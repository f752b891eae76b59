package io.axisor.metrics.definition;

/**
 * What a number counts or measures.
 *
 * @param name the unit in words, such as {@code users}, {@code ratio}, {@code seconds}
 */
public record MetricUnit(String name) {

    /** User accounts, or the distinct people behind them. */
    public static final MetricUnit USERS = new MetricUnit("users");

    /** Payments. */
    public static final MetricUnit PAYMENTS = new MetricUnit("payments");
    /** Orders: payments that succeeded. */
    public static final MetricUnit ORDERS = new MetricUnit("orders");

    /** Changes of plan. */
    public static final MetricUnit CHANGES = new MetricUnit("changes");

    /** Answers to surveys. */
    public static final MetricUnit RESPONSES = new MetricUnit("responses");

    /** Automations. */
    public static final MetricUnit AUTOMATIONS = new MetricUnit("automations");

    /** Runs of automations. */
    public static final MetricUnit EXECUTIONS = new MetricUnit("executions");

    /** Trades. */
    public static final MetricUnit TRADES = new MetricUnit("trades");

    /** Requests, of programs or of people. */
    public static final MetricUnit REQUESTS = new MetricUnit("requests");

    /** Support tickets. */
    public static final MetricUnit TICKETS = new MetricUnit("tickets");

    /** An amount in the unit that its market trades. */
    public static final MetricUnit AMOUNT = new MetricUnit("amount");

    /** A number of no unit, such as a Sharpe ratio; no share, so never shown in percent. */
    public static final MetricUnit ONE = new MetricUnit("1");

    /** A score on the scale that the definition gives. */
    public static final MetricUnit SCORE = new MetricUnit("score");

    /** Rows of the host's tables. */
    public static final MetricUnit ROWS = new MetricUnit("rows");

    /** A quotient, 0..1 where it is a share. */
    public static final MetricUnit RATIO = new MetricUnit("ratio");

    /** Durations. */
    public static final MetricUnit SECONDS = new MetricUnit("seconds");

    /** Money, in the major unit of the currency that the {@code currency} tag names. */
    public static final MetricUnit MONEY = new MetricUnit("money");

    /**
     * Whether the unit is one that meters bear as their base unit, behind their name. Counts and scores bear none, and
     * money has its currency in a tag.
     *
     * @return true for {@link #RATIO} and {@link #SECONDS}
     */
    public boolean isBaseUnit() {
        return equals(RATIO) || equals(SECONDS);
    }
}
