package io.axisor.metrics.revenue;

import static io.axisor.metrics.revenue.DollarFacts.AT;
import static io.axisor.metrics.revenue.DollarFacts.USD;
import static io.axisor.metrics.revenue.DollarFacts.amount;
import static io.axisor.metrics.revenue.DollarFacts.inEachRange;
import static io.axisor.metrics.revenue.DollarFacts.measure;
import static io.axisor.metrics.revenue.DollarFacts.plans;
import static io.axisor.metrics.time.Window.LAST_MONTH;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.PREVIOUS_MONTH;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.THIS_MONTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the revenue domain measures from given facts. */
class RevenueMetricsTest {

    private static final CurrencyUnit JPY = CurrencyUnit.of("JPY");

    private static Map<String, String> shown(RevenueMetrics metrics) {
        Map<String, String> byName = new TreeMap<>();
        for (Measurement m : metrics.measurements()) {
            String tags = m.tags().isEmpty() ? "" : m.tags().values().toString();
            assertThat(byName.put(m.name() + tags, m.finding().toString()))
                    .as("measured twice: %s", m)
                    .isNull();
        }
        return byName;
    }

    private static Finding<SubscriptionFacts> subscriptions(SubscriptionGroup... groups) {
        return Finding.ok(new SubscriptionFacts(List.of(groups), Map.of(USD, plans("0", "0"))));
    }

    @Test
    void everyMetricIsMeasuredFromItsFacts() {
        assertThat(shown(new DollarFacts().measure()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("revenue.lifetime[USD, free]", "OK 700.00"),
                        Map.entry("revenue.lifetime[USD, pro]", "OK 200.00"),
                        Map.entry("revenue.collected.24h[USD]", "OK 10.00"),
                        Map.entry("revenue.collected.7d[USD]", "OK 30.00"),
                        Map.entry("revenue.collected.30d[USD]", "OK 100.00"),
                        Map.entry("revenue.collected.this.month[USD]", "OK 50.00"),
                        Map.entry("revenue.collected.last.month[USD]", "OK 90.00"),
                        Map.entry("revenue.gross.30d[USD]", "OK 120.00"),
                        Map.entry("revenue.gross.lifetime[USD]", "OK 1000.00"),
                        Map.entry("revenue.refunded.30d[USD]", "OK 20.00"),
                        Map.entry("revenue.refunded.lifetime[USD]", "OK 100.00"),
                        Map.entry("revenue.refund.30d[USD]", "OK 0.1666666666666667"),
                        Map.entry("revenue.refund.lifetime[USD]", "OK 0.1"),
                        Map.entry("revenue.growth.30d[USD]", "OK 0.25"),
                        Map.entry("revenue.growth.last.month[USD]", "OK 0.5"),
                        Map.entry("revenue.arppu.30d[USD]", "OK 20"),
                        Map.entry("revenue.unattributed.30d[USD]", "OK 0"),
                        Map.entry("revenue.mrr[USD, free]", "OK 60.00"),
                        Map.entry("revenue.mrr[USD, pro]", "OK 40.00"),
                        Map.entry("revenue.arr[USD]", "OK 1200.00"),
                        Map.entry("orders.24h", "OK 1"),
                        Map.entry("orders.30d", "OK 6"),
                        Map.entry("orders.last.month", "OK 4"),
                        Map.entry("orders.value.mean.24h[USD]", "OK 10"),
                        Map.entry("orders.value.mean.30d[USD]", "OK 20"),
                        Map.entry("orders.value.mean.last.month[USD]", "OK 22.5"),
                        Map.entry("payments.new.24h[succeeded]", "OK 0"),
                        Map.entry("payments.new.24h[refunded]", "OK 0"),
                        Map.entry("payments.new.24h[failed]", "OK 0"),
                        Map.entry("payments.new.24h[pending]", "OK 1"),
                        Map.entry("payments.new.30d[succeeded]", "OK 0"),
                        Map.entry("payments.new.30d[refunded]", "OK 0"),
                        Map.entry("payments.new.30d[failed]", "OK 1"),
                        Map.entry("payments.new.30d[pending]", "OK 1"),
                        Map.entry("payments[succeeded]", "OK 9"),
                        Map.entry("payments[refunded]", "OK 1"),
                        Map.entry("payments[failed]", "OK 0"),
                        Map.entry("payments[pending]", "OK 0"),
                        Map.entry("payments.success.30d", "OK 0.75"),
                        Map.entry("payments.success.lifetime", "OK 0.8"),
                        Map.entry("payments.refund.30d", "OK 0.3333333333333333"),
                        Map.entry("payments.refund.lifetime", "OK 0.25"),
                        Map.entry("data.issues[payments.amount]", "OK 0")));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        f -> f.gross(AT.range(ROLLING_24H), "11"),
                        "revenue.collected.24h[USD]",
                        "orders.value.mean.24h[USD]"),
                change(f -> f.gross(AT.range(ROLLING_7D), "31"), "revenue.collected.7d[USD]"),
                change(
                        f -> f.gross(AT.range(ROLLING_30D), "121"),
                        "orders.value.mean.30d[USD]",
                        "revenue.collected.30d[USD]",
                        "revenue.gross.30d[USD]",
                        "revenue.refund.30d[USD]",
                        "revenue.growth.30d[USD]",
                        "revenue.arppu.30d[USD]"),
                change(f -> f.gross(AT.before(ROLLING_30D), "81"), "revenue.growth.30d[USD]"),
                change(f -> f.gross(AT.range(THIS_MONTH), "51"), "revenue.collected.this.month[USD]"),
                change(
                        f -> f.gross(AT.range(LAST_MONTH), "91"),
                        "orders.value.mean.last.month[USD]",
                        "revenue.collected.last.month[USD]",
                        "revenue.growth.last.month[USD]"),
                change(f -> f.gross(AT.range(PREVIOUS_MONTH), "61"), "revenue.growth.last.month[USD]"),
                change(
                        f -> f.gross(AT.range(LIFETIME), "1001"),
                        "revenue.gross.lifetime[USD]",
                        "revenue.refund.lifetime[USD]"),
                change(
                        f -> f.refunded.put(AT.range(LIFETIME), amount("101")),
                        "revenue.refunded.lifetime[USD]",
                        "revenue.refund.lifetime[USD]"),
                change(f -> f.refunded.put(AT.range(ROLLING_24H), amount("1")), "revenue.collected.24h[USD]"),
                change(f -> f.payers = 6, "revenue.arppu.30d[USD]"),
                change(f -> f.orders.put(AT.range(ROLLING_24H), 2L), "orders.24h", "orders.value.mean.24h[USD]"),
                change(f -> f.created.put(ROLLING_24H, Map.of()), "payments.new.24h[pending]"),
                change(f -> f.lifetimeByPlan = plans("701", "200"), "revenue.lifetime[USD, free]"),
                change(f -> f.monthByPlan = plans("60", "41"), "revenue.mrr[USD, pro]", "revenue.arr[USD]"),
                change(f -> f.byStatus.put(PaymentStatus.FAILED, 1L), "payments[failed]"),
                change(f -> f.byStatus.put(PaymentStatus.PENDING, 1L), "payments[pending]"),
                change(f -> f.counts.put(ROLLING_30D, new PaymentCounts(5, 3, 2, 1)), "payments.success.30d"),
                change(f -> f.counts.put(ROLLING_30D, new PaymentCounts(5, 3, 1, 2)), "payments.refund.30d"),
                change(f -> f.counts.put(LIFETIME, new PaymentCounts(20, 8, 3, 2)), "payments.success.lifetime"),
                change(f -> f.counts.put(LIFETIME, new PaymentCounts(20, 8, 2, 3)), "payments.refund.lifetime"),
                change(
                        f -> f.subscriptions = subscriptions(
                                new SubscriptionGroup(USD, "pro", BillingInterval.MONTH, 1, amount("40"))),
                        "revenue.mrr[USD, free]",
                        "revenue.arr[USD]"));
    }

    private interface Change {
        void apply(DollarFacts facts);
    }

    private static Arguments change(Change change, String... moved) {
        return arguments(change, Set.of(moved));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void exactlyTheMetricsOfAFactMoveWhenItMoves(Change change, Set<String> moved) {
        DollarFacts facts = new DollarFacts();
        Map<String, String> before = shown(facts.measure());
        change.apply(facts);
        Map<String, String> after = shown(facts.measure());

        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(name -> before.get(name).equals(after.get(name)));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).isEqualTo(new TreeSet<>(moved));
    }

    @Test
    void unlikeCurrenciesAreNeverMixed() {
        DollarFacts facts = new DollarFacts();
        Map<String, String> dollars = shown(facts.measure());
        Map<TimeRange, BigDecimal> gross = inEachRange(BigDecimal.ZERO);
        gross.put(AT.range(ROLLING_30D), amount("5000"));
        gross.put(AT.range(LIFETIME), amount("9000"));
        facts.otherMoney.put(
                JPY,
                new MoneyFacts(
                        gross,
                        inEachRange(BigDecimal.ZERO),
                        inEachRange(0L),
                        UnattributedMoney.none(AT),
                        2,
                        plans("0", "9000"),
                        plans("0", "5000")));
        RevenueMetrics both = facts.measure();

        assertThat(shown(both)).containsAllEntriesOf(dollars);
        assertThat(both.collected(ROLLING_30D))
                .extracting(Object::toString)
                .containsExactly(
                        "revenue.collected.30d{currency=JPY} OK 5000", "revenue.collected.30d{currency=USD} OK 100.00");
        assertThat(both.perPayer())
                .extracting(m -> m.value().orElseThrow())
                .containsExactly(amount("2500"), amount("20"));
        assertThat(both.lifetimeByCurrency())
                .containsExactly(
                        Map.entry("JPY", Finding.ok(amount("9000"))), Map.entry("USD", Finding.ok(amount("900.00"))));
    }

    @Test
    void recurringRevenueIsThatOfSubscriptionsWhereMappedAndSaysSo() {
        DollarFacts facts = new DollarFacts();
        facts.subscriptions = subscriptions(new SubscriptionGroup(USD, "pro", BillingInterval.WEEK, 1, amount("100")));

        assertThat(facts.measure().recurring())
                .extracting(Object::toString)
                .containsExactly(
                        "revenue.mrr{currency=USD, plan=free} OK 0.00",
                        "revenue.mrr{currency=USD, plan=pro} OK 433.33");
        assertThat(facts.measure().recurring())
                .extracting(Measurement::definitionId)
                .containsOnly("revenue.mrr/subscriptions");
    }

    @Test
    void withoutSubscriptionsAndWithoutBeingAskedForThereIsNoRecurringRevenue() {
        DollarFacts facts = new DollarFacts();
        facts.recurringFromPayments = false;

        assertThat(facts.measure().recurring())
                .singleElement()
                .satisfies(m -> assertThat(m.status()).isEqualTo(Status.UNAVAILABLE))
                .satisfies(m -> assertThat(m.reason())
                        .get()
                        .asString()
                        .contains("subscriptions are not mapped")
                        .contains("recurring from payments"));
        assertThat(facts.measure().recurringOfAYear())
                .extracting(Measurement::status)
                .containsExactly(Status.UNAVAILABLE);
    }

    @Test
    void aYearOfRecurringRevenueIsRoundedOnce() {
        DollarFacts facts = new DollarFacts();
        facts.subscriptions = subscriptions(new SubscriptionGroup(USD, "pro", BillingInterval.YEAR, 1, amount("100")));

        assertThat(facts.measure().recurringOfAYear())
                .extracting(Object::toString)
                .containsExactly("revenue.arr{currency=USD} OK 100.00");
        assertThat(facts.measure().recurringOfAYear())
                .extracting(Measurement::definitionId)
                .containsExactly("revenue.arr/subscriptions");
    }

    @Test
    void recurringRevenueIsCollectedIn30DaysWhereTheHostAsksForItAndSaysSo() {
        assertThat(new DollarFacts().measure().recurring())
                .extracting(Measurement::definitionId)
                .containsOnly("revenue.mrr/payments");
    }

    @Test
    void recurringRevenueNeedsNoPayments() {
        RevenueMetrics metrics = measure(RevenueFacts.builder().subscriptions(subscriptions()));

        assertThat(metrics.recurring()).extracting(Measurement::status).containsExactly(Status.OK, Status.OK);
        assertThat(metrics.gross(LIFETIME)).extracting(Measurement::status).containsExactly(Status.UNAVAILABLE);
    }
}
