package io.axisor.metrics.jdbc;

import io.axisor.metrics.contract.Measured;
import io.axisor.metrics.contract.SourceUnderTest;
import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.value.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Sums beyond 64 bits, which are an error to SQLite, are exact in every domain. */
class SqliteSumsIT {

    private static final CurrencyUnit USD = CurrencyUnit.of("USD");
    private static final String AMOUNT = "9000000000000000001";
    private static final String SUM = "90000000000000000010";

    /** Ten rows. */
    private static void write(String table, String columns, String row) {
        Engines.SQLITE.drop(table);
        Engines.SQLITE.run("CREATE TABLE " + table + " (" + columns + ")");
        for (int i = 0; i < 10; i++) {
            Engines.SQLITE.run("INSERT INTO " + table + " VALUES (" + row + ")");
        }
    }

    private static Measured measured(MetricsSchema.Builder schema) {
        return Measured.of(JdbcMetricsDataSource.of(Engines.SQLITE.dataSource(), schema.build()), SourceUnderTest.NOW);
    }

    @Test
    void paymentsAndSubscriptions() {
        write("big_payments", "amount INTEGER, made DATE", AMOUNT + ", '2026-04-10'");

        measured(MetricsSchema.builder()
                        .payments(p -> p.table("big_payments")
                                .amount("amount")
                                .refundedAmount("amount")
                                .fixedCurrency(USD)
                                .fixedStatus(PaymentStatus.SUCCEEDED)
                                .createdAt("made"))
                        .subscriptions(s -> s.table("big_payments")
                                .userId("amount")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedInterval(BillingInterval.MONTH)
                                .startedAt("made")))
                .shows("revenue.gross.lifetime{currency=USD}", SUM)
                .shows("revenue.gross.30d{currency=USD}", SUM)
                .shows("revenue.refunded.lifetime{currency=USD}", SUM)
                .shows("revenue.mrr{currency=USD, plan=unspecified}", SUM);
    }

    @Test
    void refundsWithATableOfTheirOwn() {
        write(
                "big_payments",
                "nr INTEGER PRIMARY KEY, amount INTEGER, made DATE",
                "NULL, " + AMOUNT + ", '2026-04-10'");

        measured(MetricsSchema.builder()
                        .payments(p -> p.table("big_payments")
                                .id("nr")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .fixedStatus(PaymentStatus.SUCCEEDED)
                                .createdAt("made"))
                        .refunds(r -> r.table("big_payments")
                                .paymentId("nr")
                                .amount("amount")
                                .refundedAt("made")))
                .shows("revenue.refunded.lifetime{currency=USD}", SUM)
                .shows("revenue.refunded.30d{currency=USD}", SUM)
                .shows("revenue.collected.30d{currency=USD}", "0");
    }

    @Test
    void tradesAndMarkets() {
        write("big_trades", "amount INTEGER, coin TEXT, state TEXT, made DATE", AMOUNT + ", 'BTC', 'ok', '2026-04-10'");

        measured(MetricsSchema.builder()
                        .trades(t -> t.table("big_trades")
                                .amount("amount")
                                .fixedCurrency(USD)
                                .pnl("amount")
                                .status("state")
                                .succeeded("ok")
                                .executedAt("made"))
                        .marketLog(m -> m.table("big_trades")
                                .market("coin")
                                .amount("amount")
                                .executedAt("made")))
                .shows("trades.volume.lifetime{currency=USD}", SUM)
                .shows("trades.expectancy.90d{currency=USD}", SUM + "/10")
                .shows("market.volume.30d{market=BTC}", SUM);
    }

    /** Of a whole number and a fraction, in one column. */
    @Test
    void fractionsAmongWholeNumbers() {
        write("big_trades", "amount INTEGER, coin TEXT, made DATE", "0.5, 'BTC', '2026-04-10'");
        Engines.SQLITE.run("INSERT INTO big_trades VALUES (" + AMOUNT + ", 'BTC', '2026-04-10')");

        measured(MetricsSchema.builder()
                        .marketLog(m -> m.table("big_trades")
                                .market("coin")
                                .amount("amount")
                                .executedAt("made")))
                .shows("market.volume.30d{market=BTC}", "9000000000000000006");
    }

    @Test
    void durations() {
        write("big_runs", "bot INTEGER, took INTEGER, state TEXT, made DATE", "1, 999999999999, 'ok', '2026-04-10'");

        measured(MetricsSchema.builder()
                        .executions(e -> e.table("big_runs")
                                .automationId("bot")
                                .durationInSeconds("took")
                                .status("state")
                                .succeeded("ok")
                                .startedAt("made")))
                .shows("automations.duration.30d.mean", "999999999999");
    }
}
