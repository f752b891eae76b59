package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.event;

import io.axisor.metrics.source.row.Account;
import org.junit.jupiter.api.Test;

/** What activity events say: active people, retention, churn, stickiness, lifecycle. */
interface ActivityContract extends SourceUnderTest {

    @Test
    default void activePeopleAreCountedFromTheFirstInstantOfEachWindow() {
        now(Company.builder()
                        .activity(
                                event("a", daysAgo(1)),
                                event("b", justBefore(daysAgo(1))),
                                event("c", daysAgo(7)),
                                event("d", justBefore(daysAgo(7))),
                                event("e", daysAgo(30)),
                                event("f", justBefore(daysAgo(30))),
                                event("g", NOW)))
                .shows("users.active.24h", "1")
                .shows("users.active.7d", "3")
                .shows("users.active.30d", "5")
                .issues();
    }

    @Test
    default void aPersonCountsOnceHoweverOftenActiveAndWithoutAnAccountToo() {
        now(Company.builder()
                        .accounts(
                                Account.of("a", daysAgo(90)),
                                Account.of("b", daysAgo(90)).deleted(daysAgo(2)))
                        .activity(
                                event("a", daysAgo(1)),
                                event("a", daysAgo(1)),
                                event("a", justBefore(NOW)),
                                event("b", daysAgo(3)),
                                event("nobody", daysAgo(3))))
                .shows("users.active.24h", "1")
                .shows("users.active.7d", "3")
                .shows("users.active.30d", "3");
    }

    @Test
    default void eventsAreExactForThePast() {
        at(
                        daysAgo(10),
                        Company.builder()
                                .activity(
                                        event("a", daysAgo(10)),
                                        event("b", justBefore(daysAgo(10))),
                                        event("b", daysAgo(2)),
                                        event("c", daysAgo(11))))
                .shows("users.active.24h", "2")
                .shows("users.active.30d", "2")
                .issues();
    }

    @Test
    default void retentionTakesAccountsCreatedInTheMonthBeforeThatWereActiveInTheLast() {
        now(Company.builder()
                        .accounts(
                                Account.of("a", daysAgo(60)),
                                Account.of("b", justBefore(daysAgo(60))),
                                Account.of("c", justBefore(daysAgo(30))),
                                Account.of("d", daysAgo(30)),
                                Account.of("e", daysAgo(45)).deleted(daysAgo(1)))
                        .activity(
                                event("a", daysAgo(30)),
                                event("b", daysAgo(30)),
                                event("c", justBefore(daysAgo(30))),
                                event("d", daysAgo(30)),
                                event("e", daysAgo(20)),
                                event("e", daysAgo(19))))
                .shows("users.retention.30d", "2/3");
    }

    @Test
    default void churnTakesPeopleActiveInTheMonthBeforeThatWereNotInTheLast() {
        now(Company.builder()
                        .activity(
                                event("a", daysAgo(60)),
                                event("b", justBefore(daysAgo(60))),
                                event("c", justBefore(daysAgo(30))),
                                event("c", daysAgo(30)),
                                event("d", daysAgo(30)),
                                event("e", daysAgo(40)),
                                event("e", NOW)))
                .shows("users.churn.30d", "2/3");
    }

    @Test
    default void stickinessAveragesDaysThatAreCutAtTheInstant() {
        now(Company.builder()
                        .activity(
                                event("a", daysAgo(1)),
                                event("a", justBefore(NOW)),
                                event("a", justBefore(daysAgo(1))),
                                event("a", daysAgo(2)),
                                event("b", daysAgo(30)),
                                event("c", justBefore(daysAgo(30)))))
                .shows("users.stickiness", "1/2")
                .shows("users.stickiness.mean", "3/60");
    }

    @Test
    default void everybodyActiveIsNewReturningOrResurrected() {
        now(Company.builder()
                        .accounts(
                                Account.of("new", daysAgo(30)),
                                Account.of("new-though-active-before", daysAgo(10)),
                                Account.of("returning", daysAgo(200)),
                                Account.of("resurrected", justBefore(daysAgo(30))),
                                Account.of("dormant", daysAgo(200)),
                                Account.of("undated", daysAgo(200)))
                        .activity(
                                event("new", daysAgo(29)),
                                event("new-though-active-before", daysAgo(40)),
                                event("new-though-active-before", daysAgo(5)),
                                event("returning", daysAgo(60)),
                                event("returning", daysAgo(30)),
                                event("resurrected", daysAgo(5)),
                                event("resurrected", justBefore(daysAgo(60))),
                                event("dormant", justBefore(daysAgo(30))),
                                event("no-account", daysAgo(5)),
                                event("no-account", daysAgo(35)),
                                event("no-account-either", daysAgo(5))))
                .showsOnly(
                        "users.lifecycle.30d",
                        "{state=new} 2",
                        "{state=returning} 2",
                        "{state=resurrected} 2",
                        "{state=dormant} 1")
                .shows("users.active.30d", "6");
    }

    @Test
    default void withoutActivityNumbersAreZeroAndRatiosHaveNoValue() {
        now(Company.builder().accounts().activity())
                .shows("users.active.24h", "0")
                .shows("users.active.30d", "0")
                .shows("users.retention.30d", "UNDEFINED")
                .shows("users.churn.30d", "UNDEFINED")
                .shows("users.stickiness", "NO_DATA")
                .shows("users.stickiness.mean", "NO_DATA")
                .showsOnly(
                        "users.lifecycle.30d",
                        "{state=new} 0",
                        "{state=returning} 0",
                        "{state=resurrected} 0",
                        "{state=dormant} 0");
    }

    @Test
    default void eventsAloneTellChurnButNoRetention() {
        now(Company.builder().activity(event("a", daysAgo(40)), event("b", daysAgo(40)), event("b", daysAgo(4))))
                .shows("users.churn.30d", "1/2")
                .shows("users.stickiness", "0/1")
                .shows("users.retention.30d", "UNAVAILABLE")
                .shows("users.lifecycle.30d", "UNAVAILABLE");
    }
}
