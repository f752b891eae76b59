package io.axisor.metrics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of ignored statuses count nowhere and are no issue; a status may be that of all rows. */
class IgnoredStatusesIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");
    private static final String AT = "TIMESTAMP '2026-04-01 00:00:00'";

    private static Measured measured(Databases database, MetricsSchema.Builder schema) {
        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(database.dataSource(), schema.build());
        assertThat(source.verify().errors()).isEmpty();
        assertThat(source.verify().contentErrors()).isEmpty();
        return Measured.of(source, SourceUnderTest.NOW).issues();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyColumnOfStatusesCanIgnoreRows(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS said",
                "CREATE TABLE said (who INTEGER, amount DECIMAL(10, 2), state VARCHAR(10), score INTEGER, at_time"
                        + " TIMESTAMP)",
                "INSERT INTO said VALUES (1, 10.00, 'ok', 9, " + AT + ")",
                "INSERT INTO said VALUES (2, 1000.00, 'test', 1, " + AT + ")",
                "INSERT INTO said VALUES (NULL, NULL, 'test', NULL, NULL)");
        measured(
                        database,
                        MetricsSchema.builder()
                                .payments(p -> p.table("said")
                                        .userId("who")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .createdAt("at_time")
                                        .status("state")
                                        .succeeded("ok")
                                        .ignored("test"))
                                .subscriptions(s -> s.table("said")
                                        .userId("who")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .fixedInterval(BillingInterval.MONTH)
                                        .startedAt("at_time")
                                        .status("state")
                                        .active("ok")
                                        .ignored("test"))
                                .surveys(s -> s.table("said")
                                        .kind("state")
                                        .nps("ok")
                                        .ignored("test")
                                        .score("score")
                                        .answeredAt("at_time"))
                                .executions(e -> e.table("said")
                                        .automationId("who")
                                        .startedAt("at_time")
                                        .status("state")
                                        .succeeded("ok")
                                        .ignored("test"))
                                .trades(t -> t.table("said")
                                        .executedAt("at_time")
                                        .status("state")
                                        .succeeded("ok")
                                        .ignored("test")
                                        .amount("amount")
                                        .pnl("score")
                                        .fixedCurrency(USD)))
                .shows("revenue.gross.lifetime{currency=USD}", "10")
                .shows("payments{status=succeeded}", "1")
                .shows("payments{status=pending}", "0")
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "10")
                .shows("satisfaction.responses.90d", "1")
                .shows("automations.success.overall.30d", "1/1")
                .shows("trades{outcome=succeeded}", "1")
                .shows("trades{outcome=other}", "0")
                .shows("trades.volume.lifetime{currency=USD}", "10")
                .shows("trades.win.lifetime", "1/1");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStatusOfAJoinedTableCanIgnoreRows(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS bought",
                "DROP TABLE IF EXISTS state_of",
                "CREATE TABLE bought (id INTEGER, amount DECIMAL(10, 2), at_time TIMESTAMP)",
                "CREATE TABLE state_of (id INTEGER PRIMARY KEY, state VARCHAR(10))",
                "INSERT INTO bought VALUES (1, 10.00, " + AT + ")",
                "INSERT INTO bought VALUES (2, 1000.00, " + AT + ")",
                "INSERT INTO state_of VALUES (1, 'ok')",
                "INSERT INTO state_of VALUES (2, 'test')");
        measured(
                        database,
                        MetricsSchema.builder()
                                .payments(p -> p.table("bought")
                                        .join(
                                                "s",
                                                j -> j.table("state_of")
                                                        .key("id")
                                                        .matching("id"))
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .createdAt("at_time")
                                        .status("s.state")
                                        .succeeded("ok")
                                        .ignored("test")))
                .shows("revenue.gross.lifetime{currency=USD}", "10")
                .shows("revenue.arppu.30d{currency=USD}", "UNAVAILABLE");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyPaymentCanHaveOneStatus(Databases database) {
        database.run(
                "DROP TABLE IF EXISTS invoices",
                "CREATE TABLE invoices (who VARCHAR(10), amount DECIMAL(10, 2), at_time TIMESTAMP)",
                "INSERT INTO invoices VALUES ('a', 10.00, " + AT + ")",
                "INSERT INTO invoices VALUES ('', 20.00, " + AT + ")",
                "INSERT INTO invoices VALUES (NULL, 30.00, " + AT + ")");
        measured(
                        database,
                        MetricsSchema.builder()
                                .payments(p -> p.table("invoices")
                                        .userId("who")
                                        .amount("amount")
                                        .fixedCurrency(USD)
                                        .createdAt("at_time")
                                        .fixedStatus(PaymentStatus.SUCCEEDED)))
                .shows("revenue.collected.30d{currency=USD}", "60")
                .shows("revenue.unattributed.30d{currency=USD}", "50/60")
                .shows("revenue.arppu.30d{currency=USD}", "10/1")
                .shows("payments.success.lifetime", "3/3")
                .shows("payments.refund.lifetime", "0/3");
    }
}
