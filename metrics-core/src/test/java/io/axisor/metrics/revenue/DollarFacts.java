package io.axisor.metrics.revenue;

import static io.axisor.metrics.time.Window.LAST_MONTH;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.PREVIOUS_MONTH;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.THIS_MONTH;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The facts of dollars, which a test changes before it measures. */
final class DollarFacts {

    static final CurrencyUnit USD = CurrencyUnit.of("USD");
    static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));

    final Map<TimeRange, BigDecimal> gross = inEachRange(BigDecimal.ZERO);
    final Map<TimeRange, BigDecimal> refunded = inEachRange(BigDecimal.ZERO);
    final Map<PaymentStatus, Long> byStatus = new TreeMap<>();
    final Map<Window, PaymentCounts> counts = new HashMap<>();
    final Map<CurrencyUnit, MoneyFacts> otherMoney = new HashMap<>();
    final Map<TimeRange, Long> orders = inEachRange(0L);
    final Map<Window, Map<PaymentStatus, Long>> created = new HashMap<>();
    UnattributedMoney unattributed = UnattributedMoney.none(AT);
    boolean nameUsers = true;
    boolean recurringFromPayments = true;
    long payers = 5;
    Breakdown lifetimeByPlan = plans("700", "200");
    Breakdown monthByPlan = plans("60", "40");
    Finding<SubscriptionFacts> subscriptions = Finding.unavailable("subscriptions are not mapped");

    DollarFacts() {
        gross.put(AT.range(ROLLING_24H), amount("10"));
        gross.put(AT.range(ROLLING_7D), amount("30"));
        gross.put(AT.range(ROLLING_30D), amount("120"));
        gross.put(AT.before(ROLLING_30D), amount("80"));
        gross.put(AT.range(THIS_MONTH), amount("50"));
        gross.put(AT.range(LAST_MONTH), amount("90"));
        gross.put(AT.range(PREVIOUS_MONTH), amount("60"));
        gross.put(AT.range(LIFETIME), amount("1000"));
        refunded.put(AT.range(ROLLING_30D), amount("20"));
        refunded.put(AT.range(LIFETIME), amount("100"));
        orders.put(AT.range(ROLLING_24H), 1L);
        orders.put(AT.range(ROLLING_30D), 6L);
        orders.put(AT.range(LAST_MONTH), 4L);
        created.put(ROLLING_24H, Map.of(PaymentStatus.PENDING, 1L));
        created.put(ROLLING_30D, Map.of(PaymentStatus.PENDING, 1L, PaymentStatus.FAILED, 1L));
        byStatus.put(PaymentStatus.SUCCEEDED, 9L);
        byStatus.put(PaymentStatus.REFUNDED, 1L);
        counts.put(ROLLING_30D, new PaymentCounts(5, 3, 1, 1));
        counts.put(LIFETIME, new PaymentCounts(20, 8, 2, 2));
    }

    /** The same in each range that a source must sum up. */
    static <V> Map<TimeRange, V> inEachRange(V value) {
        Map<TimeRange, V> all = Counted.withZeros(Map.of(), RevenueRanges.bounded(AT), value);
        all.put(AT.range(LIFETIME), value);
        return all;
    }

    /** Payments that come to nothing. */
    static PaymentFacts noPayments(Map<CurrencyUnit, MoneyFacts> money) {
        return new PaymentFacts(
                Map.of(),
                Counted.withZeros(Map.of(), RevenueDefinitions.NEW_PAYMENTS.windows(), Map.of()),
                Counted.withZeros(Map.of(), RevenueDefinitions.SUCCESS.windows(), new PaymentCounts(0, 0, 0, 0)),
                money,
                true);
    }

    DollarFacts gross(TimeRange range, String amount) {
        gross.put(range, amount(amount));
        return this;
    }

    RevenueMetrics measure() {
        Map<CurrencyUnit, MoneyFacts> money = new HashMap<>(otherMoney);
        money.put(USD, new MoneyFacts(gross, refunded, orders, unattributed, payers, lifetimeByPlan, monthByPlan));
        return measure(RevenueFacts.builder()
                .payments(Finding.ok(new PaymentFacts(byStatus, created, counts, money, nameUsers)))
                .subscriptions(subscriptions)
                .recurringFromPayments(recurringFromPayments)
                .issues(new DataIssues(new TreeMap<>(Map.of("payments.amount", 0L)))));
    }

    static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    static Breakdown plans(String free, String pro) {
        return Breakdown.of(List.of("free", "pro")).plusAll(Map.of("free", amount(free), "pro", amount(pro)));
    }

    static RevenueMetrics measure(RevenueFacts.Builder facts) {
        return RevenueMetrics.of(facts.build(), AT, MeasurementRules.DEFAULT);
    }
}
