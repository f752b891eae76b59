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
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monthly recurring revenue. */
interface SubscriptionsContract extends SourceUnderTest {

    /** Those that the subscriptions here may be of. */
    Account[] ACCOUNTS = "abcdefghijk"
            .chars()
            .mapToObj(id -> Account.of(String.valueOf((char) id), Instant.parse("2020-01-01T00:00:00Z")))
            .toArray(Account[]::new);

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
    default void theDatesDecideAtEveryInstant() {
        Company.Builder company = Company.builder()
                .accounts(ACCOUNTS)
                .subscriptions(
                        monthly("a", daysAgo(20), null, ACTIVE),
                        monthly("b", daysAgo(20), null, PAST_DUE),
                        monthly("c", daysAgo(20), null, TRIALING).onTrial(NOW.plus(Duration.ofDays(3))),
                        monthly("d", daysAgo(20), null, FREE),
                        monthly("e", daysAgo(20), null, PAUSED).paused(daysAgo(9)),
                        monthly("f", daysAgo(20), null, CANCELLED).cancelled(daysAgo(8)),
                        monthly("g", daysAgo(20), daysAgo(7), CANCELLED).cancelled(daysAgo(15)),
                        monthly("h", daysAgo(20), NOW.plus(Duration.ofDays(4)), CANCELLED)
                                .cancelled(daysAgo(15)),
                        monthly("i", daysAgo(20), null, ACTIVE).onTrial(daysAgo(6)),
                        monthly("j", daysAgo(5), null, ACTIVE)
                                .paused(daysAgo(4))
                                .cancelled(daysAgo(4)),
                        subscription("k", "0", MONTH, 1, daysAgo(20)));
        at(daysAgo(20), company)
                .showsOnly("revenue.mrr", "{} NO_DATA")
                .showsOnly("users.paying", "{plan=unspecified} 0");
        mrrAndPayers(daysAgo(9), 6, company); // a b e f g h
        mrrAndPayers(daysAgo(8), 5, company); // a b f g h
        mrrAndPayers(daysAgo(7), 4, company); // a b g h
        mrrAndPayers(daysAgo(6), 3, company); // a b h
        mrrAndPayers(justAfter(daysAgo(6)), 4, company); // a b h i
        mrrAndPayers(NOW.minus(Duration.ofMinutes(6)), 5, company); // a b h i j
        mrrAndPayers(NOW, 5, company);
        mrrAndPayers(NOW.plus(Duration.ofMinutes(4)), 5, company);
        now(company).issues();
    }

    private void mrrAndPayers(Instant instant, int paying, Company.Builder company) {
        at(instant, company)
                .showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} " + 10 * paying)
                .showsOnly("users.paying", "{plan=unspecified} " + paying);
    }

    @Test
    default void aStateWithoutRevenueThatNoDateExplainsIsAnIssueAndHasNoneAtAnyInstant() {
        Company.Builder company = Company.builder()
                .accounts(ACCOUNTS)
                .subscriptions(
                        monthly("a", daysAgo(365), null, ACTIVE),
                        monthly("b", daysAgo(365), null, TRIALING),
                        monthly("c", daysAgo(365), null, TRIALING).onTrial(daysAgo(9)),
                        monthly("d", daysAgo(365), null, PAUSED),
                        monthly("e", daysAgo(365), NOW.plus(Duration.ofDays(9)), PAUSED),
                        monthly("f", daysAgo(365), null, CANCELLED),
                        monthly("g", daysAgo(365), null, CANCELLED).paused(daysAgo(9)),
                        monthly("h", daysAgo(365), null, FREE),
                        monthly("i", NOW.plus(Duration.ofDays(9)), null, TRIALING),
                        new Subscription("j", null, BigDecimal.ZERO, "USD", MONTH, 1, daysAgo(365), null, PAUSED),
                        new Subscription("k", null, BigDecimal.TEN, "ZZZ", MONTH, 1, daysAgo(365), null, PAUSED));
        for (Instant instant : List.of(daysAgo(200), daysAgo(30), NOW)) {
            mrrAndPayers(instant, 1, company);
            at(instant, company).issues("subscriptions.undated 7");
        }
        at(daysAgo(365), company).showsOnly("revenue.mrr", "{} NO_DATA").issues();
    }

    @Test
    default void aSubscriptionThatEndsNoLaterThanItBeginsNeverHasRevenue() {
        Company.Builder company = Company.builder()
                .accounts(ACCOUNTS)
                .subscriptions(
                        monthly("a", daysAgo(20), daysAgo(20), ACTIVE),
                        monthly("b", daysAgo(20), daysAgo(25), ACTIVE),
                        monthly("c", daysAgo(20), daysAgo(10), CANCELLED).onTrial(daysAgo(10)),
                        monthly("d", daysAgo(20), null, PAUSED)
                                .onTrial(daysAgo(9))
                                .paused(daysAgo(10)));
        for (int days = 27; days >= 0; days--) {
            at(daysAgo(days), company)
                    .showsOnly("revenue.mrr", "{} NO_DATA")
                    .showsOnly("users.paying", "{plan=unspecified} 0")
                    .issues();
        }
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
    default void withoutSubscriptionsItIsWhatTheLastMonthCollectedWhereAskedForAndSaysSo() {
        Measured measured = now(Company.builder()
                .recurringFromPayments()
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(30)),
                        dollars("2", "a", "7", SUCCEEDED, justBefore(daysAgo(30))),
                        dollars("3", "a", "5", REFUNDED, daysAgo(3))));
        measured.showsOnly("revenue.mrr", "{currency=USD, plan=unspecified} 10");
        assertThat(measured.snapshot().find("revenue.mrr", null))
                .allSatisfy(mrr -> assertThat(mrr.definitionId()).isEqualTo("revenue.mrr/payments"));
        Measured mapped = now(Company.builder()
                .recurringFromPayments()
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
                        .accounts(ACCOUNTS)
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
                                new Subscription("c", null, ten, null, MONTH, 1, start, NOW, CANCELLED),
                                new Subscription("a", null, ten, "USD", MONTH, 1, NOW, null, null),
                                new Subscription(null, null, null, null, null, 1, later, null, null)))
                .showsOnly("revenue.mrr", "{} NO_DATA")
                .showsOnly("users.paying", "{plan=unspecified} 2")
                .issues(
                        "subscriptions.user 1",
                        "subscriptions.amount 2",
                        "subscriptions.interval 3",
                        "subscriptions.status 1",
                        "subscriptions.started_at 1",
                        "subscriptions.currency 2");
    }
}
