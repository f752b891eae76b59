package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.monthly;
import static io.axisor.metrics.contract.Rows.subscription;
import static io.axisor.metrics.revenue.BillingInterval.MONTH;
import static io.axisor.metrics.revenue.BillingInterval.WEEK;
import static io.axisor.metrics.revenue.BillingInterval.YEAR;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;
import static io.axisor.metrics.revenue.SubscriptionStatus.ACTIVE;
import static io.axisor.metrics.revenue.SubscriptionStatus.CANCELLED;
import static io.axisor.metrics.revenue.SubscriptionStatus.FREE;
import static io.axisor.metrics.revenue.SubscriptionStatus.PAST_DUE;
import static io.axisor.metrics.revenue.SubscriptionStatus.PAUSED;
import static io.axisor.metrics.revenue.SubscriptionStatus.TRIALING;
import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.revenue.BillingInterval;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Subscription;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monthly recurring revenue. */
interface SubscriptionsContract extends SourceUnderTest {

    private void mrrIs(String expected, Company.Builder company) {
        now(company).showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} " + expected);
    }

    @ParameterizedTest(name = "{0} every {2} {1} is {3} a month")
    @CsvSource({
        "1, DAY, 1, 30.42",
        "70, DAY, 7, 304.17",
        "10, WEEK, 1, 43.33",
        "10, WEEK, 2, 21.67",
        "10, MONTH, 1, 10",
        "30, MONTH, 3, 10",
        "10, MONTH, 3, 3.33",
        "120, YEAR, 1, 10",
        "240, YEAR, 2, 10",
        "0.06, YEAR, 1, 0", // half a cent goes to the even one
        "0.18, YEAR, 1, 0.02",
        "999999999999999.99, MONTH, 1, 999999999999999.99"
    })
    default void everyIntervalHasItsMonth(String amount, BillingInterval interval, int count, String perMonth) {
        mrrIs(perMonth, Company.builder().subscriptions(subscription("a", amount, interval, count, daysAgo(3))));
    }

    @Test
    default void sumsAreRoundedOnce() {
        Company.Builder weekly = Company.builder();
        IntStream.range(0, 10).forEach(i -> weekly.subscriptions(subscription("u" + i, "10", WEEK, 1, daysAgo(3))));
        mrrIs("433.33", weekly);
        mrrIs(
                "20.00",
                Company.builder()
                        .subscriptions(
                                subscription("a", "120", YEAR, 1, daysAgo(3)),
                                subscription("b", "30", MONTH, 3, daysAgo(3))));
        mrrIs(
                "0.03",
                Company.builder()
                        .subscriptions(
                                subscription("a", "0.03", MONTH, 3, daysAgo(3)),
                                subscription("b", "0.01", MONTH, 3, daysAgo(3)),
                                subscription("c", "0.01", MONTH, 3, daysAgo(3)),
                                subscription("d", "0.01", MONTH, 3, daysAgo(3)),
                                subscription("d", "0.12", YEAR, 1, daysAgo(3))));
    }

    @Test
    default void theStatusDecidesNowAndTheDatesInThePast() {
        Company.Builder company = Company.builder()
                .subscriptions(
                        monthly("a", daysAgo(20), null, ACTIVE),
                        monthly("b", daysAgo(20), null, PAST_DUE),
                        monthly("c", daysAgo(20), null, TRIALING),
                        monthly("d", daysAgo(20), null, FREE),
                        monthly("e", daysAgo(20), null, PAUSED),
                        monthly("f", daysAgo(20), null, CANCELLED),
                        monthly("g", daysAgo(20), daysAgo(9), CANCELLED),
                        monthly("h", daysAgo(5), null, ACTIVE),
                        subscription("i", "0", MONTH, 1, daysAgo(20)));
        Instant present = NOW.minus(Duration.ofMinutes(5));
        mrrIs("30", company);
        now(company).showsOnly("users.paying", "{plan=unspecified} 3");
        at(present, company).showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 30");
        at(justBefore(present), company)
                .showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 70")
                .showsOnly("users.paying", "{plan=unspecified} 7");
        at(daysAgo(10), company)
                .showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 70")
                .showsOnly("users.paying", "{plan=unspecified} 7");
        at(daysAgo(20), company)
                .showsOnly("revenue.mrr", "{} NO_DATA")
                .showsOnly("users.paying", "{plan=unspecified} 0");
    }

    @Test
    default void aSubscriptionIsTheStateJustBeforeTheInstant() {
        mrrIs(
                "30",
                Company.builder()
                        .subscriptions(
                                monthly("a", justBefore(NOW), null, ACTIVE),
                                monthly("b", NOW, null, ACTIVE),
                                monthly("c", daysAgo(3), NOW, ACTIVE),
                                monthly("d", daysAgo(3), justBefore(NOW), ACTIVE),
                                monthly("e", daysAgo(3), NOW.plus(Duration.ofDays(30)), ACTIVE)));
    }

    @Test
    default void aPlanIsTheSubscriptionsOwnWhereMappedElseTheAccountsNow() {
        Subscription[] rows = {
            new Subscription("a", "pro", BigDecimal.TEN, "usd", MONTH, 1, daysAgo(9), null, ACTIVE),
            new Subscription("b", null, BigDecimal.ONE, "USD", MONTH, 1, daysAgo(9), null, ACTIVE),
            new Subscription("a", "pro", new BigDecimal("100"), "JPY", YEAR, 1, daysAgo(9), null, ACTIVE)
        };
        Account account = Account.of("a", daysAgo(99)).onPlan("free").deleted(daysAgo(3));
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .knownCurrencies("USD", "EUR")
                .accounts(account)
                .subscriptions(rows);
        now(company)
                .showsOnly(
                        "revenue.mrr",
                        "{currency=USD, plan=free} 10",
                        "{currency=USD, plan=pro} 0",
                        "{currency=USD, plan=unspecified} 1",
                        "{currency=EUR, plan=free} 0",
                        "{currency=EUR, plan=pro} 0",
                        "{currency=JPY, plan=free} 8",
                        "{currency=JPY, plan=pro} 0");
        now(company.plansOnSubscriptions())
                .showsOnly(
                        "revenue.mrr",
                        "{currency=USD, plan=free} 0",
                        "{currency=USD, plan=pro} 10",
                        "{currency=USD, plan=unspecified} 1",
                        "{currency=EUR, plan=free} 0",
                        "{currency=EUR, plan=pro} 0",
                        "{currency=JPY, plan=free} 0",
                        "{currency=JPY, plan=pro} 8");
    }

    @Test
    default void withoutSubscriptionsItIsWhatTheLastMonthCollectedAndSaysSo() {
        Measured measured = now(Company.builder()
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(30)),
                        dollars("2", "a", "7", SUCCEEDED, justBefore(daysAgo(30))),
                        dollars("3", "a", "5", REFUNDED, daysAgo(3))));
        measured.showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 10");
        assertThat(measured.snapshot().find("revenue.mrr", null))
                .allSatisfy(mrr -> assertThat(mrr.definitionId()).isEqualTo("revenue.mrr/payments"));
        Measured mapped = now(Company.builder()
                .payments(dollars("1", "a", "10", SUCCEEDED, daysAgo(3)))
                .knownCurrencies("USD")
                .plans("pro")
                .subscriptions());
        mapped.showsOnly("revenue.mrr", "{currency=USD, plan=pro} 0");
        assertThat(mapped.snapshot().find("revenue.mrr", null))
                .allSatisfy(mrr -> assertThat(mrr.definitionId()).isEqualTo("revenue.mrr/subscriptions"));
    }

    @Test
    default void aDirtySubscriptionIsAnIssueOnceItHasBegun() {
        Instant start = daysAgo(9);
        BigDecimal ten = BigDecimal.TEN;
        Instant later = NOW.plus(Duration.ofDays(9));
        now(Company.builder()
                        .subscriptions(
                                new Subscription(null, null, null, "USD", MONTH, 1, start, null, ACTIVE),
                                new Subscription("a", null, null, "USD", MONTH, 1, start, null, ACTIVE),
                                new Subscription("a", null, ten.negate(), "USD", MONTH, 1, start, null, ACTIVE),
                                new Subscription("a", null, ten, "USD", null, 1, start, null, ACTIVE),
                                new Subscription("a", null, ten, "USD", MONTH, 0, start, null, ACTIVE),
                                new Subscription("a", null, ten, "USD", MONTH, -1, start, null, null),
                                new Subscription("a", null, ten, "USD", MONTH, 1, start, null, null),
                                new Subscription("a", null, ten, "USD", MONTH, 1, null, null, ACTIVE),
                                new Subscription("b", null, ten, "ZZZ", MONTH, 1, start, null, ACTIVE),
                                new Subscription("c", null, ten, null, MONTH, 1, start, null, CANCELLED),
                                new Subscription("a", null, ten, "USD", MONTH, 1, NOW, null, null),
                                new Subscription(null, null, null, null, null, 1, later, null, null)))
                .showsOnly("revenue.mrr", "{} NO_DATA")
                .showsOnly("users.paying", "{plan=unspecified} 1")
                .issues(
                        "subscriptions.user 1",
                        "subscriptions.amount 2",
                        "subscriptions.interval 3",
                        "subscriptions.status 1",
                        "subscriptions.started_at 1",
                        "subscriptions.currency 2");
    }
}
