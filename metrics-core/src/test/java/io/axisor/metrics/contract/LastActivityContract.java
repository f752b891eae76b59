package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.event;

import io.axisor.metrics.source.row.Account;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an account's last activity alone can say, and what it cannot. */
interface LastActivityContract extends SourceUnderTest {

    private static Account account(String id, Instant lastActivityAt) {
        return Account.of(id, NOW.minus(Duration.ofDays(300))).lastActive(lastActivityAt);
    }

    @Test
    default void anAccountIsActiveWhenItsLastActivityIsNotBeforeTheWindow() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        now(Company.builder()
                        .lastActivityOnAccounts()
                        .accounts(
                                account("a", latest),
                                account("b", daysAgo(1)),
                                account("c", justBefore(daysAgo(1))),
                                account("d", daysAgo(7)),
                                account("e", justBefore(daysAgo(7))).deleted(daysAgo(3)),
                                account("f", daysAgo(30)),
                                account("g", justBefore(daysAgo(30))),
                                account("h", justAfter(latest)),
                                Account.of("i", daysAgo(300))))
                .shows("users.active.24h", "2")
                .shows("users.active.7d", "4")
                .shows("users.active.30d", "6")
                .shows("users.stickiness", "2/6")
                .shows("users.stickiness.mean", "UNAVAILABLE")
                .shows("users.lifecycle.30d", "UNAVAILABLE")
                .showsOnly("users", "{plan=unspecified} 8")
                .issues("users.last_activity_at 1");
    }

    @Test
    default void retentionAndChurnFollowTheLastActivity() {
        now(Company.builder()
                        .lastActivityOnAccounts()
                        .accounts(
                                Account.of("a", daysAgo(60)).lastActive(daysAgo(30)),
                                Account.of("b", daysAgo(60)).lastActive(justBefore(daysAgo(30))),
                                Account.of("c", justBefore(daysAgo(30))),
                                Account.of("d", justBefore(daysAgo(60))).lastActive(daysAgo(60)),
                                Account.of("e", justBefore(daysAgo(60))).lastActive(justBefore(daysAgo(60))),
                                Account.of("f", daysAgo(30)).lastActive(daysAgo(2))))
                .shows("users.retention.30d", "1/3")
                .shows("users.churn.30d", "2/3");
    }

    @Test
    default void thePastIsUndefinedOnceLaterActivityHasOverwrittenIt() {
        at(
                        daysAgo(10),
                        Company.builder()
                                .lastActivityOnAccounts()
                                .accounts(account("a", daysAgo(20)), account("b", daysAgo(10))))
                .shows("users.active.24h", "UNDEFINED")
                .shows("users.active.30d", "UNDEFINED")
                .shows("users.retention.30d", "UNDEFINED")
                .shows("users.churn.30d", "UNDEFINED")
                .shows("users.stickiness", "UNDEFINED")
                .shows("users.stickiness.mean", "UNAVAILABLE")
                .shows("users.lifecycle.30d", "UNAVAILABLE")
                .showsOnly("users", "{plan=unspecified} 2");
    }

    @Test
    default void thePastIsToldWhileNobodyHasBeenActiveSince() {
        at(
                        daysAgo(10),
                        Company.builder()
                                .lastActivityOnAccounts()
                                .accounts(
                                        account("a", daysAgo(20)),
                                        account("b", justBefore(daysAgo(10))),
                                        account("c", daysAgo(45)),
                                        account("dirty", NOW.plus(Duration.ofDays(1)))))
                .shows("users.active.24h", "1")
                .shows("users.active.30d", "2")
                .shows("users.churn.30d", "1/3")
                .shows("users.retention.30d", "UNDEFINED")
                .issues("users.last_activity_at 1");
    }

    @Test
    default void fiveMinutesAgoIsStillThePresent() {
        Instant present = NOW.minus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .lastActivityOnAccounts()
                .accounts(account("a", justBefore(NOW)), account("b", present.minus(Duration.ofDays(1))));
        at(present, company).shows("users.active.24h", "2");
        at(justBefore(present), company).shows("users.active.24h", "UNDEFINED");
    }

    @Test
    default void eventsAreBelievedRatherThanTheLastActivity() {
        Company.Builder company = Company.builder()
                .lastActivityOnAccounts()
                .accounts(account("a", justBefore(NOW)), account("b", NOW.plus(Duration.ofDays(9))))
                .activity(event("a", daysAgo(20)));
        now(company)
                .shows("users.active.24h", "0")
                .shows("users.active.30d", "1")
                .issues();
        at(daysAgo(20), company).shows("users.active.30d", "0");
    }

    @Test
    default void anUnmappedLastActivityIsNotLookedAt() {
        now(Company.builder().accounts(Account.of("a", daysAgo(40))))
                .shows("users.active.24h", "UNAVAILABLE")
                .shows("users.retention.30d", "UNAVAILABLE")
                .shows("users.churn.30d", "UNAVAILABLE")
                .shows("users.stickiness", "UNAVAILABLE");
    }
}
