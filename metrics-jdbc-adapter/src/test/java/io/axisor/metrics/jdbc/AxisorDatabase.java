package io.axisor.metrics.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/**
 * The tables of the Axisor platform, with the names and types they have there, and a made-up company of some thousand users
 * in them, the same at every run. Times are UTC in columns without a zone.
 */
final class AxisorDatabase {

    static final int USERS = 3_000;
    static final Instant NOW = Instant.parse("2026-04-15T09:30:00Z");

    /** Tables that the preset maps. */
    static final List<String> MAPPED_TABLES = List.of(
            "User",
            "Payment",
            "Automation",
            "TradeLog",
            "user_upgrade_history",
            "trading_logs",
            "simulations",
            "BacktestReport",
            "user_exchange_accounts");

    private static final List<String> PLANS = List.of("free", "free", "free", "basic", "advanced", "pro", "lifetime");
    private static final List<String> TYPES = List.of("margin_guard", "tp_sl", "auto_entry", "dca");
    private static final List<String> PAYMENT_STATUSES =
            List.of("paid", "paid", "paid", "paid", "refunded", "pending", "expired", "failed");

    private final Random random = new Random(2026);
    private final DataSource dataSource;

    private AxisorDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes the tables and fills them. */
    static void create(DataSource dataSource) throws SQLException {
        AxisorDatabase database = new AxisorDatabase(dataSource);
        database.makeTables();
        database.fill();
        database.makeIndexes();
    }

    private void makeTables() throws SQLException {
        run(
                "CREATE TYPE \"PlanType\" AS ENUM ('free', 'basic', 'advanced', 'pro', 'lifetime')",
                """
                CREATE TABLE "User" (id text PRIMARY KEY, created_at timestamp(6) NOT NULL, last_activity_at timestamp(6),
                  plan_type "PlanType" NOT NULL DEFAULT 'free', is_active bool NOT NULL DEFAULT true, email_verified bool,
                  email_marketing_consent bool, account_status text)""",
                """
                CREATE TABLE "Payment" (id text PRIMARY KEY, user_id text NOT NULL, amount_sats int4 NOT NULL, amount float8,
                  status text NOT NULL, paid_at timestamp(6), created_at timestamp(6) NOT NULL, plan_type "PlanType",
                  payment_method text)""",
                """
                CREATE TABLE "Automation" (id text PRIMARY KEY, user_id text NOT NULL, type text NOT NULL,
                  is_active bool NOT NULL, status text, plan_type "PlanType", created_at timestamp(6) NOT NULL)""",
                """
                CREATE TABLE "TradeLog" (id text PRIMARY KEY, user_id text NOT NULL, automation_id text, trade_id text,
                  status text NOT NULL, action text, plan_type "PlanType", pnl float8, amount float8, price float8,
                  error_message text, executed_at timestamp(6) NOT NULL, created_at timestamp(6) NOT NULL)""",
                """
                CREATE TABLE user_upgrade_history (id text PRIMARY KEY, user_id text NOT NULL, old_plan text, new_plan text,
                  effective_date timestamp(6) NOT NULL)""",
                """
                CREATE TABLE plans (slug text PRIMARY KEY, price_sats int4, price_monthly float8, price_yearly float8,
                  is_active bool)""",
                """
                CREATE TABLE trading_logs (id text PRIMARY KEY, "userId" text NOT NULL, action text, "tradeId" text,
                  market text, side text, quantity numeric, price numeric, "timestamp" timestamp(6) NOT NULL)""",
                "CREATE TABLE simulations (id text PRIMARY KEY, user_id text NOT NULL, created_at timestamp(6) NOT NULL)",
                "CREATE TABLE \"BacktestReport\" (id text PRIMARY KEY, user_id text NOT NULL, created_at timestamp(6)"
                        + " NOT NULL)",
                "CREATE TABLE user_exchange_accounts (id text PRIMARY KEY, user_id text NOT NULL, created_at timestamp(6)"
                        + " NOT NULL)");
    }

    private void makeIndexes() throws SQLException {
        run(
                "CREATE INDEX ON \"User\" (created_at)",
                "CREATE INDEX ON \"Payment\" (paid_at)",
                "CREATE INDEX ON \"TradeLog\" (executed_at)",
                "CREATE INDEX ON trading_logs (\"timestamp\")",
                "CREATE INDEX ON simulations (created_at)",
                "CREATE INDEX ON \"BacktestReport\" (created_at)",
                "CREATE INDEX ON user_exchange_accounts (created_at)",
                "ANALYZE");
    }

    private void fill() throws SQLException {
        insert(
                "INSERT INTO \"User\" (id, created_at, last_activity_at, plan_type, email_verified) VALUES (?, ?, ?,"
                        + " CAST(? AS \"PlanType\"), ?)",
                USERS,
                i -> new Object[] {"u" + i, before(400), maybe(before(70)), any(PLANS), maybe(random.nextBoolean())});
        insert(
                "INSERT INTO \"Payment\" (id, user_id, amount_sats, status, created_at, paid_at, plan_type) VALUES (?, ?, ?,"
                        + " ?, ?, ?, CAST(? AS \"PlanType\"))",
                9_000,
                i -> payment("p" + i));
        insert(
                "INSERT INTO \"Automation\" (id, user_id, type, is_active, created_at) VALUES (?, ?, ?, ?, ?)",
                2_000,
                i -> new Object[] {"a" + i, user(), any(TYPES), random.nextInt(3) > 0, before(300)});
        insert(
                "INSERT INTO \"TradeLog\" (id, user_id, automation_id, status, amount, pnl, price, executed_at, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                20_000,
                i -> trade("t" + i));
        insert("INSERT INTO user_upgrade_history VALUES (?, ?, ?, ?, ?)", 800, i ->
                new Object[] {"h" + i, user(), any(PLANS), any(PLANS), before(200)});
        insert(
                "INSERT INTO trading_logs (id, \"userId\", market, side, quantity, price, \"timestamp\") VALUES (?, ?, ?, ?,"
                        + " ?, ?, ?)",
                4_000,
                i -> new Object[] {
                    "l" + i,
                    user(),
                    random.nextInt(3) > 0 ? "BTC/USD" : "ETH/USD",
                    "buy",
                    1 + random.nextInt(50),
                    60_000 + random.nextInt(8_000),
                    before(60)
                });
        for (String feature : List.of("simulations", "\"BacktestReport\"", "user_exchange_accounts")) {
            insert("INSERT INTO " + feature + " VALUES (?, ?, ?)", 1_500, i ->
                    new Object[] {"f" + i, user(), before(90)});
        }
    }

    private Object[] payment(String id) {
        String status = any(PAYMENT_STATUSES);
        LocalDateTime created = before(200);
        boolean moved = status.equals("paid") || status.equals("refunded");
        return new Object[] {
            id,
            user(),
            1_000_000 + random.nextInt(900_000_000),
            status,
            created,
            moved ? created.plusSeconds(random.nextInt(3_600)) : null,
            any(PLANS)
        };
    }

    private Object[] trade(String id) {
        boolean failed = random.nextInt(10) == 0;
        LocalDateTime executed = before(150);
        return new Object[] {
            id,
            user(),
            random.nextInt(3) == 0 ? null : "a" + random.nextInt(2_000),
            failed ? "failed" : random.nextInt(20) == 0 ? "cancelled" : "success",
            failed ? null : (double) (1_000 + random.nextInt(100_000)),
            failed || random.nextInt(4) == 0 ? null : (double) (random.nextInt(2_001) - 950),
            60_000.5,
            executed,
            executed
        };
    }

    private String user() {
        return "u" + random.nextInt(USERS);
    }

    /** A whole second of the days before now, so that nothing lies within a payment's hour of the instant measured. */
    private LocalDateTime before(int days) {
        long seconds =
                7_200 + (long) (random.nextDouble() * Duration.ofDays(days).toSeconds());
        return LocalDateTime.ofInstant(NOW.minusSeconds(seconds), ZoneOffset.UTC);
    }

    private <T> T maybe(T value) {
        return random.nextInt(8) == 0 ? null : value;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void insert(String sql, int rows, IntFunction<Object[]> row) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < rows; i++) {
                Object[] values = row.apply(i);
                for (int column = 0; column < values.length; column++) {
                    statement.setObject(column + 1, values[column]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        }
    }
}
