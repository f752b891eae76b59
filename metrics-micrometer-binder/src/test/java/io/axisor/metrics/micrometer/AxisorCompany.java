package io.axisor.metrics.micrometer;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Trade;
import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Outcome;
import io.axisor.metrics.value.PlanCatalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/** A company of four accounts, small enough to work out every number of the Axisor dashboards by hand. */
final class AxisorCompany {

    /** A Wednesday. */
    static final Instant NOW = Instant.parse("2026-04-15T12:00:00Z");

    private static final Instant TODAY_AT_NINE = Instant.parse("2026-04-15T09:00:00Z");

    final List<Payment> payments = new ArrayList<>(List.of(
            payment("1", "ann", 1000, "SAT", PaymentStatus.SUCCEEDED, 5),
            payment("2", "ann", 500, "SAT", PaymentStatus.SUCCEEDED, 40),
            payment("3", "bob", 300, "SAT", PaymentStatus.FAILED, 3),
            payment("4", "bob", 200, "SAT", PaymentStatus.REFUNDED, 2)));

    final List<Trade> trades = new ArrayList<>(List.of(
            trade(3, Outcome.SUCCEEDED, "100", "tp_sl", "10"),
            trade(2, Outcome.SUCCEEDED, "50", null, "-4"),
            trade(1, Outcome.SUCCEEDED, "30", null, "2"),
            trade(1, Outcome.FAILED, null, null, null)));

    /** What the clock of the metrics shows. */
    final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    static Payment payment(String id, String user, int amount, String currency, PaymentStatus status, int daysAgo) {
        return Payment.of(id, user, BigDecimal.valueOf(amount), currency, status, daysAgo(daysAgo));
    }

    private static Trade trade(int daysAgo, Outcome outcome, String amount, String automation, String pnl) {
        return new Trade(
                daysAgo(daysAgo),
                outcome,
                amount == null ? null : new BigDecimal(amount),
                "SAT",
                automation,
                pnl == null ? null : new BigDecimal(pnl),
                "BTC/USD",
                null);
    }

    private static List<Account> accounts() {
        return List.of(
                Account.of("ann", daysAgo(100)).onPlan("pro").lastActive(NOW.minusSeconds(3600)),
                Account.of("bob", daysAgo(45)).onPlan("free").lastActive(daysAgo(2)),
                Account.of("cyd", daysAgo(45)).onPlan("free").lastActive(daysAgo(40)),
                Account.of("dan", TODAY_AT_NINE).onPlan("free"));
    }

    private static List<Automation> automations() {
        return List.of(
                new Automation("a1", "ann", "margin_guard", true, daysAgo(50)),
                new Automation("a2", "ann", "tp_sl", true, daysAgo(50)),
                new Automation("a3", "bob", "tp_sl", false, daysAgo(20)));
    }

    private static Execution execution(String automation, Outcome outcome, Instant at, int seconds) {
        return new Execution(automation, outcome, at, at.plusSeconds(seconds));
    }

    /** What the business has mapped, to which a test may add. */
    InMemoryMetricsDataSource.Builder source() {
        return InMemoryMetricsDataSource.builder()
                .plans(PlanCatalogue.of("free", "pro"))
                .currencies(CurrencyUnit.of("SAT"))
                .automationTypes(AutomationCatalogue.DEFAULT.withKnown("margin_guard", "tp_sl"))
                .accounts(accounts())
                .lastActivityOnAccounts()
                .payments(payments)
                .recurringFromPayments()
                .automations(automations())
                .executions(List.of(
                        execution("a1", Outcome.SUCCEEDED, TODAY_AT_NINE, 2),
                        execution("a2", Outcome.FAILED, TODAY_AT_NINE, 4),
                        execution("a1", Outcome.SUCCEEDED, daysAgo(10), 3)))
                .trades(trades);
    }

    MetricsRefresher refresher(InMemoryMetricsDataSource source) {
        return MetricsRefresher.builder(BusinessMetrics.builder(source, ZoneOffset.UTC)
                        .clock(clock::get)
                        .httpRequests(at -> Map.of(
                                Window.ROLLING_24H,
                                Finding.ok(new HttpRequestFacts(
                                        1000,
                                        Finding.ok(5L),
                                        BigDecimal.valueOf(150),
                                        Finding.ok(BigDecimal.ONE),
                                        Finding.unavailable("no histogram is mapped")))))
                        .build())
                .build();
    }
}
