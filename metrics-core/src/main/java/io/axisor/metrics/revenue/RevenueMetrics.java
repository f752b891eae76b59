package io.axisor.metrics.revenue;

import static io.axisor.metrics.definition.MeasurementRecorder.CURRENCY;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.LeftOutRows;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRecorder;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Money;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The metrics of the revenue domain at one instant, but for those that need the number of users (ARPU, revenue per
 * account, lifetime value), which the front door composes. Immutable.
 */
public final class RevenueMetrics extends DomainMetrics {

    private static final int MONTHS_A_YEAR = 12;
    private static final String NO_SUBSCRIPTIONS =
            "subscriptions are not mapped; where what was collected in 30 days is to count as recurring revenue, let"
                    + " the mapping of payments say that it is recurring from payments";
    private static final String NO_CURRENCY = "no payment tells a currency";

    /** What a payment's currency is needed for. */
    private static final List<MetricDefinition> MONEY = List.of(
            RevenueDefinitions.LIFETIME_REVENUE,
            RevenueDefinitions.COLLECTED,
            RevenueDefinitions.GROSS,
            RevenueDefinitions.REFUNDED,
            RevenueDefinitions.REFUND_BY_AMOUNT,
            RevenueDefinitions.GROWTH,
            RevenueDefinitions.ORDER_VALUE,
            RevenueDefinitions.ARPPU,
            RevenueDefinitions.UNATTRIBUTED);

    private final Map<Window, SortedMap<String, Finding<BigDecimal>>> attributed;

    private RevenueMetrics(
            AsOf at,
            List<Measurement> measurements,
            List<LeftOutRows> leftOut,
            Map<Window, SortedMap<String, Finding<BigDecimal>>> attributed) {
        super(RevenueDefinitions.DOMAIN, at, measurements, leftOut);
        this.attributed = attributed;
    }

    /**
     * Takes the measurements from the facts.
     *
     * @param facts what was counted
     * @param at the instant it was counted for
     * @param rules how intervals, flags and folds are made
     * @return the metrics
     */
    public static RevenueMetrics of(RevenueFacts facts, AsOf at, MeasurementRules rules) {
        MeasurementRecorder recorder = new MeasurementRecorder(at, rules, facts.issues());
        recordMoney(facts.payments(), at, recorder);
        recordRecurring(facts, recorder);
        recordPayments(facts.payments(), at, recorder);
        recorder.issues(facts.issues());
        return new RevenueMetrics(
                at,
                recorder.measurements(),
                facts.issues().leftOut(),
                Map.of(
                        ROLLING_30D, attributed(facts.payments(), at.range(ROLLING_30D)),
                        LIFETIME, attributed(facts.payments(), at.range(LIFETIME))));
    }

    private static void recordMoney(Finding<PaymentFacts> payments, AsOf at, MeasurementRecorder recorder) {
        Finding<Map<CurrencyUnit, MoneyFacts>> byCurrency =
                payments.flatMap(facts -> atLeastOne(facts.money(), NO_CURRENCY));
        if (byCurrency.value().isEmpty()) {
            recordNothing(MONEY, byCurrency, recorder);
            return;
        }
        inOrder(byCurrency.get()).forEach((currency, money) -> {
            recorder.moneyBreakdown(RevenueDefinitions.LIFETIME_REVENUE, null, currency, money.collectedByPlan());
            for (Window window : RevenueDefinitions.COLLECTED.windows()) {
                recorder.money(
                        RevenueDefinitions.COLLECTED, window, new Money(money.collected(at.range(window)), currency));
            }
            for (Window window : RevenueDefinitions.GROSS.windows()) {
                TimeRange range = at.range(window);
                recorder.money(RevenueDefinitions.GROSS, window, new Money(money.gross(range), currency));
                recorder.money(RevenueDefinitions.REFUNDED, window, new Money(money.refunded(range), currency));
                recorder.ratio(
                        RevenueDefinitions.REFUND_BY_AMOUNT,
                        window,
                        tag(currency),
                        RefundRate.ofAmount(money.refunded(range), money.gross(range)));
            }
            for (Window window : RevenueDefinitions.ORDER_VALUE.windows()) {
                TimeRange range = at.range(window);
                recorder.ratio(
                        RevenueDefinitions.ORDER_VALUE,
                        window,
                        tag(currency),
                        MeanOrderValue.of(money.gross(range), money.orders(range)));
            }
            for (Window window : RevenueDefinitions.GROWTH.windows()) {
                recorder.ratio(RevenueDefinitions.GROWTH, window, tag(currency), growth(money, at, window));
            }
            recordPayers(payments.flatMap(RevenueMetrics::withUsers).map(facts -> money), currency, at, recorder);
        });
    }

    private static void recordPayers(
            Finding<MoneyFacts> money, CurrencyUnit currency, AsOf at, MeasurementRecorder recorder) {
        TimeRange month = at.range(ROLLING_30D);
        recorder.ratio(
                RevenueDefinitions.ARPPU,
                ROLLING_30D,
                tag(currency),
                money.flatMap(facts -> AverageRevenue.perPayer(facts.attributed(month), facts.payers())));
        recorder.ratio(
                RevenueDefinitions.UNATTRIBUTED,
                ROLLING_30D,
                tag(currency),
                money.flatMap(facts -> UnattributedShare.of(facts.unattributed().gross(month), facts.gross(month))));
    }

    private static Finding<PaymentFacts> withUsers(PaymentFacts facts) {
        return facts.nameUsers() ? Finding.ok(facts) : Finding.unavailable(PaymentFacts.NO_USERS);
    }

    private static SortedMap<String, Finding<BigDecimal>> attributed(Finding<PaymentFacts> payments, TimeRange range) {
        Finding<Map<CurrencyUnit, MoneyFacts>> byCurrency =
                payments.flatMap(RevenueMetrics::withUsers).flatMap(facts -> atLeastOne(facts.money(), NO_CURRENCY));
        SortedMap<String, Finding<BigDecimal>> attributed = new TreeMap<>();
        byCurrency
                .value()
                .ifPresentOrElse(
                        found -> found.forEach((currency, money) ->
                                attributed.put(currency.code(), Finding.ok(money.attributed(range)))),
                        () -> attributed.put("", byCurrency.map(found -> BigDecimal.ZERO)));
        return Collections.unmodifiableSortedMap(attributed);
    }

    private static Finding<Ratio> growth(MoneyFacts money, AsOf at, Window window) {
        TimeRange range = at.range(window);
        TimeRange before = at.before(window);
        boolean anyFact =
                List.of(money.gross(range), money.refunded(range), money.gross(before), money.refunded(before)).stream()
                        .anyMatch(amount -> amount.signum() != 0);
        return RevenueGrowth.of(money.collected(range), money.collected(before), anyFact);
    }

    private static void recordRecurring(RevenueFacts facts, MeasurementRecorder recorder) {
        boolean isMapped = facts.subscriptions().status() != Status.UNAVAILABLE;
        if (isMapped || !facts.recurringFromPayments()) {
            Finding<SubscriptionFacts> subscriptions = isMapped
                    ? facts.subscriptions().flatMap(RevenueMetrics::withCurrency)
                    : Finding.unavailable(NO_SUBSCRIPTIONS);
            recordRecurring(
                    "subscriptions",
                    subscriptions.map(MonthlyRecurringRevenue::of),
                    subscriptions.map(MonthlyRecurringRevenue::ofAYear),
                    recorder);
        } else {
            Finding<Map<CurrencyUnit, MoneyFacts>> money =
                    facts.payments().flatMap(payments -> atLeastOne(payments.money(), NO_CURRENCY));
            recordRecurring(
                    "payments",
                    money.map(found -> each(found, MoneyFacts::monthByPlan)),
                    money.map(found ->
                            each(found, of -> of.monthByPlan().total().multiply(BigDecimal.valueOf(MONTHS_A_YEAR)))),
                    recorder);
        }
    }

    private static void recordRecurring(
            String variant,
            Finding<Map<CurrencyUnit, Breakdown>> ofAMonth,
            Finding<Map<CurrencyUnit, BigDecimal>> ofAYear,
            MeasurementRecorder recorder) {
        if (ofAMonth.value().isEmpty() || ofAYear.value().isEmpty()) {
            recordNothing(List.of(RevenueDefinitions.MRR, RevenueDefinitions.ARR), ofAMonth, recorder);
            return;
        }
        inOrder(ofAMonth.get())
                .forEach((currency, byPlan) ->
                        recorder.moneyBreakdown(RevenueDefinitions.MRR, variant, currency, byPlan));
        inOrder(ofAYear.get())
                .forEach((currency, amount) ->
                        recorder.money(RevenueDefinitions.ARR, variant, new Money(amount, currency)));
    }

    private static Finding<SubscriptionFacts> withCurrency(SubscriptionFacts facts) {
        return facts.known().isEmpty() && facts.groups().isEmpty()
                ? Finding.noData("no subscription tells a currency")
                : Finding.ok(facts);
    }

    private static <T, R> Map<CurrencyUnit, R> each(Map<CurrencyUnit, T> byCurrency, Function<T, R> derivation) {
        Map<CurrencyUnit, R> derived = new HashMap<>();
        byCurrency.forEach((currency, value) -> derived.put(currency, derivation.apply(value)));
        return derived;
    }

    private static void recordPayments(Finding<PaymentFacts> payments, AsOf at, MeasurementRecorder recorder) {
        for (Window window : RevenueDefinitions.ORDERS.windows()) {
            recorder.number(
                    RevenueDefinitions.ORDERS,
                    window,
                    Map.of(),
                    payments.map(facts -> orders(facts, at.range(window))));
        }
        for (Window window : RevenueDefinitions.NEW_PAYMENTS.windows()) {
            recorder.breakdown(
                    RevenueDefinitions.NEW_PAYMENTS,
                    window,
                    Map.of(),
                    payments.map(facts -> byStatus(Counted.over(facts.created(), window, "PaymentFacts.created"))));
        }
        recorder.breakdown(
                RevenueDefinitions.PAYMENTS, null, Map.of(), payments.map(facts -> byStatus(facts.byStatus())));
        for (Window window : RevenueDefinitions.SUCCESS.windows()) {
            Finding<PaymentCounts> counts =
                    payments.map(facts -> Counted.over(facts.counts(), window, "PaymentFacts.counts"));
            recorder.ratio(RevenueDefinitions.SUCCESS, window, Map.of(), counts.flatMap(PaymentSuccessRate::of));
            recorder.ratio(RevenueDefinitions.REFUND_BY_NUMBER, window, Map.of(), counts.flatMap(RefundRate::ofNumber));
        }
    }

    private static long orders(PaymentFacts facts, TimeRange range) {
        return facts.money().values().stream()
                .mapToLong(money -> money.orders(range))
                .sum();
    }

    private static Breakdown byStatus(Map<PaymentStatus, Long> counts) {
        Map<String, Long> byKey = new TreeMap<>();
        for (PaymentStatus status : EnumSet.complementOf(EnumSet.of(PaymentStatus.IGNORED))) {
            byKey.put(status.key(), counts.getOrDefault(status, 0L));
        }
        return Breakdown.ofCounts(byKey);
    }

    private static <T> Finding<Map<CurrencyUnit, T>> atLeastOne(Map<CurrencyUnit, T> byCurrency, String otherwise) {
        return byCurrency.isEmpty() ? Finding.noData(otherwise) : Finding.ok(byCurrency);
    }

    private static void recordNothing(
            List<MetricDefinition> definitions, Finding<?> why, MeasurementRecorder recorder) {
        for (MetricDefinition definition : definitions) {
            Finding<Integer> nothing = why.map(value -> 0);
            if (definition.windows().isEmpty()) {
                recorder.number(definition, null, Map.of(), nothing);
            }
            definition.windows().forEach(window -> recorder.number(definition, window, Map.of(), nothing));
        }
    }

    private static <T> SortedMap<CurrencyUnit, T> inOrder(Map<CurrencyUnit, T> byCurrency) {
        SortedMap<CurrencyUnit, T> sorted = new TreeMap<>(Comparator.comparing(CurrencyUnit::code));
        sorted.putAll(byCurrency);
        return sorted;
    }

    private static Map<String, String> tag(CurrencyUnit currency) {
        return Map.of(CURRENCY, currency.code());
    }

    @Override
    public RevenueMetrics withFindings(UnaryOperator<Finding<BigDecimal>> change) {
        Map<Window, SortedMap<String, Finding<BigDecimal>>> changed = new EnumMap<>(Window.class);
        attributed.forEach((window, byCurrency) -> {
            SortedMap<String, Finding<BigDecimal>> findings = new TreeMap<>();
            byCurrency.forEach((currency, finding) -> findings.put(currency, change.apply(finding)));
            changed.put(window, Collections.unmodifiableSortedMap(findings));
        });
        return new RevenueMetrics(at(), changed(change), leftOut(), changed);
    }

    /**
     * All that was ever collected, {@code revenue.lifetime}.
     *
     * @return an amount by currency and plan
     */
    public List<Measurement> lifetime() {
        return all(RevenueDefinitions.LIFETIME_REVENUE, null);
    }

    /**
     * All that was ever collected, over all plans.
     *
     * @return the sum of {@link #lifetime()} by currency; under an empty code why there is none
     */
    public SortedMap<String, Finding<BigDecimal>> lifetimeByCurrency() {
        SortedMap<String, Finding<BigDecimal>> sums = new TreeMap<>();
        for (Measurement part : lifetime()) {
            sums.merge(
                    part.tags().getOrDefault(CURRENCY, ""),
                    part.finding(),
                    (left, right) -> left.combine(right, (a, b) -> Finding.ok(a.add(b))));
        }
        return sums;
    }

    /**
     * What was collected from payments with a user: what ARPU and all else that divides by people takes in.
     *
     * @param window 30d or lifetime
     * @return an amount by currency's code; under an empty code why there is none
     * @throws NoSuchElementException for another window
     */
    public SortedMap<String, Finding<BigDecimal>> attributedByCurrency(Window window) {
        SortedMap<String, Finding<BigDecimal>> found = attributed.get(window);
        if (found == null) {
            throw new NoSuchElementException(
                    "attributed revenue is not summed over " + window.key() + "; its windows are 30d and lifetime");
        }
        return found;
    }

    /**
     * What was collected, {@code revenue.collected}.
     *
     * @param window 24h, 7d, 30d, this_month or last_month
     * @return an amount by currency
     */
    public List<Measurement> collected(Window window) {
        return all(RevenueDefinitions.COLLECTED, window);
    }

    /**
     * What was paid, refunded since or not, {@code revenue.gross}.
     *
     * @param window 30d or lifetime
     * @return an amount by currency
     */
    public List<Measurement> gross(Window window) {
        return all(RevenueDefinitions.GROSS, window);
    }

    /**
     * What was given back, {@code revenue.refunded}.
     *
     * @param window 30d or lifetime
     * @return an amount by currency
     */
    public List<Measurement> refunded(Window window) {
        return all(RevenueDefinitions.REFUNDED, window);
    }

    /**
     * Monthly recurring revenue, {@code revenue.mrr}.
     *
     * @return an amount by currency and plan
     */
    public List<Measurement> recurring() {
        return all(RevenueDefinitions.MRR, null);
    }

    /**
     * Annual recurring revenue, {@code revenue.arr}.
     *
     * @return an amount by currency
     */
    public List<Measurement> recurringOfAYear() {
        return all(RevenueDefinitions.ARR, null);
    }

    /**
     * Growth against the equal window before, {@code revenue.growth}.
     *
     * @param window 30d or last_month
     * @return a ratio by currency
     */
    public List<Measurement> growth(Window window) {
        return all(RevenueDefinitions.GROWTH, window);
    }

    /**
     * Revenue per paying account, {@code revenue.arppu}.
     *
     * @return an amount by currency
     */
    public List<Measurement> perPayer() {
        return all(RevenueDefinitions.ARPPU, ROLLING_30D);
    }

    /**
     * The share of what was paid that no account paid, {@code revenue.unattributed}.
     *
     * @return a ratio by currency
     */
    public List<Measurement> unattributed() {
        return all(RevenueDefinitions.UNATTRIBUTED, ROLLING_30D);
    }

    /**
     * Payments that succeeded, {@code orders}.
     *
     * @param window 24h, 30d or last_month
     * @return their number
     */
    public Measurement orders(Window window) {
        return only(RevenueDefinitions.ORDERS, window);
    }

    /**
     * How much an order is worth, {@code orders.value.mean}.
     *
     * @param window 24h, 30d or last_month
     * @return an amount by currency
     */
    public List<Measurement> orderValue(Window window) {
        return all(RevenueDefinitions.ORDER_VALUE, window);
    }

    /**
     * Payments created in a window, {@code payments.new}.
     *
     * @param window 24h or 30d
     * @return a count by status
     */
    public List<Measurement> newPayments(Window window) {
        return all(RevenueDefinitions.NEW_PAYMENTS, window);
    }

    /**
     * Payments, {@code payments}.
     *
     * @return a count by status
     */
    public List<Measurement> payments() {
        return all(RevenueDefinitions.PAYMENTS, null);
    }

    /**
     * The share of payments that succeeded, {@code payments.success}.
     *
     * @param window 30d or lifetime
     * @return the ratio
     */
    public Measurement paymentSuccess(Window window) {
        return only(RevenueDefinitions.SUCCESS, window);
    }

    /**
     * The share of payments that were refunded, {@code payments.refund}.
     *
     * @param window 30d or lifetime
     * @return the ratio
     */
    public Measurement paymentRefund(Window window) {
        return only(RevenueDefinitions.REFUND_BY_NUMBER, window);
    }

    /**
     * The share of revenue that was refunded, {@code revenue.refund}.
     *
     * @param window 30d or lifetime
     * @return a ratio by currency
     */
    public List<Measurement> revenueRefund(Window window) {
        return all(RevenueDefinitions.REFUND_BY_AMOUNT, window);
    }
}
