package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code --preset axisor} on tables that are there: named and typed like Axisor's, with rows that are counted by hand. The
 * instant is the first of March 2026.
 */
abstract class PresetContractTest {

    private static final List<String> TABLES = List.of(
            "CREATE TABLE \"User\" (id VARCHAR(30) PRIMARY KEY, created_at TIMESTAMP(6), last_activity_at TIMESTAMP(6),"
                    + " plan_type %1$s DEFAULT 'free', is_active BOOLEAN, email_verified BOOLEAN, account_status"
                    + " VARCHAR(20))",
            "CREATE TABLE \"Payment\" (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), amount_sats INTEGER, amount DOUBLE"
                    + " PRECISION, status VARCHAR(20), paid_at TIMESTAMP(6), created_at TIMESTAMP(6), plan_type %1$s)",
            "CREATE TABLE \"Automation\" (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), type VARCHAR(30), is_active"
                    + " BOOLEAN, status VARCHAR(20), plan_type %1$s, created_at TIMESTAMP(6))",
            "CREATE TABLE \"TradeLog\" (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), automation_id VARCHAR(30), trade_id"
                    + " VARCHAR(30), status VARCHAR(20), action VARCHAR(20), plan_type %1$s, pnl DOUBLE PRECISION, amount"
                    + " DOUBLE PRECISION, price DOUBLE PRECISION, error_message VARCHAR(200), executed_at TIMESTAMP(6),"
                    + " created_at TIMESTAMP(6))",
            "CREATE TABLE user_upgrade_history (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), old_plan VARCHAR(20),"
                    + " new_plan VARCHAR(20), effective_date TIMESTAMP(6))",
            "CREATE TABLE trading_logs (id VARCHAR(30) PRIMARY KEY, \"userId\" VARCHAR(30), action VARCHAR(20), \"tradeId\""
                    + " VARCHAR(30), market VARCHAR(20), side VARCHAR(5), quantity NUMERIC(18, 8), price NUMERIC(18, 8),"
                    + " \"timestamp\" TIMESTAMP(6))",
            "CREATE TABLE simulations (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), created_at TIMESTAMP(6))",
            "CREATE TABLE \"BacktestReport\" (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), created_at TIMESTAMP(6))",
            "CREATE TABLE user_exchange_accounts (id VARCHAR(30) PRIMARY KEY, user_id VARCHAR(30), created_at"
                    + " TIMESTAMP(6))");

    private static final String[] KINDS = {"TABLE", "BASE TABLE"};

    private static final List<String> ROWS = List.of(
            "INSERT INTO \"User\" VALUES"
                    + " ('a', '2025-06-01 00:00:00', '2026-02-28 12:00:00', 'pro', TRUE, TRUE, 'active'),"
                    + " ('b', '2026-01-10 00:00:00', '2026-02-20 00:00:00', 'free', TRUE, NULL, 'active'),"
                    + " ('c', '2026-02-25 00:00:00', NULL, 'free', TRUE, FALSE, 'active')",
            "INSERT INTO \"Payment\" VALUES"
                    + " ('p1', 'a', 2000000000, NULL, 'paid', '2026-02-01 00:00:00', '2026-02-01 00:00:00', 'pro'),"
                    + " ('p2', 'a', 2000000000, NULL, 'paid', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 'pro'),"
                    + " ('p3', 'b', 500, NULL, 'expired', NULL, '2026-02-10 00:00:00', 'basic')",
            "INSERT INTO \"Automation\" VALUES"
                    + " ('m', 'a', 'margin_guard', TRUE, 'running', 'pro', '2026-01-01 00:00:00'),"
                    + " ('t', 'a', 'tp_sl', FALSE, 'stopped', 'pro', '2026-01-01 00:00:00')",
            "INSERT INTO \"TradeLog\" (id, user_id, automation_id, status, pnl, amount, executed_at) VALUES"
                    + " ('1', 'a', 'm', 'success', 12.5, 100, '2026-02-28 10:00:00'),"
                    + " ('2', 'a', 'm', 'failed', NULL, 100, '2026-02-27 10:00:00'),"
                    + " ('3', 'a', 't', 'success', -2.5, 50, '2026-02-10 10:00:00'),"
                    + " ('4', 'b', NULL, 'success', NULL, 30, '2026-02-11 10:00:00')",
            "INSERT INTO user_upgrade_history VALUES ('u', 'a', 'free', 'pro', '2026-02-15 00:00:00')",
            "INSERT INTO trading_logs (id, \"userId\", market, quantity, price, \"timestamp\") VALUES"
                    + " ('1', 'a', 'BTCUSD', 3, 60000, '2026-02-28 10:00:00'),"
                    + " ('2', 'a', 'ETHUSD', 1, 3000, '2026-02-28 11:00:00')",
            "INSERT INTO simulations VALUES ('1', 'b', '2026-02-11 00:00:00'), ('2', 'b', '2026-02-12 00:00:00')");

    /** The address of a database with nothing in it, for whoever makes the tables. */
    abstract String ownerUrl() throws Exception;

    /** The address for whoever measures them. */
    abstract String readerUrl() throws Exception;

    /** The type of plans, made if need be. */
    abstract String planType(Statement statement) throws SQLException;

    /** What takes everything away again. */
    abstract List<String> cleaning();

    /** Lets the reader read, and nothing else. */
    abstract List<String> granting();

    @BeforeEach
    void makeTables() throws Exception {
        try (Connection connection = DriverManager.getConnection(ownerUrl());
                Statement statement = connection.createStatement()) {
            String planType = planType(statement);
            for (String sql : TABLES) {
                statement.execute(sql.formatted(planType));
            }
            for (String sql : ROWS) {
                statement.execute(sql);
            }
            for (String sql : granting()) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void takeEverythingAway() throws Exception {
        execute(cleaning().toArray(String[]::new));
    }

    void execute(String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection(ownerUrl());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Run measured(String... more) throws Exception {
        return Run.of(
                List.of("--preset", "axisor", "--jdbc-url", readerUrl(), "--as-of", "2026-03-01T00:00:00Z", "--once"),
                more);
    }

    @Test
    void theTablesAreMeasuredAsTheyAre() throws Exception {
        Run run = measured("--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).startsWith("The mapping fits the database");
        assertThat(run.byTag("users", "", "plan"))
                .isEqualTo(Map.of("free", "2", "basic", "0", "advanced", "0", "pro", "1", "lifetime", "0"));
        assertThat(run.one("users.active", "24h").get("value").intValue()).isEqualTo(1);
        assertThat(run.one("users.active", "30d").get("value").intValue()).isEqualTo(2);
        // more than an INTEGER holds
        assertThat(run.byTag("revenue.lifetime", "", "plan")).containsEntry("pro", "4000000000");
        assertThat(run.one("revenue.collected", "30d").get("unit").textValue()).isEqualTo("SAT");
        assertThat(run.quotient("payments.success", "30d")).isEqualTo("1 of 2");
        assertThat(run.byTag("plans.changes", "30d", "direction")).containsEntry("upgrade", "1");
        assertThat(run.quotient("compliance.verified", "")).isEqualTo("1 of 3");
    }

    @Test
    void tradesOfAutomationsAreTheirExecutions() throws Exception {
        Run run = measured("--format", "json");
        assertThat(run.quotient("automations.adoption", "")).isEqualTo("1 of 3");
        assertThat(run.quotient("automations.success.overall", "30d")).isEqualTo("2 of 3");
        assertThat(run.quotient("margin.guard.success", "30d")).isEqualTo("1 of 2");
        assertThat(run.all("automations.duration", "30d"))
                .isNotEmpty()
                .allSatisfy(duration ->
                        assertThat(duration.get("status").textValue()).isEqualTo("UNAVAILABLE"));
        assertThat(run.byTag("trades.by.automation", "", "automation"))
                .containsEntry("margin_guard", "2")
                .containsEntry("tp_sl", "1")
                .containsEntry("manual", "1");
        assertThat(run.one("trades.volume", "30d").get("value").textValue()).isEqualTo("180");
        assertThat(run.quotient("trades.win", "30d")).isEqualTo("1 of 2");
        assertThat(run.byTag("market.trades", "30d", "market")).isEqualTo(Map.of("BTCUSD", "1", "ETHUSD", "1"));
        assertThat(run.byTag("features.users", "30d", "feature"))
                .isEqualTo(Map.of("simulation", "1", "backtest", "0", "trading", "2", "exchange_account", "0"));
    }

    @Test
    void theSeriesOfTheDashboardsStandBesideTheOthers() throws Exception {
        Run run = measured("--format", "prometheus");
        assertThat(run.out().lines())
                .contains(
                        "business_users{plan=\"pro\"} 1.0",
                        "axisor_business_user_metrics{metric_type=\"total_users\",period=\"all\",plan_type=\"all\"} 3.0",
                        "axisor_business_revenue_metrics{metric_type=\"total_revenue\",period=\"all\",plan_type=\"pro\"}"
                                + " 4.0E9",
                        "axisor_business_kpi_metrics{kpi_type=\"user_acquisition_rate\",period=\"current\"} 0.0");
    }

    @Test
    void nothingIsMadeWrittenOrDropped() throws Exception {
        Map<String, Long> before = rowsByTable();
        assertThat(before).hasSize(9).containsEntry("tradelog", 4L);
        assertThat(measured().exitCode()).isZero();
        assertThat(rowsByTable()).isEqualTo(before);
    }

    private Map<String, Long> rowsByTable() throws Exception {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(ownerUrl());
                ResultSet tables = connection.getMetaData().getTables(null, null, "%", KINDS)) {
            while (tables.next()) {
                if (tables.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
                    String name = tables.getString("TABLE_NAME");
                    rows.put(name.toLowerCase(Locale.ROOT), count(name));
                }
            }
        }
        return rows;
    }

    private long count(String table) throws Exception {
        try (Connection connection = DriverManager.getConnection(ownerUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM \"" + table + "\"")) {
            assertThat(row.next()).isTrue();
            return row.getLong(1);
        }
    }

    @Test
    void aTableThatIsMissingEndsTheRunWithTheWholeReport() throws Exception {
        execute("DROP TABLE \"Payment\"", "ALTER TABLE simulations DROP COLUMN user_id");
        Run run = measured();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("The mapping does not fit the database: 2 errors")
                .contains("Payment", "user_id");
    }
}
