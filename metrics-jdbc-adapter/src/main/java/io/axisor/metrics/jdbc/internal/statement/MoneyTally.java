package io.axisor.metrics.jdbc.internal.statement;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.revenue.MoneyFacts;
import io.axisor.metrics.revenue.UnattributedMoney;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what the statements over payments and refunds say, by currency, in major units. Each statement says first which
 * ranges it counts: those are 0 where it finds nothing, and a range that no statement counts stays unknown.
 */
final class MoneyTally {

    private final TimeRange lifetime;
    private final TimeRange month;
    private final List<String> knownPlans;
    private final Map<CurrencyUnit, OneCurrency> currencies = new LinkedHashMap<>();
    private final Set<TimeRange> paidRanges = new HashSet<>();
    private final Set<TimeRange> refundedRanges = new HashSet<>();
    private final Set<TimeRange> orderRanges = new HashSet<>();
    private final Set<TimeRange> guestRanges = new HashSet<>();

    private static final class OneCurrency {
        final Map<TimeRange, BigDecimal> gross = new HashMap<>();
        final Map<TimeRange, BigDecimal> refunded = new HashMap<>();
        final Map<TimeRange, Long> orders = new HashMap<>();
        final Map<TimeRange, BigDecimal> unattributedGross = new HashMap<>();
        final Map<TimeRange, BigDecimal> unattributedRefunded = new HashMap<>();
        final Map<String, BigDecimal> collectedByPlan = new HashMap<>();
        final Map<String, BigDecimal> monthByPlan = new HashMap<>();
        long payers;
    }

    MoneyTally(AsOf at, List<String> knownPlans) {
        this.lifetime = at.range(LIFETIME);
        this.month = at.range(ROLLING_30D);
        this.knownPlans = knownPlans;
    }

    private OneCurrency of(CurrencyUnit currency) {
        return currencies.computeIfAbsent(currency, key -> new OneCurrency());
    }

    /** Says that a statement sums up all that was paid, and what guests paid. */
    void countsPaid() {
        paidRanges.add(lifetime);
        guestRanges.addAll(List.of(month, lifetime));
    }

    /** Says that a statement sums up and counts what was paid in each of some ranges. */
    void countsPaid(Collection<TimeRange> ranges) {
        paidRanges.addAll(ranges);
        orderRanges.addAll(ranges);
    }

    /** Says that a statement sums up all that was given back. */
    void countsRefunded() {
        refundedRanges.add(lifetime);
    }

    /** Says that a statement sums up what was given back in each of some ranges. */
    void countsRefunded(Collection<TimeRange> ranges) {
        refundedRanges.addAll(ranges);
    }

    /** Makes sure that a currency is there, whatever was paid in it. */
    void know(CurrencyUnit currency) {
        of(currency);
    }

    /** What was paid ever, and in the last 30 days, for a plan; null where nothing was. */
    void addGross(CurrencyUnit currency, @Nullable String plan, @Nullable BigDecimal ever, @Nullable BigDecimal month) {
        add(of(currency).gross, lifetime, ever);
        addByPlan(currency, plan, ever, month);
    }

    /** What was given back ever, and in the last 30 days, for a plan; null where nothing was. */
    void addRefunded(
            CurrencyUnit currency, @Nullable String plan, @Nullable BigDecimal ever, @Nullable BigDecimal month) {
        if (ever == null) {
            return; // a refund to come makes no currency known
        }
        add(of(currency).refunded, lifetime, ever);
        addByPlan(currency, plan, ever.negate(), month == null ? null : month.negate());
    }

    private void addByPlan(
            CurrencyUnit currency, @Nullable String plan, @Nullable BigDecimal ever, @Nullable BigDecimal month) {
        String value = Breakdown.valueOrUnspecified(plan);
        add(of(currency).collectedByPlan, value, ever);
        add(of(currency).monthByPlan, value, month);
    }

    /** What guests paid ever, and in the last 30 days; null where nothing was. */
    void addUnattributedGross(CurrencyUnit currency, @Nullable BigDecimal ever, @Nullable BigDecimal ofMonth) {
        add(of(currency).unattributedGross, lifetime, ever);
        add(of(currency).unattributedGross, month, ofMonth);
    }

    /** What was given back to guests ever, and in the last 30 days; null where nothing was. */
    void addUnattributedRefunded(CurrencyUnit currency, @Nullable BigDecimal ever, @Nullable BigDecimal ofMonth) {
        if (ever == null) {
            return;
        }
        add(of(currency).unattributedRefunded, lifetime, ever);
        add(of(currency).unattributedRefunded, month, ofMonth);
    }

    /** What was paid in one bucket, which each range that holds it gets; null where nothing was. */
    void addGross(CurrencyUnit currency, Collection<TimeRange> ranges, @Nullable BigDecimal amount) {
        ranges.forEach(range -> add(of(currency).gross, range, amount));
    }

    /** What was given back in one bucket, which each range that holds it gets; null where nothing was. */
    void addRefunded(CurrencyUnit currency, Collection<TimeRange> ranges, @Nullable BigDecimal amount) {
        ranges.forEach(range -> add(of(currency).refunded, range, amount));
    }

    private static <K> void add(Map<K, BigDecimal> sums, K key, @Nullable BigDecimal amount) {
        if (amount != null) {
            sums.merge(key, amount, BigDecimal::add);
        }
    }

    /** How many payments succeeded in one bucket, which each range that holds it gets. */
    void addOrders(CurrencyUnit currency, Collection<TimeRange> ranges, long orders) {
        ranges.forEach(range -> of(currency).orders.merge(range, orders, Long::sum));
    }

    /** Distinct accounts that paid in the last 30 days. */
    void addPayers(CurrencyUnit currency, long payers) {
        of(currency).payers += payers;
    }

    Map<CurrencyUnit, MoneyFacts> facts() {
        Map<CurrencyUnit, MoneyFacts> facts = new LinkedHashMap<>();
        currencies.forEach((currency, one) -> facts.put(
                currency,
                new MoneyFacts(
                        Counted.withZeros(one.gross, paidRanges, BigDecimal.ZERO),
                        Counted.withZeros(one.refunded, refundedRanges, BigDecimal.ZERO),
                        Counted.withZeros(one.orders, orderRanges, 0L),
                        new UnattributedMoney(
                                Counted.withZeros(one.unattributedGross, guestRanges, BigDecimal.ZERO),
                                Counted.withZeros(one.unattributedRefunded, guestRanges, BigDecimal.ZERO)),
                        one.payers,
                        Breakdown.of(knownPlans).plusAll(one.collectedByPlan),
                        Breakdown.of(knownPlans).plusAll(one.monthByPlan))));
        return facts;
    }
}
