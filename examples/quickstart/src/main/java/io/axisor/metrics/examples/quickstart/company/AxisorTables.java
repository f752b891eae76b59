package io.axisor.metrics.examples.quickstart.company;

import static java.util.Map.entry;

import io.axisor.metrics.examples.quickstart.database.Table;
import io.axisor.metrics.jdbc.MetricsSchema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * Tables named and typed like those of the Axisor database: times without a zone that hold UTC, ids as text, amounts in
 * satoshis. A trade that a bot made is the only trace of the bot's run. For H2, whose connections find the schema by
 * themselves.
 */
final class AxisorTables implements CompanyTables {

    private static final String ID = "id VARCHAR(40) DEFAULT CAST(RANDOM_UUID() AS VARCHAR(40)) PRIMARY KEY";
    private static final String USER_ID = ", user_id VARCHAR(40)";
    private static final String TIME = "TIMESTAMP(6)";
    private static final String PLAN = "ENUM('free', 'basic', 'advanced', 'pro', 'lifetime')";

    private static final List<Table> ALL = List.of(
            new Table(
                    "\"User\"",
                    ID + ", created_at " + TIME + ", last_activity_at " + TIME + ", plan_type " + PLAN
                            + " DEFAULT 'free', is_active BOOLEAN DEFAULT TRUE, email_verified BOOLEAN DEFAULT FALSE,"
                            + " account_status VARCHAR(20) DEFAULT 'active'",
                    List.of("created_at", "last_activity_at")),
            new Table(
                    "\"Payment\"",
                    ID + USER_ID + ", amount_sats INTEGER, status VARCHAR(20), plan_type " + PLAN + ", created_at "
                            + TIME + ", paid_at " + TIME,
                    List.of("created_at", "paid_at", "user_id")),
            new Table(
                    "user_upgrade_history",
                    ID + USER_ID + ", old_plan VARCHAR(20), new_plan VARCHAR(20), effective_date " + TIME,
                    List.of("effective_date")),
            new Table(
                    "\"Automation\"",
                    ID + USER_ID + ", type VARCHAR(30), is_active BOOLEAN DEFAULT TRUE, created_at " + TIME,
                    List.of("created_at", "user_id")),
            new Table(
                    "\"TradeLog\"",
                    ID + USER_ID + ", automation_id VARCHAR(40), status VARCHAR(20), amount DOUBLE PRECISION, pnl"
                            + " DOUBLE PRECISION, price DOUBLE PRECISION, executed_at " + TIME + ", created_at " + TIME,
                    List.of("executed_at", "automation_id")),
            new Table(
                    "trading_logs",
                    ID + ", \"userId\" VARCHAR(40), \"tradeId\" VARCHAR(40), market VARCHAR(20), quantity NUMERIC(20,"
                            + " 8), price NUMERIC(20, 8), \"timestamp\" " + TIME,
                    List.of("\"timestamp\"")),
            feature("simulations"),
            feature("\"BacktestReport\""),
            feature("user_exchange_accounts"));

    private static Table feature(String table) {
        return new Table(table, ID + USER_ID + ", created_at " + TIME, List.of("created_at, user_id"));
    }

    private static final Map<Write, String> STATEMENTS = Map.ofEntries(
            entry(Write.ACCOUNT, "INSERT INTO \"User\" (id, created_at, plan_type) VALUES (:account, :at, :plan)"),
            entry(Write.LOGIN, "UPDATE \"User\" SET last_activity_at = :at WHERE id = :account"),
            entry(
                    Write.CHARGE,
                    "INSERT INTO \"Payment\" (id, user_id, amount_sats, status, plan_type, created_at, paid_at)"
                            + " VALUES (:charge, :account, :amount, :state, :plan, :at, :paid)"),
            entry(
                    Write.PLAN_CHANGE,
                    "INSERT INTO user_upgrade_history (user_id, old_plan, new_plan, effective_date)"
                            + " VALUES (:account, :from, :to, :at)"),
            entry(
                    Write.BOT,
                    "INSERT INTO \"Automation\" (id, user_id, type, created_at)"
                            + " VALUES (:bot, :account, :kind, :at)"),
            entry(
                    Write.TRADE,
                    "INSERT INTO \"TradeLog\" (id, user_id, automation_id, status, amount, pnl, price,"
                            + " executed_at, created_at)"
                            + " VALUES (:trade, :account, :bot, :outcome, :amount, :pnl, :price, :at, :at)"),
            entry(
                    Write.FILL,
                    "INSERT INTO trading_logs (\"userId\", \"tradeId\", market, quantity, price, \"timestamp\")"
                            + " VALUES (:account, :trade, :market, :quantity, :price, :at)"),
            entry(Write.SIMULATION, used("simulations")),
            entry(Write.BACKTEST, used("\"BacktestReport\"")),
            entry(Write.EXCHANGE, used("user_exchange_accounts")),
            entry(Write.ACCOUNT_PLAN, "UPDATE \"User\" SET plan_type = :plan WHERE id = :account"),
            entry(Write.ACCOUNT_VERIFIED, "UPDATE \"User\" SET email_verified = TRUE WHERE id = :account"),
            entry(
                    Write.ACCOUNT_CLOSED,
                    "UPDATE \"User\" SET is_active = FALSE, account_status = 'deleted' WHERE id = :account"),
            entry(Write.CHARGE_PAID, "UPDATE \"Payment\" SET status = 'paid', paid_at = :at WHERE id = :charge"),
            entry(Write.CHARGE_REFUNDED, "UPDATE \"Payment\" SET status = 'refunded' WHERE id = :charge"),
            entry(Write.BOT_SWITCHED, "UPDATE \"Automation\" SET is_active = :running WHERE id = :bot"));

    private static String used(String table) {
        return "INSERT INTO " + table + " (user_id, created_at) VALUES (:account, :at)";
    }

    /** What Axisor calls what the company calls otherwise. */
    private static final Map<String, String> WORDS =
            Map.of("declined", "failed", "waiting", "pending", "filled", "success", "rejected", "failed");

    /** A price of 19.00 becomes 19,000 satoshis. */
    private static final int DIGITS_TO_SATOSHIS = 3;

    @Override
    public List<Table> all() {
        return ALL;
    }

    @Override
    public Map<Write, String> statements() {
        return STATEMENTS;
    }

    @Override
    public Object stored(Object value) {
        if (value instanceof Instant time) {
            return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        }
        if (value instanceof Long id) {
            return id.toString();
        }
        if (value instanceof BigDecimal amount) {
            return amount.movePointRight(DIGITS_TO_SATOSHIS).intValue();
        }
        return value instanceof String word ? WORDS.getOrDefault(word, word) : value;
    }

    @Override
    public MetricsSchema mapping(String schema) {
        return MetricsSchema.axisor();
    }
}
