package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Accounts that exist, accounts created, plans. */
interface AccountsContract extends SourceUnderTest {

    @Test
    default void anAccountCountsOnceItsCreationLiesBeforeTheInstant() {
        now(Company.builder().accounts(Account.of("a", justBefore(NOW)), Account.of("b", NOW)))
                .showsOnly("users", "{plan=unspecified} 1")
                .shows("users.new.24h", "1")
                .shows("users.new.today", "1")
                .issues();
    }

    @Test
    default void everyWindowOfNewAccountsTakesItsFirstInstantAndNoEarlierOne() {
        Instant[] starts = {
            Instant.parse("2026-04-14T22:00:00Z"), // today in Berlin, UTC+2 in summer
            daysAgo(1),
            Instant.parse("2026-04-12T22:00:00Z"), // Monday
            daysAgo(7),
            Instant.parse("2026-03-31T22:00:00Z"), // the first of April
            daysAgo(30)
        };
        Company.Builder company = Company.builder();
        for (int i = 0; i < starts.length; i++) {
            company.accounts(Account.of("at" + i, starts[i]), Account.of("before" + i, justBefore(starts[i])));
        }
        now(company)
                .shows("users.new.today", "1")
                .shows("users.new.24h", "3")
                .shows("users.new.this.week", "5")
                .shows("users.new.7d", "7")
                .shows("users.new.this.month", "9")
                .shows("users.new.30d", "11")
                .showsOnly("users", "{plan=unspecified} 12");
    }

    @Test
    default void aMonthInWinterBeginsInWinterTime() {
        Instant march = Instant.parse("2026-02-28T23:00:00Z");
        Instant t = Instant.parse("2026-03-10T12:00:00Z");
        at(t, Company.builder().accounts(Account.of("a", march), Account.of("b", justBefore(march))))
                .shows("users.new.this.month", "1")
                .shows("users.new.30d", "2");
    }

    @Test
    default void anAccountDeletedAtTheInstantStillExistsJustBeforeIt() {
        Account old = Account.of("a", daysAgo(100));
        Company.Builder company = Company.builder()
                .accounts(
                        old.deleted(NOW),
                        Account.of("b", daysAgo(100)).deleted(justBefore(NOW)),
                        Account.of("c", daysAgo(100)).deleted(NOW.plus(Duration.ofDays(9))),
                        Account.of("d", daysAgo(100)).deleted(daysAgo(5)),
                        Account.of("e", daysAgo(2)).deleted(daysAgo(1)));
        now(company)
                .showsOnly("users", "{plan=unspecified} 2")
                .shows("users.new.7d", "1")
                .issues();
        at(daysAgo(5), company).showsOnly("users", "{plan=unspecified} 4");
        at(daysAgo(4), company).showsOnly("users", "{plan=unspecified} 3");
    }

    @Test
    default void knownPlansAreZeroAndMissingOnesUnspecified() {
        Instant created = daysAgo(3);
        now(Company.builder()
                        .plans("free", "pro")
                        .accounts(
                                Account.of("a", created).onPlan("pro"),
                                Account.of("b", created).onPlan("legacy"),
                                Account.of("c", created),
                                Account.of("d", created).onPlan(""),
                                Account.of("e", created).onPlan("  ")))
                .showsOnly("users", "{plan=free} 0", "{plan=pro} 1", "{plan=legacy} 1", "{plan=unspecified} 3");
    }

    @Test
    default void plansBeyondTheLargestFiftyFoldIntoOther() {
        Account[] two = IntStream.range(0, 100)
                .mapToObj(i -> Account.of("u" + i, daysAgo(3)).onPlan("p" + i / 2))
                .toArray(Account[]::new);
        now(Company.builder()
                        .plans("known")
                        .accounts(two)
                        .accounts(
                                Account.of("a", daysAgo(3)).onPlan("a-small-one"),
                                Account.of("b", daysAgo(3)).onPlan("another"),
                                Account.of("c", daysAgo(3)).onPlan("known")))
                .showsOnly(
                        "users",
                        Stream.concat(
                                        IntStream.range(0, 50).mapToObj(i -> "{plan=p" + i + "} 2"),
                                        Stream.of("{plan=other} 2", "{plan=known} 1"))
                                .toArray(String[]::new));
    }

    @Test
    default void anAccountOfTheFutureIsAnIssueBeyondTheToleranceOfClocks() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .plans("free")
                .accounts(
                        Account.of("a", latest),
                        Account.of("b", justAfter(latest)),
                        Account.of("c", NOW.plus(Duration.ofDays(4000))),
                        new Account("d", null, "free", null, null));
        now(company).showsOnly("users", "{plan=free} 0").issues("users.future 2", "users.created_at 1");
        at(daysAgo(30), company).showsOnly("users", "{plan=free} 0").issues("users.future 2", "users.created_at 1");
        at(justAfter(latest), company)
                .showsOnly("users", "{plan=free} 0", "{plan=unspecified} 1")
                .issues("users.future 1", "users.created_at 1");
    }

    @Test
    default void whatIsCreatedBetweenAPastInstantAndNowIsNoIssueThen() {
        at(
                        daysAgo(10),
                        Company.builder()
                                .accounts(Account.of("a", daysAgo(10)), Account.of("b", justBefore(daysAgo(10)))))
                .showsOnly("users", "{plan=unspecified} 1")
                .shows("users.new.24h", "1")
                .issues();
    }

    @Test
    default void theVerifiedAreThoseOfTheAccountsThatExist() {
        Account old = Account.of("a", daysAgo(100)).ofVerifiedPerson();
        Company.Builder company = Company.builder()
                .plans("free", "pro")
                .verifiedOnAccounts()
                .accounts(
                        old.onPlan("free"),
                        Account.of("b", daysAgo(100)).onPlan("pro").ofVerifiedPerson(),
                        Account.of("c", daysAgo(100)).ofVerifiedPerson().deleted(NOW),
                        Account.of("d", daysAgo(100)).ofVerifiedPerson().deleted(justBefore(NOW)),
                        Account.of("e", justBefore(NOW)).ofVerifiedPerson(),
                        Account.of("f", NOW).ofVerifiedPerson(),
                        Account.of("g", daysAgo(100)),
                        new Account("dirty", null, "pro", null, null, true));
        now(company).shows("compliance.verified", "4/5").issues("users.created_at 1");
        at(daysAgo(1), company).shows("compliance.verified", "4/5");
    }

    @Test
    default void withoutAccountsNoShareOfThemIsVerified() {
        now(Company.builder().verifiedOnAccounts().accounts()).shows("compliance.verified", "UNDEFINED");
        now(Company.builder().accounts(Account.of("a", daysAgo(9)).ofVerifiedPerson()))
                .shows("compliance.verified", "UNAVAILABLE");
    }
}
