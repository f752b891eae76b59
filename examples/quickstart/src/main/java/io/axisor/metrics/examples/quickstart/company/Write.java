package io.axisor.metrics.examples.quickstart.company;

import java.util.List;

/**
 * What the company's own application writes, whatever its tables look like. In the order in which a batch of them is
 * executed: rows before the changes of rows.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists of names are immutable, only not annotated so
enum Write {
    ACCOUNT("account", "at", "plan"),
    LOGIN("account", "at"),
    MEMBERSHIP("membership", "account", "plan", "price", "currency", "billed", "state", "at", "trial"),
    CHARGE("charge", "account", "amount", "currency", "state", "at", "paid", "plan"),
    PLAN_CHANGE("account", "from", "to", "at"),
    ANSWER("question", "score", "at"),
    EXCHANGE("account", "at"),
    BOT("bot", "account", "kind", "at"),
    RUN("bot", "at", "millis", "outcome"),
    TRADE("trade", "account", "bot", "at", "outcome", "amount", "currency", "pnl", "market", "price"),
    FILL("trade", "account", "market", "quantity", "price", "at"),
    BACKTEST("account", "at"),
    SIMULATION("account", "at"),
    EXPORT("account", "at"),
    TICKET("ticket", "account", "at", "due"),
    PRIVACY_REQUEST("request", "account", "kind", "at", "due"),
    ACCOUNT_PLAN("account", "plan"),
    ACCOUNT_VERIFIED("account"),
    ACCOUNT_CLOSED("account", "at"),
    TRIAL_ENDED("membership", "at"),
    MEMBERSHIP_STATE("membership", "state"),
    MEMBERSHIP_ENDED("membership", "at"),
    CHARGE_PAID("charge", "at"),
    CHARGE_REFUNDED("charge"),
    BOT_SWITCHED("bot", "running"),
    TICKET_ANSWERED("ticket", "at"),
    TICKET_RESOLVED("ticket", "at", "score"),
    PRIVACY_REQUEST_DONE("request", "at");

    /** What its values are. */
    private final List<String> names;

    Write(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
