package io.axisor.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.revenue.PaymentStatus;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ActivityEvent;
import io.axisor.metrics.source.row.Payment;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.CurrencyUnit;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * ARPU, revenue per account and lifetime value, composed of users and revenue. Four accounts, all active a month ago and
 * one of them no longer; 100 dollars and 3000 yen collected within 30 days, 60 dollars before.
 */
class CustomerValueMetricsTest {

    private static final Instant NOW = Instant.parse("2026-03-15T12:00:00Z");

    private final List<Account> accounts = new ArrayList<>();
    private final List<ActivityEvent> activity = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    CustomerValueMetricsTest() {
        for (String id : List.of("a", "b", "c", "d")) {
            accounts.add(Account.of(id, NOW.minus(Duration.ofDays(100))));
            activity.add(new ActivityEvent(id, NOW.minus(Duration.ofDays(40))));
            if (!id.equals("d")) {
                activity.add(new ActivityEvent(id, NOW.minus(Duration.ofDays(10))));
            }
        }
        payments.add(payment("1", "100", "USD", 5));
        payments.add(payment("2", "60", "USD", 50));
        payments.add(payment("3", "3000", "JPY", 5));
    }

    private static Payment payment(String id, String amount, String currency, int daysAgo) {
        return Payment.of(
                id,
                "a",
                new BigDecimal(amount),
                currency,
                PaymentStatus.SUCCEEDED,
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    private BusinessMetrics.Builder metrics() {
        return BusinessMetrics.builder(
                        InMemoryMetricsDataSource.builder()
                                .accounts(accounts)
                                .activity(activity)
                                .payments(payments)
                                .build(),
                        ZoneOffset.UTC)
                .clock(() -> NOW);
    }

    private static List<String> shown(List<Measurement> measurements) {
        return measurements.stream()
                .map(m -> m.name() + " " + m.unit() + " "
                        + m.value().orElseThrow().stripTrailingZeros().toPlainString())
                .toList();
    }

    @Test
    void revenuePerUserIsCollectedByAccountsForEachCurrency() {
        CustomerValueMetrics value = metrics().build().now().customerValue();

        assertThat(shown(value.revenuePerUser()))
                .containsExactly("revenue.arpu.30d JPY 750", "revenue.arpu.30d USD 25");
        assertThat(shown(value.revenuePerAccount()))
                .containsExactly("revenue.per.account.lifetime JPY 750", "revenue.per.account.lifetime USD 40");
        assertThat(value.revenuePerUser().get(1).ratio()).hasValueSatisfying(ratio -> {
            assertThat(ratio.numerator()).isEqualByComparingTo("100");
            assertThat(ratio.denominator()).isEqualByComparingTo("4");
        });
        assertThat(value.revenuePerUser().get(1).unit()).isEqualTo("USD");
    }

    @Test
    void lifetimeValueIsRevenuePerUserOverChurn() {
        MetricsSnapshot snapshot = metrics().build().now();

        assertThat(snapshot.users().churn().value()).contains(new BigDecimal("0.25"));
        assertThat(shown(snapshot.customerValue().lifetimeValue()))
                .containsExactly("revenue.clv JPY 3000", "revenue.clv USD 100");
    }

    @Test
    void lifetimeValueCountsTheGrossMargin() {
        assertThat(metrics()
                        .grossMargin(new BigDecimal("0.8"))
                        .build()
                        .now()
                        .customerValue()
                        .lifetimeValue())
                .extracting(m -> m.value().orElseThrow().intValueExact())
                .containsExactly(2400, 80);
    }

    @Test
    void lifetimeValueReachesTheLongestLifetimeWhenNobodyLeaves() {
        activity.add(new ActivityEvent("d", NOW.minus(Duration.ofDays(1))));

        assertThat(metrics().build().now().users().churn().value().orElseThrow())
                .isZero();
        assertThat(metrics().build().now().customerValue().lifetimeValue())
                .extracting(m -> m.value().orElseThrow().intValueExact())
                .containsExactly(45_000, 1_500);
        assertThat(metrics()
                        .longestLifetimeInMonths(12)
                        .build()
                        .now()
                        .customerValue()
                        .lifetimeValue())
                .extracting(m -> m.value().orElseThrow().intValueExact())
                .containsExactly(9_000, 300);
    }

    @Test
    void lifetimeValueIsUndefinedLikeChurnWhenNobodyWasActive() {
        activity.clear();

        assertThat(metrics().build().now().customerValue().lifetimeValue()).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNDEFINED);
            assertThat(m.reason().orElseThrow()).contains("nobody was active");
        });
        assertThat(metrics().build().now().customerValue().revenuePerUser())
                .extracting(Measurement::status)
                .containsOnly(Status.OK);
    }

    @Test
    void withoutAccountsRevenuePerUserIsUndefined() {
        accounts.clear();

        assertThat(metrics().build().now().customerValue().measurements())
                .hasSize(6)
                .allSatisfy(m -> {
                    assertThat(m.status()).isEqualTo(Status.UNDEFINED);
                    assertThat(m.reason().orElseThrow()).contains("no account at t");
                });
    }

    @Test
    void usersThatAreNotMappedMakeItUnavailable() {
        MetricsSnapshot snapshot = BusinessMetrics.of(
                        InMemoryMetricsDataSource.builder().payments(payments).build(), ZoneOffset.UTC)
                .asOf(NOW);

        assertThat(snapshot.customerValue().measurements()).hasSize(6).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNAVAILABLE);
            assertThat(m.reason()).contains("users are not mapped");
        });
    }

    @Test
    void paymentsThatAreNotMappedMakeItUnavailableWithoutTags() {
        MetricsSnapshot snapshot = BusinessMetrics.of(
                        InMemoryMetricsDataSource.builder().accounts(accounts).build(), ZoneOffset.UTC)
                .asOf(NOW);

        assertThat(snapshot.customerValue().measurements()).hasSize(3).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNAVAILABLE);
            assertThat(m.reason()).contains("payments are not mapped");
            assertThat(m.tags()).isEmpty();
        });
    }

    @Test
    void aKnownCurrencyNobodyPaidInIsZero() {
        MetricsSnapshot snapshot = BusinessMetrics.of(
                        InMemoryMetricsDataSource.builder()
                                .accounts(accounts)
                                .payments(List.of())
                                .currencies(CurrencyUnit.of("USD"))
                                .build(),
                        ZoneOffset.UTC)
                .asOf(NOW);

        assertThat(snapshot.customerValue().revenuePerUser())
                .extracting(m -> m.value().orElseThrow().signum())
                .containsExactly(0);
    }

    @Test
    void itIsAsOfTheOlderOfBothDomains() {
        BusinessMetrics metrics = metrics().build();
        Instant earlier = NOW.minus(Duration.ofMinutes(1));

        assertThat(metrics.snapshotOf(List.of(metrics.measure("users", earlier), metrics.measure("revenue", NOW)))
                        .customerValue()
                        .at()
                        .instant())
                .isEqualTo(earlier);
        assertThat(metrics.snapshotOf(List.of(metrics.measure("users", NOW), metrics.measure("revenue", earlier)))
                        .customerValue()
                        .at()
                        .instant())
                .isEqualTo(earlier);
    }

    @Test
    void itIsStaleWhenEitherDomainIs() {
        BusinessMetrics metrics = metrics().build();
        DomainMetrics users = metrics.measure("users", NOW);
        DomainMetrics revenue = metrics.measure("revenue", NOW);
        UnaryOperator<Finding<BigDecimal>> stale = finding -> finding.stale("store is down");

        for (MetricsSnapshot snapshot : List.of(
                metrics.snapshotOf(List.of(users.withFindings(stale), revenue)),
                metrics.snapshotOf(List.of(users, revenue.withFindings(stale))))) {
            assertThat(snapshot.customerValue().measurements()).hasSize(6).allSatisfy(m -> {
                assertThat(m.status()).isEqualTo(Status.STALE);
                assertThat(m.reason()).contains("store is down");
                assertThat(m.value()).isPresent();
            });
        }
    }

    @Test
    void itIsGoneWhenADomainHasFailed() {
        BusinessMetrics metrics = metrics().build();
        MetricsSnapshot snapshot = metrics.snapshotOf(List.of(
                metrics.measure("users", NOW).withFindings(finding -> finding.failed("store is down")),
                metrics.measure("revenue", NOW)));

        assertThat(snapshot.customerValue().measurements())
                .extracting(Measurement::status)
                .containsOnly(Status.FAILED);
        assertThat(snapshot.revenue().collected(Window.ROLLING_30D))
                .extracting(Measurement::status)
                .containsOnly(Status.OK);
    }
}
