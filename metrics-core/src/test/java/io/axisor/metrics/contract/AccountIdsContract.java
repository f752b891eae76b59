package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.dollars;
import static io.axisor.metrics.contract.Rows.event;
import static io.axisor.metrics.contract.Rows.monthly;
import static io.axisor.metrics.revenue.PaymentStatus.SUCCEEDED;

import io.axisor.metrics.revenue.SubscriptionStatus;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Subscription;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts without an id, and several of one id, of which the one created first counts. */
interface AccountIdsContract extends SourceUnderTest {

    private static Account account(@Nullable String id, @Nullable Instant createdAt, String plan) {
        return new Account(id, createdAt, plan, null, null);
    }

    @Test
    default void ofAccountsOfOneIdTheOneCreatedFirstCounts() {
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .verifiedOnAccounts()
                .accounts(
                        account("a", daysAgo(20), "pro"),
                        account("a", daysAgo(40), "free").ofVerifiedPerson(),
                        account("a", daysAgo(2), "pro"),
                        account("b", daysAgo(3), "pro"));
        now(company)
                .showsOnly("users", "{plan=free} 1", "{plan=pro} 1")
                .shows("users.new.30d", "1")
                .shows("users.new.7d", "1")
                .shows("compliance.verified", "1/2")
                .issues("users.duplicate 2");
        at(daysAgo(10), company)
                .showsOnly("users", "{plan=free} 1", "{plan=pro} 0")
                .shows("users.new.30d", "1")
                .shows("users.new.7d", "0")
                .issues("users.duplicate 1");
        at(daysAgo(20), company)
                .showsOnly("users", "{plan=free} 1", "{plan=pro} 0")
                .issues();
    }

    @Test
    default void theFirstAccountDecidesWhetherItsIdWasDeleted() {
        Company.Builder company = Company.builder()
                .accounts(
                        account("a", daysAgo(40), "free").deleted(daysAgo(5)),
                        account("a", daysAgo(4), "free"),
                        account("b", daysAgo(40), "free"),
                        account("b", daysAgo(30), "free").deleted(daysAgo(29)));
        now(company)
                .showsOnly("users", "{plan=free} 1")
                .shows("users.new.7d", "0")
                .issues("users.duplicate 2");
    }

    @Test
    default void rowsThatAreAlikeCountOnce() {
        now(Company.builder()
                        .accounts(
                                account("a", daysAgo(9), "free"),
                                account("a", daysAgo(9), "free"),
                                account("a", daysAgo(9), "free")))
                .showsOnly("users", "{plan=free} 1")
                .shows("users.new.30d", "1")
                .issues("users.duplicate 2");
    }

    @Test
    default void anAccountWithoutAnIdIsAnIssueOnceItExists() {
        Instant future = justAfter(NOW.plus(Duration.ofMinutes(5)));
        now(Company.builder()
                        .accounts(
                                account(null, daysAgo(9), "free"),
                                account(null, daysAgo(9), "free"),
                                account(null, null, "free"),
                                account(null, future, "free"),
                                account(null, NOW, "free"),
                                account("a", daysAgo(9), "pro")))
                .showsOnly("users", "{plan=pro} 1")
                .shows("users.new.30d", "1")
                .issues("users.id 4");
    }

    @Test
    default void eachAccountIsAnIssueUnderItsFirstFailingCheck() {
        Instant future = justAfter(NOW.plus(Duration.ofMinutes(5)));
        now(Company.builder()
                        .accounts(
                                account("a", null, "free"),
                                account("a", daysAgo(9), "pro"),
                                account("a", future, "free"),
                                account("a", NOW, "free"),
                                account("b", null, "free"),
                                account("b", null, "free"),
                                account("c", future, "free"),
                                account("c", justAfter(future), "free")))
                .showsOnly("users", "{plan=pro} 1")
                .shows("users.new.30d", "1")
                .issues("users.created_at 3", "users.future 3");
    }

    @Test
    default void peopleAreTakenForTheFirstAccountOfTheirId() {
        now(Company.builder()
                        .accounts(
                                account("old", daysAgo(50), "free"),
                                account("old", daysAgo(10), "free"),
                                account("new", daysAgo(10), "free"),
                                account("new", daysAgo(5), "free"),
                                account(null, daysAgo(10), "free"))
                        .activity(
                                event("old", daysAgo(40)),
                                event("old", daysAgo(1)),
                                event("new", daysAgo(1)),
                                event("new", daysAgo(2))))
                .shows("users.active.30d", "2")
                .showsOnly(
                        "users.lifecycle.30d",
                        "{state=new} 1",
                        "{state=returning} 1",
                        "{state=resurrected} 0",
                        "{state=dormant} 0")
                .shows("users.retention.30d", "1/1")
                .issues("users.duplicate 2", "users.id 1");
    }

    @Test
    default void onlyTheFirstAccountsLastActivityCounts() {
        now(Company.builder()
                        .lastActivityOnAccounts()
                        .accounts(
                                account("a", daysAgo(50), "free").lastActive(daysAgo(40)),
                                account("a", daysAgo(45), "free").lastActive(daysAgo(1)),
                                account(null, daysAgo(45), "free").lastActive(daysAgo(1)),
                                account("b", daysAgo(50), "free").lastActive(daysAgo(2)),
                                account("b", daysAgo(49), "free").lastActive(NOW.plus(Duration.ofDays(1)))))
                .shows("users.active.30d", "1")
                .shows("users.retention.30d", "1/2")
                .shows("users.churn.30d", "1/2")
                .issues("users.duplicate 2", "users.id 1");
    }

    @Test
    default void moneyIsNotMultipliedByTheAccountsOfItsPayer() {
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .recurringFromPayments()
                .accounts(
                        account("a", daysAgo(50), "pro"),
                        account("a", daysAgo(45), "free"),
                        account("a", daysAgo(45), "free"),
                        account(null, daysAgo(45), "free"))
                .payments(
                        dollars("1", "a", "10", SUCCEEDED, daysAgo(30)),
                        dollars("2", "a", "5", SUCCEEDED, daysAgo(3)),
                        dollars("guest", null, "7", SUCCEEDED, daysAgo(3)));
        now(company)
                .showsOnly(
                        "revenue.lifetime",
                        "{currency=USD, plan=free} 0",
                        "{currency=USD, plan=pro} 15",
                        "{currency=USD, plan=unspecified} 7")
                .shows("revenue.collected.30d{currency=USD}", "22")
                .shows("revenue.arpu.30d{currency=USD}", "15/1")
                .shows("users.conversion.30d", "1/1")
                .showsOnly("users.paying", "{plan=free} 0", "{plan=pro} 1")
                .issues("users.duplicate 2", "users.id 1");
    }

    @Test
    default void subscriptionsAndAutomationsAreNotMultipliedByTheAccountsOfTheirUser() {
        Subscription subscription = monthly("a", daysAgo(20), null, SubscriptionStatus.ACTIVE);
        now(Company.builder()
                        .plans("free", "pro")
                        .accounts(
                                account("a", daysAgo(50), "pro"),
                                account("a", daysAgo(45), "free"),
                                account("b", daysAgo(45), "free"),
                                account(null, daysAgo(45), "free"))
                        .subscriptions(subscription)
                        .automations(new Automation("x", "a", "dca", true, daysAgo(9))))
                .showsOnly("revenue.mrr", "{currency=USD, plan=free} 0", "{currency=USD, plan=pro} 10")
                .showsOnly("users.paying", "{plan=free} 0", "{plan=pro} 1")
                .showsOnly("automations.usage", "{plan=free} 0", "{plan=pro} 1")
                .showsOnly("automations.owners", "{plan=free} 0", "{plan=pro} 1")
                .shows("automations.adoption", "1/2")
                .issues("users.duplicate 1", "users.id 1");
    }
}
