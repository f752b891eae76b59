package io.axisor.metrics.examples.quickstart.company;

import static java.util.Map.entry;

import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.value.CurrencyUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables as the company's own team made them: under names of its own, times with their zone. */
final class OwnTables implements CompanyTables {

    private static final String TIME = "TIMESTAMP(6) WITH TIME ZONE";

    private static final List<Table> PEOPLE = List.of(
            new Table(
                    "accounts",
                    "account_no BIGINT PRIMARY KEY, opened_at " + TIME + ", plan VARCHAR(10), identity_checked BOOLEAN"
                            + " DEFAULT FALSE NOT NULL, closed_at " + TIME,
                    List.of("opened_at", "closed_at")),
            new Table("logins", "account_no BIGINT, seen_at " + TIME, List.of("seen_at, account_no")),
            new Table(
                    "plan_changes",
                    "account_no BIGINT, from_plan VARCHAR(10), to_plan VARCHAR(10), changed_at " + TIME,
                    List.of("changed_at")),
            new Table("answers", "question VARCHAR(10), score INTEGER, answered_at " + TIME, List.of("answered_at")),
            new Table("backtests", "account_no BIGINT, run_at " + TIME, List.of("run_at, account_no")),
            new Table(
                    "clicks",
                    "account_no BIGINT, feature VARCHAR(20), clicked_at " + TIME,
                    List.of("clicked_at, account_no")),
            new Table(
                    "support_cases",
                    "case_no BIGINT PRIMARY KEY, account_no BIGINT, opened_at " + TIME + ", promised_for " + TIME
                            + ", answered_at " + TIME + ", solved_at " + TIME + ", stars INTEGER",
                    List.of("opened_at", "answered_at", "solved_at", "promised_for")),
            new Table(
                    "privacy_requests",
                    "request_no BIGINT PRIMARY KEY, account_no BIGINT, asks_for VARCHAR(10), received_at " + TIME
                            + ", answer_by " + TIME + ", done_at " + TIME,
                    List.of("received_at", "done_at", "answer_by")));

    private static final List<Table> BUSINESS = List.of(
            new Table(
                    "memberships",
                    "id BIGINT PRIMARY KEY, account_no BIGINT, plan VARCHAR(10), price DECIMAL(12, 2), currency"
                            + " VARCHAR(10), billed VARCHAR(10), state VARCHAR(10), begun_at " + TIME + ", ended_at "
                            + TIME + ", trial_until " + TIME,
                    List.of("begun_at", "ended_at")),
            new Table(
                    "charges",
                    "id BIGINT PRIMARY KEY, account_no BIGINT, amount DECIMAL(12, 2), currency VARCHAR(10), state"
                            + " VARCHAR(10), created_at " + TIME + ", paid_at " + TIME,
                    List.of("created_at", "paid_at", "account_no")),
            new Table(
                    "bots",
                    "bot_no BIGINT PRIMARY KEY, account_no BIGINT, kind VARCHAR(20), running BOOLEAN DEFAULT TRUE NOT"
                            + " NULL, added_at " + TIME,
                    List.of("added_at", "account_no")),
            new Table(
                    "bot_runs",
                    "bot_no BIGINT, begun_at " + TIME + ", took_ms INTEGER, outcome VARCHAR(10)",
                    List.of("begun_at", "bot_no")),
            new Table(
                    "orders",
                    "order_no BIGINT PRIMARY KEY, account_no BIGINT, bot_no BIGINT, executed_at " + TIME
                            + ", state VARCHAR(10), amount DECIMAL(12, 2), currency VARCHAR(10), profit DECIMAL(12, 2),"
                            + " market VARCHAR(10), price DECIMAL(18, 6)",
                    List.of("executed_at", "bot_no")));

    private static final Map<Write, String> STATEMENTS = Map.ofEntries(
            entry(Write.ACCOUNT, "INSERT INTO %s.accounts (account_no, opened_at, plan) VALUES (:account, :at, :plan)"),
            entry(Write.LOGIN, "INSERT INTO %s.logins (account_no, seen_at) VALUES (:account, :at)"),
            entry(
                    Write.MEMBERSHIP,
                    "INSERT INTO %s.memberships (id, account_no, plan, price, currency, billed, state, begun_at,"
                            + " trial_until) VALUES (:membership, :account, :plan, :price, :currency, :billed, :state,"
                            + " :at, :trial)"),
            entry(
                    Write.CHARGE,
                    "INSERT INTO %s.charges (id, account_no, amount, currency, state, created_at, paid_at)"
                            + " VALUES (:charge, :account, :amount, :currency, :state, :at, :paid)"),
            entry(
                    Write.PLAN_CHANGE,
                    "INSERT INTO %s.plan_changes (account_no, from_plan, to_plan, changed_at)"
                            + " VALUES (:account, :from, :to, :at)"),
            entry(
                    Write.ANSWER,
                    "INSERT INTO %s.answers (question, score, answered_at) VALUES (:question, :score, :at)"),
            entry(
                    Write.BOT,
                    "INSERT INTO %s.bots (bot_no, account_no, kind, added_at)"
                            + " VALUES (:bot, :account, :kind, :at)"),
            entry(
                    Write.RUN,
                    "INSERT INTO %s.bot_runs (bot_no, begun_at, took_ms, outcome)"
                            + " VALUES (:bot, :at, :millis, :outcome)"),
            entry(
                    Write.TRADE,
                    "INSERT INTO %s.orders (order_no, account_no, bot_no, executed_at, state, amount, currency,"
                            + " profit, market, price) VALUES (:trade, :account, :bot, :at, :outcome, :amount,"
                            + " :currency, :pnl, :market, :price)"),
            entry(Write.BACKTEST, "INSERT INTO %s.backtests (account_no, run_at) VALUES (:account, :at)"),
            entry(Write.EXCHANGE, click("connect")),
            entry(Write.SIMULATION, click("simulate")),
            entry(Write.EXPORT, click("export")),
            entry(
                    Write.TICKET,
                    "INSERT INTO %s.support_cases (case_no, account_no, opened_at, promised_for)"
                            + " VALUES (:ticket, :account, :at, :due)"),
            entry(
                    Write.PRIVACY_REQUEST,
                    "INSERT INTO %s.privacy_requests (request_no, account_no, asks_for, received_at, answer_by)"
                            + " VALUES (:request, :account, :kind, :at, :due)"),
            entry(Write.ACCOUNT_PLAN, "UPDATE %s.accounts SET plan = :plan WHERE account_no = :account"),
            entry(Write.ACCOUNT_VERIFIED, "UPDATE %s.accounts SET identity_checked = TRUE WHERE account_no = :account"),
            entry(Write.ACCOUNT_CLOSED, "UPDATE %s.accounts SET closed_at = :at WHERE account_no = :account"),
            entry(
                    Write.TRIAL_ENDED,
                    "UPDATE %s.memberships SET state = 'active', trial_until = :at WHERE id = :membership"),
            entry(Write.MEMBERSHIP_STATE, "UPDATE %s.memberships SET state = :state WHERE id = :membership"),
            entry(
                    Write.MEMBERSHIP_ENDED,
                    "UPDATE %s.memberships SET state = 'cancelled', ended_at = :at WHERE id = :membership"),
            entry(Write.CHARGE_PAID, "UPDATE %s.charges SET state = 'paid', paid_at = :at WHERE id = :charge"),
            entry(Write.CHARGE_REFUNDED, "UPDATE %s.charges SET state = 'refunded' WHERE id = :charge"),
            entry(Write.BOT_SWITCHED, "UPDATE %s.bots SET running = :running WHERE bot_no = :bot"),
            entry(Write.TICKET_ANSWERED, "UPDATE %s.support_cases SET answered_at = :at WHERE case_no = :ticket"),
            entry(
                    Write.TICKET_RESOLVED,
                    "UPDATE %s.support_cases SET solved_at = :at, stars = :score WHERE case_no = :ticket"),
            entry(
                    Write.PRIVACY_REQUEST_DONE,
                    "UPDATE %s.privacy_requests SET done_at = :at WHERE request_no = :request"));

    private static String click(String feature) {
        return "INSERT INTO %s.clicks (account_no, feature, clicked_at) VALUES (:account, '" + feature + "', :at)";
    }

    private final CurrencyUnit currency;

    OwnTables(CurrencyUnit currency) {
        this.currency = currency;
    }

    @Override
    public List<Table> all() {
        return Stream.concat(PEOPLE.stream(), BUSINESS.stream()).toList();
    }

    @Override
    public Map<Write, String> statements() {
        return STATEMENTS;
    }

    @Override
    public Object stored(Object value) {
        return value;
    }

    @Override
    public MetricsSchema mapping(String schema) {
        return OwnMapping.of(schema, currency);
    }
}
