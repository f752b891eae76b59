package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.source.InMemoryUsers.within;
import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.revenue.MoneyFacts;
import io.axisor.metrics.revenue.PaymentCounts;
import io.axisor.metrics.revenue.PaymentFacts;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.revenue.RefundShape;
import io.axisor.metrics.revenue.RefundStatus;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.revenue.RevenueFacts;
import io.axisor.metrics.revenue.RevenueRanges;
import io.axisor.metrics.revenue.SubscriptionFacts;
import io.axisor.metrics.revenue.SubscriptionGroup;
import io.axisor.metrics.revenue.UnattributedMoney;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.source.row.Refund;
import io.axisor.metrics.source.row.Subscription;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts the revenue domain of one instant. */
final class InMemoryRevenue {

    private static final Set<DataCheck> PAYMENT_CHECKS =
            EnumSet.range(DataCheck.PAYMENTS_AMOUNT, DataCheck.PAYMENTS_CURRENCY);
    private static final Set<DataCheck> REFUND_CHECKS =
            EnumSet.range(DataCheck.REFUNDS_PAYMENT, DataCheck.REFUNDS_FUTURE);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final InMemoryPayments rules;
    private final RevenueFacts.Builder facts = RevenueFacts.builder();
    private final Map<String, @Nullable String> planById = new HashMap<>();

    /** Money that moved: in for a payment, out for a refund. Only what moved before {@code t} is one. */
    private record Flow(
            CurrencyUnit currency,
            @Nullable String plan,
            @Nullable String payer,
            BigDecimal amount,
            Instant at) {}

    InMemoryRevenue(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
        this.rules = new InMemoryPayments(source.refundShape, at);
        if (source.accounts != null) {
            InMemoryAccount.byId(source.accounts).forEach((id, account) -> planById.put(id, account.plan()));
        }
    }

    RevenueFacts facts() {
        if (source.payments != null) {
            countPayments(source.payments);
        }
        if (source.subscriptions != null) {
            countSubscriptions(source.subscriptions);
        }
        return facts.recurringFromPayments(source.recurringFromPayments).build();
    }

    private void countPayments(Collection<Payment> all) {
        if (source.refundShape == RefundShape.OWN_TABLE) {
            UniqueIds.require("payments", "refund", all, Payment::id);
        }
        List<Payment> rows = all.stream()
                .filter(payment -> payment.status() != PaymentStatus.IGNORED)
                .toList();
        CheckedRows<Payment> checked =
                CheckedRows.of(rows, at, PAYMENT_CHECKS, Payment::createdAt, rules::checkWithCurrency);
        facts.issues(checked.issues());
        facts.issues(leftOut(rows));
        List<Payment> payments = checked.clean();
        List<Refund> refunds = source.refundShape == RefundShape.OWN_TABLE ? checkedRefunds(payments, all) : List.of();
        Map<Window, Map<PaymentStatus, Long>> created = new EnumMap<>(Window.class);
        for (Window window : RevenueDefinitions.NEW_PAYMENTS.windows()) {
            created.put(window, byStatus(payments, at.range(window)));
        }
        Map<Window, PaymentCounts> counts = new EnumMap<>(Window.class);
        counts.put(ROLLING_30D, counts(payments, refunds, at.range(ROLLING_30D)));
        counts.put(LIFETIME, counts(payments, refunds, at.range(LIFETIME)));
        facts.payments(Finding.ok(new PaymentFacts(
                byStatus(payments, at.range(LIFETIME)),
                created,
                counts,
                money(payments, refunds),
                !source.paymentsWithoutUsers)));
    }

    private Map<PaymentStatus, Long> byStatus(List<Payment> payments, TimeRange range) {
        Map<PaymentStatus, Long> byStatus = new EnumMap<>(PaymentStatus.class);
        for (Payment payment : payments) {
            if (within(range, payment.createdAt())) {
                byStatus.merge(rules.statusAt(payment), 1L, Long::sum);
            }
        }
        return byStatus;
    }

    private DataIssues leftOut(Collection<Payment> rows) {
        return new InMemoryLeftOut<>(rows, at, Payment::createdAt, rules::checkWithCurrency)
                .byBirth(RowAxis.PAYMENTS_CREATED)
                .by(RowAxis.PAYMENTS_PAID, Payment::paidAt)
                .shares();
    }

    private List<Refund> checkedRefunds(List<Payment> payments, Collection<Payment> all) {
        Set<String> ids = payments.stream().map(Payment::id).collect(Collectors.toSet());
        Set<String> ignored = all.stream()
                .filter(payment -> payment.status() == PaymentStatus.IGNORED)
                .map(Payment::id)
                .collect(Collectors.toSet());
        List<Refund> rows = source.refunds.stream()
                .filter(refund -> refund.status() == null || refund.status() == RefundStatus.SUCCEEDED)
                .filter(refund -> refund.paymentId() == null || !ignored.contains(refund.paymentId()))
                .toList();
        Function<Refund, @Nullable DataCheck> check = refund -> {
            if (refund.paymentId() == null || !ids.contains(refund.paymentId())) {
                return DataCheck.REFUNDS_PAYMENT;
            }
            if (refund.amount() == null || refund.amount().signum() < 0) {
                return DataCheck.REFUNDS_AMOUNT;
            }
            if (refund.status() == null) {
                return DataCheck.REFUNDS_STATUS;
            }
            if (refund.refundedAt() == null) {
                return DataCheck.REFUNDS_AT;
            }
            return isFuture(refund.refundedAt(), at) ? DataCheck.REFUNDS_FUTURE : null;
        };
        CheckedRows<Refund> checked = CheckedRows.of(rows, at, REFUND_CHECKS, Refund::refundedAt, check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, Refund::refundedAt, check)
                .byBirth(RowAxis.REFUNDS)
                .shares());
        return checked.clean();
    }

    private PaymentCounts counts(List<Payment> payments, List<Refund> refunds, TimeRange range) {
        List<Payment> created = payments.stream()
                .filter(payment -> within(range, payment.createdAt()) && !isRefundRow(payment))
                .toList();
        return new PaymentCounts(
                created.size(),
                count(created, payment -> rules.succeededAt(payment) != null),
                count(created, payment -> payment.status() == PaymentStatus.FAILED),
                switch (source.refundShape) {
                    case ON_PAYMENT -> count(payments, payment -> refundedWithin(payment, range));
                    case OWN_ROWS ->
                        count(payments, payment -> isRefundRow(payment) && within(range, payment.paidAt()));
                    case OWN_TABLE ->
                        refunds.stream()
                                .filter(refund -> within(range, refund.refundedAt()))
                                .map(Refund::paymentId)
                                .distinct()
                                .count();
                });
    }

    private static long count(Collection<Payment> payments, Predicate<Payment> which) {
        return payments.stream().filter(which).count();
    }

    private boolean isRefundRow(Payment payment) {
        return source.refundShape == RefundShape.OWN_ROWS && payment.status() == PaymentStatus.REFUNDED;
    }

    private boolean refundedWithin(Payment payment, TimeRange range) {
        Instant date = payment.refundedAt() == null ? payment.createdAt() : payment.refundedAt();
        return rules.statusAt(payment) == PaymentStatus.REFUNDED && within(range, date);
    }

    private Map<CurrencyUnit, MoneyFacts> money(List<Payment> payments, List<Refund> refunds) {
        List<Flow> in = new ArrayList<>();
        List<Flow> out = new ArrayList<>();
        Map<String, List<Refund>> refundsByPayment = refunds.stream()
                .filter(refund -> refund.paymentId() != null)
                .collect(Collectors.groupingBy(refund -> String.valueOf(refund.paymentId())));
        for (Payment payment : payments) {
            Instant succeededAt = rules.succeededAt(payment);
            if (succeededAt != null) {
                addFlow(in, payment, payment.amount(), succeededAt);
            }
            switch (source.refundShape) {
                case ON_PAYMENT -> addRefundOnPayment(out, payment, succeededAt);
                case OWN_ROWS -> {
                    if (isRefundRow(payment) && payment.amount() != null) {
                        addFlow(out, payment, payment.amount().abs(), payment.paidAt());
                    }
                }
                case OWN_TABLE ->
                    refundsByPayment
                            .getOrDefault(payment.id(), List.of())
                            .forEach(refund -> addFlow(out, payment, refund.amount(), refund.refundedAt()));
            }
        }
        Set<CurrencyUnit> currencies = new LinkedHashSet<>(source.currencies);
        in.forEach(flow -> currencies.add(flow.currency()));
        out.forEach(flow -> currencies.add(flow.currency()));
        Map<CurrencyUnit, MoneyFacts> money = new HashMap<>();
        currencies.forEach(currency -> money.put(currency, moneyFacts(of(in, currency), of(out, currency))));
        return money;
    }

    private void addRefundOnPayment(List<Flow> out, Payment payment, @Nullable Instant succeededAt) {
        if (succeededAt == null) {
            return;
        }
        BigDecimal untold = payment.status() == PaymentStatus.REFUNDED ? payment.amount() : null;
        BigDecimal amount = payment.refundedAmount() == null ? untold : payment.refundedAmount();
        addFlow(out, payment, amount, payment.refundedAt() == null ? succeededAt : payment.refundedAt());
    }

    private void addFlow(List<Flow> flows, Payment payment, @Nullable BigDecimal amount, @Nullable Instant date) {
        CurrencyUnit currency = InMemoryPayments.currency(payment.currency());
        if (currency != null && amount != null && date != null && date.isBefore(at.instant())) {
            String payer = source.paymentsWithoutUsers ? null : InMemoryPayments.payer(payment);
            String plan = source.plansOnPayments ? payment.plan() : payer == null ? null : planById.get(payer);
            flows.add(new Flow(currency, plan, payer, amount, date));
        }
    }

    private static List<Flow> of(List<Flow> flows, CurrencyUnit currency) {
        return flows.stream().filter(flow -> flow.currency().equals(currency)).toList();
    }

    private MoneyFacts moneyFacts(List<Flow> in, List<Flow> out) {
        Map<TimeRange, BigDecimal> gross = new HashMap<>();
        Map<TimeRange, BigDecimal> refunded = new HashMap<>();
        List<TimeRange> ranges = new ArrayList<>(RevenueRanges.bounded(at));
        ranges.add(at.range(LIFETIME));
        for (TimeRange range : ranges) {
            gross.put(range, sum(in, range));
            refunded.put(range, sum(out, range));
        }
        TimeRange month = at.range(ROLLING_30D);
        Set<String> payers = new HashSet<>();
        for (Flow flow : in) {
            if (month.contains(flow.at()) && flow.payer() != null) {
                payers.add(flow.payer());
            }
        }
        return new MoneyFacts(
                gross,
                refunded,
                orders(in),
                new UnattributedMoney(ofGuests(in), ofGuests(out)),
                payers.size(),
                netByPlan(in, out, at.range(LIFETIME)),
                netByPlan(in, out, month));
    }

    private Map<TimeRange, Long> orders(List<Flow> in) {
        Map<TimeRange, Long> orders = new HashMap<>();
        for (Window window : RevenueDefinitions.ORDERS.windows()) {
            TimeRange range = at.range(window);
            orders.put(
                    range, in.stream().filter(flow -> range.contains(flow.at())).count());
        }
        return orders;
    }

    private Map<TimeRange, BigDecimal> ofGuests(List<Flow> flows) {
        List<Flow> guests = flows.stream().filter(flow -> flow.payer() == null).toList();
        return Stream.of(at.range(ROLLING_30D), at.range(LIFETIME))
                .collect(Collectors.toMap(range -> range, range -> sum(guests, range)));
    }

    private static BigDecimal sum(List<Flow> flows, TimeRange range) {
        return flows.stream()
                .filter(flow -> range.contains(flow.at()))
                .map(Flow::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Breakdown netByPlan(List<Flow> in, List<Flow> out, TimeRange range) {
        Breakdown plans = Breakdown.of(source.plans.plans());
        return plans.plusAll(byPlan(in, range, Flow::amount))
                .plusAll(byPlan(out, range, flow -> flow.amount().negate()));
    }

    private static Map<String, BigDecimal> byPlan(
            List<Flow> flows, TimeRange range, Function<Flow, BigDecimal> amountOf) {
        return flows.stream()
                .filter(flow -> range.contains(flow.at()))
                .collect(
                        Collectors.toMap(flow -> Breakdown.valueOrUnspecified(flow.plan()), amountOf, BigDecimal::add));
    }

    private void countSubscriptions(Collection<Subscription> rows) {
        InMemorySubscriptions subscriptionRules = new InMemorySubscriptions(at);
        CheckedRows<Subscription> checked = CheckedRows.of(
                rows,
                at,
                InMemorySubscriptions.CHECKS,
                subscription -> CheckedRows.planned(subscription.startedAt(), at),
                subscriptionRules::checkWithCurrency);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(
                        rows,
                        at,
                        subscription -> CheckedRows.planned(subscription.startedAt(), at),
                        subscriptionRules::checkWithCurrency)
                .byBirth(RowAxis.SUBSCRIPTIONS_BEGUN)
                .whileOpen(
                        RowAxis.SUBSCRIPTIONS_OPEN,
                        instant -> subscription -> InMemorySubscriptions.isOpen(subscription, instant))
                .shares());
        Map<SubscriptionGroup, BigDecimal> sums = new HashMap<>();
        for (Subscription subscription : checked.clean()) {
            CurrencyUnit currency = InMemoryPayments.currency(subscription.currency());
            if (subscriptionRules.pays(subscription)
                    && currency != null
                    && subscription.interval() != null
                    && subscription.amount() != null) {
                String plan = source.plansOnSubscriptions ? subscription.plan() : planById.get(subscription.userId());
                SubscriptionGroup empty = new SubscriptionGroup(
                        currency, plan, subscription.interval(), subscription.intervalCount(), BigDecimal.ZERO);
                sums.merge(empty, subscription.amount(), BigDecimal::add);
            }
        }
        List<SubscriptionGroup> groups = new ArrayList<>();
        sums.forEach((group, sum) -> groups.add(
                new SubscriptionGroup(group.currency(), group.plan(), group.interval(), group.intervalCount(), sum)));
        facts.subscriptions(Finding.ok(SubscriptionFacts.of(groups, source.currencies, source.plans)));
    }
}
