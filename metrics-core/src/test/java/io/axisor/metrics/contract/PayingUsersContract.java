package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.in;
import static io.axisor.metrics.contract.Rows.monthly;
import static io.axisor.metrics.contract.Rows.unpaid;
import static io.axisor.metrics.revenue.PaymentStatus.FAILED;
import static io.axisor.metrics.revenue.PaymentStatus.PENDING;
import static io.axisor.metrics.revenue.PaymentStatus.REFUNDED;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;

import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who comes to pay, and who pays. */
interface PayingUsersContract extends SourceUnderTest {

    @Test
    default void anAccountConvertsBeforeItsThirtiethDayIsOver() {
        Instant created = daysAgo(45); // 30 times 24 hours later, clocks have changed
        Instant tooLate = created.plus(Duration.ofDays(30));
        now(Company.builder()
                        .accounts(
                                Account.of("in-time", created),
                                Account.of("too-late", created),
                                Account.of("never", created),
                                Account.of("at-once", created).deleted(daysAgo(1)))
                        .payments(
                                dollars("1", "in-time", "1", SUCCEEDED, justBefore(tooLate)),
                                dollars("2", "in-time", "1", SUCCEEDED, daysAgo(3)),
                                dollars("3", "too-late", "1", SUCCEEDED, tooLate),
                                dollars("4", "at-once", "1", SUCCEEDED, created)))
                .shows("users.conversion.30d", "2/4");
    }

    @Test
    default void theCohortIsThatOfTheMonthBefore() {
        now(Company.builder()
                        .accounts(
                                Account.of("a", daysAgo(60)),
                                Account.of("b", justBefore(daysAgo(60))),
                                Account.of("c", justBefore(daysAgo(30))),
                                Account.of("d", daysAgo(30)))
                        .payments(
                                dollars("1", "a", "1", SUCCEEDED, daysAgo(59)),
                                dollars("2", "b", "1", SUCCEEDED, daysAgo(59)),
                                dollars("3", "c", "1", SUCCEEDED, NOW),
                                dollars("4", "d", "1", SUCCEEDED, daysAgo(29))))
                .shows("users.conversion.30d", "1/2");
    }

    @Test
    default void onlyPaymentsThatSucceededConvert() {
        Instant created = daysAgo(45);
        Instant paid = daysAgo(40);
        now(Company.builder()
                        .accounts(
                                Account.of("failed", created),
                                Account.of("pending", created),
                                Account.of("refunded", created),
                                Account.of("unmapped", created),
                                Account.of("unknown-currency", created))
                        .payments(
                                dollars("1", "failed", "1", FAILED, paid),
                                dollars("2", "pending", "1", PENDING, paid),
                                dollars("3", "refunded", "1", REFUNDED, paid),
                                dollars("4", "unmapped", "1", null, paid),
                                in("ZZZ", "5", "unknown-currency", "1", SUCCEEDED, paid)))
                .shows("users.conversion.30d", "2/5");
    }

    @Test
    default void guestsNeitherConvertNorPay() {
        now(Company.builder()
                        .accounts(Account.of("a", daysAgo(45)), Account.of(" ", daysAgo(45)))
                        .payments(
                                dollars("1", null, "1", SUCCEEDED, daysAgo(20)),
                                dollars("2", "", "1", SUCCEEDED, daysAgo(20)),
                                dollars("3", " ", "1", SUCCEEDED, daysAgo(20))))
                .shows("users.conversion.30d", "0/2")
                .showsOnly("users.paying", "{plan=unspecified} 0")
                .issues();
    }

    @Test
    default void aRefundRowConvertsNobody() {
        now(Company.builder()
                        .refundsOnOwnRows()
                        .accounts(Account.of("a", daysAgo(45)), Account.of("b", daysAgo(45)))
                        .payments(
                                dollars("1", "a", "-5", REFUNDED, daysAgo(40)),
                                dollars("2", "b", "5", SUCCEEDED, daysAgo(40)),
                                dollars("3", "a", "5", REFUNDED, daysAgo(4))))
                .shows("users.conversion.30d", "1/2")
                .showsOnly("users.paying", "{plan=unspecified} 0");
    }

    @Test
    default void withoutACohortConversionIsUndefined() {
        now(Company.builder().accounts().payments()).shows("users.conversion.30d", "UNDEFINED");
        now(Company.builder().accounts(Account.of("a", daysAgo(45)))).shows("users.conversion.30d", "UNAVAILABLE");
        now(Company.builder().payments()).shows("users.conversion.30d", "UNAVAILABLE");
    }

    @Test
    default void withoutSubscriptionsThosePayWhoPaidInTheLastMonth() {
        now(Company.builder()
                        .plans("free", "pro")
                        .plansOnPayments()
                        .accounts(
                                Account.of("a", daysAgo(90)).onPlan("pro"),
                                Account.of("b", daysAgo(90)).onPlan("pro"),
                                Account.of("c", daysAgo(90)),
                                Account.of("gone", daysAgo(90)).onPlan("old").deleted(daysAgo(5)))
                        .payments(
                                dollars("1", "a", "1", SUCCEEDED, daysAgo(30)).forPlan("free"),
                                dollars("2", "a", "1", SUCCEEDED, daysAgo(2)).forPlan("free"),
                                dollars("3", "b", "1", SUCCEEDED, justBefore(daysAgo(30))),
                                dollars("4", "b", "1", SUCCEEDED, NOW),
                                unpaid("5", "b", "1", PENDING, daysAgo(2)),
                                dollars("6", "c", "1", REFUNDED, daysAgo(2)),
                                dollars("7", "gone", "1", SUCCEEDED, daysAgo(9)),
                                dollars("8", "no-account", "1", SUCCEEDED, daysAgo(9))))
                .showsOnly("users.paying", "{plan=free} 0", "{plan=pro} 1", "{plan=unspecified} 1");
    }

    @Test
    default void whereSubscriptionsAreMappedThosePayWhoSubscribe() {
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .plansOnSubscriptions()
                .accounts(Account.of("a", daysAgo(90)).onPlan("pro"), Account.of("b", daysAgo(90)))
                .payments(dollars("1", "b", "1", SUCCEEDED, daysAgo(2)));
        now(company.subscriptions()).showsOnly("users.paying", "{plan=free} 0", "{plan=pro} 0");
        now(company.subscriptions(
                        monthly("a", daysAgo(9), null, SubscriptionStatus.ACTIVE),
                        monthly("a", daysAgo(9), null, SubscriptionStatus.PAST_DUE),
                        monthly("b", daysAgo(9), null, SubscriptionStatus.TRIALING),
                        monthly("no-account", justBefore(NOW), NOW, SubscriptionStatus.ACTIVE)))
                .showsOnly("users.paying", "{plan=free} 0", "{plan=pro} 1");
    }

    @Test
    default void onlyAccountsThatExistPay() {
        Company.Builder company = Company.builder()
                .accounts(
                        Account.of("a", daysAgo(90)),
                        Account.of("gone", daysAgo(90)).deleted(daysAgo(5)),
                        Account.of("going", daysAgo(90)).deleted(NOW),
                        Account.of("to-come", NOW),
                        Account.of("new", justBefore(NOW)))
                .subscriptions(
                        monthly("a", daysAgo(9), null, SubscriptionStatus.ACTIVE),
                        monthly("gone", daysAgo(9), null, SubscriptionStatus.ACTIVE),
                        monthly("going", daysAgo(9), null, SubscriptionStatus.ACTIVE),
                        monthly("to-come", daysAgo(9), null, SubscriptionStatus.ACTIVE),
                        monthly("new", daysAgo(9), null, SubscriptionStatus.ACTIVE));
        now(company)
                .showsOnly("users", "{plan=unspecified} 3")
                .showsOnly("users.paying", "{plan=unspecified} 3")
                .shows("revenue.mrr{currency=USD, plan=unspecified}", "50");
        at(daysAgo(6), company).showsOnly("users.paying", "{plan=unspecified} 3");
        now(Company.builder().subscriptions(monthly("a", daysAgo(9), null, SubscriptionStatus.ACTIVE)))
                .showsOnly("users.paying", "{} UNAVAILABLE");
    }

    @Test
    default void aPaymentBeforeTheAccountIsAConversion() {
        now(Company.builder()
                        .accounts(Account.of("a", daysAgo(45)), Account.of("b", daysAgo(45)))
                        .payments(dollars("1", "a", "1", SUCCEEDED, daysAgo(200))))
                .shows("users.conversion.30d", "1/2");
    }

    @Test
    default void withoutPaymentsAndSubscriptionsNobodyIsKnownToPay() {
        now(Company.builder().accounts(Account.of("a", daysAgo(9)))).shows("users.paying", "UNAVAILABLE");
    }
}
