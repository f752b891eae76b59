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

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Why the revenue domain may have no value, and where its values are found. */
class RevenueStatusTest {

    @Test
    void whatIsNotMappedIsUnavailableAndNamesTheMapping() {
        RevenueMetrics metrics = measure(RevenueFacts.builder());
        Set<String> composed = Set.of("revenue.arpu", "revenue.per.account", "revenue.clv");
        Set<String> names = RevenueDefinitions.ALL.stream()
                .filter(definition -> !composed.contains(definition.key()))
                .flatMap(definition -> definition.windows().isEmpty()
                        ? Stream.of(definition.key())
                        : definition.windows().stream().map(w -> definition.key() + "." + w.segments()))
                .collect(Collectors.toSet());

        assertThat(metrics.measurements()).extracting(Measurement::name).containsExactlyInAnyOrderElementsOf(names);
        assertThat(metrics.measurements()).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNAVAILABLE);
            boolean isRecurring = Set.of("revenue.mrr", "revenue.arr").contains(m.name());
            assertThat(m.reason().orElseThrow())
                    .startsWith(isRecurring ? "subscriptions are not mapped; " : "payments are not mapped");
            assertThat(m.tags()).isEmpty();
        });
        assertThat(metrics.lifetimeByCurrency())
                .containsExactly(Map.entry("", Finding.unavailable("payments are not mapped")));
    }

    @Test
    void overAMappedEmptyTableKnownCurrenciesAreZeroAndRatiosHaveNoData() {
        MoneyFacts nothing = new MoneyFacts(
                inEachRange(BigDecimal.ZERO),
                inEachRange(BigDecimal.ZERO),
                inEachRange(0L),
                UnattributedMoney.none(AT),
                0,
                plans("0", "0"),
                plans("0", "0"));
        RevenueMetrics metrics = measure(RevenueFacts.builder()
                .recurringFromPayments(true)
                .payments(Finding.ok(DollarFacts.noPayments(Map.of(USD, nothing)))));
        Map<Boolean, List<Measurement>> byValue = metrics.measurements().stream()
                .collect(Collectors.partitioningBy(m -> m.status().hasValue()));

        assertThat(byValue.get(true))
                .hasSize(29)
                .allSatisfy(m -> assertThat(m.value().orElseThrow()).isZero());
        assertThat(byValue.get(false))
                .allSatisfy(m -> assertThat(m.status()).isEqualTo(Status.NO_DATA))
                .extracting(m -> m.definition().key())
                .containsOnly(
                        "revenue.refund",
                        "revenue.growth",
                        "revenue.arppu",
                        "revenue.unattributed",
                        "orders.value.mean",
                        "payments.success",
                        "payments.refund");
    }

    @Test
    void moneyWithoutAnyCurrencyHasNoData() {
        RevenueMetrics metrics = measure(RevenueFacts.builder()
                .recurringFromPayments(true)
                .payments(Finding.ok(DollarFacts.noPayments(Map.of()))));

        assertThat(metrics.lifetime())
                .extracting(Object::toString)
                .containsExactly("revenue.lifetime NO_DATA (no payment tells a currency)");
        assertThat(metrics.recurring()).extracting(Measurement::status).containsExactly(Status.NO_DATA);
        assertThat(metrics.payments())
                .extracting(m -> m.value().orElseThrow())
                .containsOnly(BigDecimal.ZERO)
                .hasSize(4);
    }

    @Test
    void refundsAloneAreAFactForGrowth() {
        DollarFacts facts = new DollarFacts();
        facts.gross.putAll(inEachRange(BigDecimal.ZERO));
        facts.refunded.putAll(inEachRange(BigDecimal.ZERO));
        facts.refunded.put(AT.range(ROLLING_30D), amount("5"));

        assertThat(facts.measure().growth(ROLLING_30D))
                .extracting(Measurement::status)
                .containsExactly(Status.UNDEFINED);
        assertThat(facts.measure().growth(LAST_MONTH))
                .extracting(Measurement::status)
                .containsExactly(Status.NO_DATA);
    }

    @Test
    void everyAccessorFindsItsMetric() {
        RevenueMetrics metrics = new DollarFacts().measure();

        assertThat(metrics.lifetime())
                .extracting(Measurement::name)
                .containsOnly("revenue.lifetime")
                .hasSize(2);
        assertThat(metrics.collected(LAST_MONTH))
                .extracting(Measurement::name)
                .containsExactly("revenue.collected.last.month");
        assertThat(metrics.gross(ROLLING_30D)).extracting(Measurement::name).containsExactly("revenue.gross.30d");
        assertThat(metrics.refunded(LIFETIME))
                .extracting(Measurement::name)
                .containsExactly("revenue.refunded.lifetime");
        assertThat(metrics.revenueRefund(LIFETIME))
                .extracting(Measurement::name)
                .containsExactly("revenue.refund.lifetime");
        assertThat(metrics.growth(LAST_MONTH))
                .extracting(Measurement::name)
                .containsExactly("revenue.growth.last.month");
        assertThat(metrics.perPayer()).extracting(Measurement::name).containsExactly("revenue.arppu.30d");
        assertThat(metrics.payments())
                .extracting(Measurement::name)
                .containsOnly("payments")
                .hasSize(4);
        assertThat(metrics.paymentSuccess(LIFETIME).name()).isEqualTo("payments.success.lifetime");
        assertThat(metrics.paymentRefund(ROLLING_30D).name()).isEqualTo("payments.refund.30d");
    }

    @Test
    void agedMetricsAreOfTheSameType() {
        RevenueMetrics stale = new DollarFacts().measure().withFindings(finding -> finding.stale("late"));

        assertThat(stale.at()).isEqualTo(AT);
        assertThat(stale.recurring()).extracting(Measurement::status).containsOnly(Status.STALE);
        assertThat(stale.lifetimeByCurrency())
                .containsExactly(Map.entry("USD", Finding.ok(amount("900.00")).stale("late")));
    }

    @Test
    void theRangesOfMoneyAreThoseThatTheMetricsNeed() {
        assertThat(RevenueRanges.bounded(AT))
                .containsExactlyInAnyOrder(
                        AT.range(ROLLING_24H),
                        AT.range(ROLLING_7D),
                        AT.range(ROLLING_30D),
                        AT.before(ROLLING_30D),
                        AT.range(THIS_MONTH),
                        AT.range(LAST_MONTH),
                        AT.range(PREVIOUS_MONTH));
    }

    @Test
    void rangesThatCoincideAreThereOnce() {
        Instant endOfThirtyDays = Instant.parse("2026-05-01T00:00:00Z");

        assertThat(RevenueRanges.bounded(
                        new AsOf(endOfThirtyDays, endOfThirtyDays, BusinessCalendar.of(ZoneOffset.UTC))))
                .doesNotHaveDuplicates()
                .hasSize(6);
    }
}
