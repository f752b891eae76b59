package io.axisor.metrics.jdbc;

import static io.axisor.metrics.jdbc.AxisorDatabase.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.contract.Measurements;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.jdbc.WatchedDataSource.Run;
import io.axisor.metrics.value.Status;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The preset on a real PostgreSQL with the tables of the Axisor platform as they are. */
class AxisorPresetIT {

    /** Metrics that the database holds nothing for. */
    private static final List<String> NOT_THERE = List.of(
            "users.stickiness.mean",
            "users.lifecycle",
            "satisfaction.",
            "automations.duration",
            "trades.drawdown.relative",
            "platform.requests",
            "platform.errors",
            "platform.response.time",
            "platform.uptime",
            "support.",
            "compliance.requests",
            "compliance.on.time");

    private static EmbeddedPostgres server;
    private static DataSource dataSource;
    private static MetricsSnapshot snapshot;

    @BeforeAll
    static void createTheCompanyAndMeasureIt() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        dataSource = server.getPostgresDatabase();
        AxisorDatabase.create(dataSource);
        snapshot = metrics(dataSource).asOf(NOW);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static BusinessMetrics metrics(DataSource lender) {
        return BusinessMetrics.builder(JdbcMetricsDataSource.of(lender, MetricsSchema.axisor()), ZoneOffset.UTC)
                .clock(() -> NOW)
                .build();
    }

    @Test
    void verifyFindsNothingToComplainAbout() {
        assertThat(JdbcMetricsDataSource.of(dataSource, MetricsSchema.axisor()).verify())
                .hasToString("The mapping fits the database.");
    }

    @Test
    void everyMetricHasAValueButThoseThatTheDatabaseHoldsNothingForAndTheySaySo() {
        Map<String, Status> without = new TreeMap<>();
        for (Measurement m : snapshot.measurements()) {
            if (m.status() != Status.OK) {
                without.put(m.definition().key(), m.status());
            }
        }
        assertThat(without).allSatisfy((key, status) -> {
            assertThat(NOT_THERE).as(key).anyMatch(key::startsWith);
            assertThat(status).as(key).isEqualTo(Status.UNAVAILABLE);
        });
        assertThat(without.keySet().stream()
                        .map(key -> NOT_THERE.stream()
                                .filter(key::startsWith)
                                .findFirst()
                                .orElseThrow()))
                .containsAll(NOT_THERE);
        assertThat(snapshot.find(
                        AutomationDefinitions.DURATION.key(),
                        AutomationDefinitions.DURATION.windows().get(0)))
                .allSatisfy(m -> assertThat(m.reason()).get().asString().contains("mapped"));
    }

    @Test
    void noRowIsDirty() {
        assertThat(snapshot.find(DataIssues.DEFINITION.key(), null))
                .isNotEmpty()
                .allSatisfy(m ->
                        assertThat(m.value().orElseThrow()).as(m.toString()).isZero());
    }

    /** Each figure once more, in SQL of PostgreSQL's own that says what the definition says; now is 2026-04-15T09:30Z. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            users{plan=pro} | SELECT count(*) FROM "User" WHERE plan_type = 'pro'
            users.active.7d | SELECT count(*) FROM "User" WHERE last_activity_at >= timestamp '2026-04-08 09:30'
            users.new.30d | SELECT count(*) FROM "User" WHERE created_at >= timestamp '2026-03-16 09:30'
            compliance.verified | SELECT count(*) FILTER (WHERE email_verified)::numeric / count(*) FROM "User"
            plans.changes.30d{direction=upgrade} | SELECT count(*) FROM user_upgrade_history WHERE effective_date >= timestamp '2026-03-16 09:30' AND new_plan::"PlanType" > old_plan::"PlanType"
            revenue.lifetime{currency=SAT, plan=basic} | SELECT sum(amount_sats::numeric) FROM "Payment" WHERE status = 'paid' AND plan_type = 'basic'
            revenue.collected.30d{currency=SAT} | SELECT sum(amount_sats::numeric) FROM "Payment" WHERE status = 'paid' AND paid_at >= timestamp '2026-03-16 09:30'
            payments{status=failed} | SELECT count(*) FROM "Payment" WHERE status IN ('failed', 'expired')
            payments.success.lifetime | SELECT count(*) FILTER (WHERE status IN ('paid', 'refunded'))::numeric / count(*) FILTER (WHERE status <> 'pending') FROM "Payment"
            automations{automation=tp_sl, state=active} | SELECT count(*) FROM "Automation" WHERE type = 'tp_sl' AND is_active
            automations.usage{plan=basic} | SELECT count(*) FROM "Automation" a JOIN "User" u ON u.id = a.user_id WHERE a.is_active AND u.plan_type = 'basic'
            automations.owners{plan=basic} | SELECT count(DISTINCT u.id) FROM "Automation" a JOIN "User" u ON u.id = a.user_id WHERE a.is_active AND u.plan_type = 'basic'
            automations.adoption | SELECT count(DISTINCT user_id)::numeric / (SELECT count(*) FROM "User") FROM "Automation" WHERE is_active
            automations.executions.30d{automation=dca, outcome=other} | SELECT count(*) FROM "TradeLog" t JOIN "Automation" a ON a.id = t.automation_id WHERE t.status = 'cancelled' AND a.type = 'dca' AND t.executed_at >= timestamp '2026-03-16 09:30'
            automations.success.overall.30d | SELECT count(*) FILTER (WHERE status = 'success')::numeric / count(*) FILTER (WHERE status IN ('success', 'failed')) FROM "TradeLog" WHERE automation_id IS NOT NULL AND executed_at >= timestamp '2026-03-16 09:30'
            margin.guard.actions.lifetime{outcome=succeeded} | SELECT count(*) FROM "TradeLog" t JOIN "Automation" a ON a.id = t.automation_id WHERE t.status = 'success' AND a.type = 'margin_guard'
            margin.guard.owners.30d | SELECT count(DISTINCT a.user_id) FROM "TradeLog" t JOIN "Automation" a ON a.id = t.automation_id WHERE a.type = 'margin_guard' AND t.executed_at >= timestamp '2026-03-16 09:30'
            trades{outcome=other} | SELECT count(*) FROM "TradeLog" WHERE status NOT IN ('success', 'failed')
            trades.by.automation{automation=manual} | SELECT count(*) FROM "TradeLog" WHERE automation_id IS NULL
            trades.volume.lifetime{currency=SAT} | SELECT sum(amount::numeric) FROM "TradeLog" WHERE status = 'success'
            trades.win.lifetime | SELECT count(*) FILTER (WHERE pnl > 0)::numeric / count(*) FILTER (WHERE pnl <> 0) FROM "TradeLog"
            trades.expectancy.lifetime{currency=SAT} | SELECT avg(pnl::numeric) FROM "TradeLog"
            trades.profit.factor.90d{currency=SAT} | SELECT sum(pnl::numeric) FILTER (WHERE pnl > 0) / -sum(pnl::numeric) FILTER (WHERE pnl < 0) FROM "TradeLog" WHERE executed_at >= timestamp '2026-01-15 09:30'
            trades.sharpe.lifetime | SELECT avg(p) / stddev_samp(p) * sqrt(365) FROM (SELECT d, coalesce((SELECT sum(pnl) FROM "TradeLog" WHERE executed_at >= d AND executed_at < d + interval '1 day'), 0) AS p FROM generate_series((SELECT date_trunc('day', min(executed_at)) FROM "TradeLog"), timestamp '2026-04-14', interval '1 day') d) s
            trades.drawdown.lifetime{currency=SAT} | SELECT max(m - r) FROM (SELECT r, greatest(0, max(r) OVER (ORDER BY d)) AS m FROM (SELECT date_trunc('day', executed_at) AS d, sum(sum(pnl::numeric)) OVER (ORDER BY date_trunc('day', executed_at)) AS r FROM "TradeLog" WHERE executed_at < timestamp '2026-04-15' GROUP BY 1) x) y
            market.volume.30d{market=ETH/USD} | SELECT sum(quantity) FROM trading_logs WHERE market = 'ETH/USD' AND "timestamp" >= timestamp '2026-03-16 09:30'
            features.users.30d{feature=backtest} | SELECT count(DISTINCT user_id) FROM "BacktestReport" WHERE created_at >= timestamp '2026-03-16 09:30'
            features.users.30d{feature=trading} | SELECT count(DISTINCT user_id) FROM "TradeLog" WHERE executed_at >= timestamp '2026-03-16 09:30'
            """)
    void figuresAreThoseThatHandWrittenSqlFinds(String series, String sql) throws SQLException {
        List<Measurement> found = snapshot.measurements().stream()
                .filter(m -> Measurements.series(m).equals(series))
                .toList();
        assertThat(found).as(series).hasSize(1);
        double measured = found.get(0).value().orElseThrow().doubleValue();
        double expected = number(sql).doubleValue();
        assertThat(measured).as(series).isNotZero().isCloseTo(expected, offset(Math.abs(expected) * 1e-9));
    }

    private static BigDecimal number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new BigDecimal(row.getString(1));
        }
    }

    @Test
    void aWholeRefreshCostsAtMostTwoStatementsATableAndTheDailyProfit() {
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        BusinessMetrics metrics = metrics(watched.dataSource());
        metrics.asOf(NOW);
        watched.forget();
        metrics.asOf(NOW);

        assertThat(watched.runs())
                .hasSizeLessThanOrEqualTo(2 * AxisorDatabase.MAPPED_TABLES.size() + 1)
                .extracting(Run::sql)
                .allSatisfy(sql -> assertThat(sql).startsWith("SELECT "));
        assertThat(watched.lent()).as("one connection a domain that has tables").hasSize(5);
        assertThat(watched.mostAtOnce()).isEqualTo(1);
        String all = watched.runs().stream().map(Run::sql).collect(Collectors.joining());
        assertThat(AxisorDatabase.MAPPED_TABLES)
                .allSatisfy(table -> assertThat(all).contains('"' + table + '"'));
    }
}
