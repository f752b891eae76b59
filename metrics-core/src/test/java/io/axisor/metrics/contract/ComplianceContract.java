package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.ComplianceRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Requests of people about their data. */
interface ComplianceContract extends SourceUnderTest {

    private static ComplianceRequest request(
            @Nullable String kind, @Nullable Instant dueAt, @Nullable Instant completedAt) {
        return new ComplianceRequest(kind, NOW.minus(Duration.ofDays(100)), dueAt, completedAt);
    }

    @Test
    default void requestsCountThatWereOpenAtSomeTimeInTheWindowByStateAndKind() {
        Company.Builder company = Company.builder()
                .complianceRequests(
                        request("access", null, null),
                        request("access", NOW, null),
                        request("erasure", justBefore(NOW), null),
                        request("erasure", justBefore(NOW), NOW),
                        request("access", daysAgo(50), justBefore(NOW)),
                        request(null, null, daysAgo(30)),
                        request("  ", null, daysAgo(3)),
                        request("access", daysAgo(31), justBefore(daysAgo(30))),
                        new ComplianceRequest("access", justBefore(NOW), null, null),
                        new ComplianceRequest("access", NOW, daysAgo(1), null));
        now(company)
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=access, state=open} 3",
                        "{request=erasure, state=overdue} 2",
                        "{request=access, state=completed} 1",
                        "{request=unspecified, state=completed} 2")
                .issues();
        at(daysAgo(30), company)
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=access, state=open} 2",
                        "{request=erasure, state=open} 2",
                        "{request=unspecified, state=open} 2",
                        "{request=access, state=overdue} 1",
                        "{request=access, state=completed} 1");
    }

    @Test
    default void aRequestIsInTimeUpToItsDueDateAndOverdueAfterIt() {
        Instant done = daysAgo(3);
        now(Company.builder()
                        .complianceRequests(
                                request("access", done, done),
                                request("access", NOW.plus(Duration.ofDays(999)), daysAgo(30)),
                                request("erasure", justBefore(done), done),
                                request("access", done, justBefore(daysAgo(30))),
                                request(null, justBefore(NOW), null),
                                request("access", NOW, null),
                                request("access", null, null),
                                request("access", null, done),
                                request("access", justBefore(NOW), NOW),
                                new ComplianceRequest("access", NOW, daysAgo(1), null)))
                .shows("compliance.on.time.30d", "2/5")
                .issues();
        now(Company.builder().complianceRequests(request("access", NOW, null), request("access", null, done)))
                .shows("compliance.on.time.30d", "NO_DATA");
    }

    @Test
    default void kindsBeyondTheLargestFiftyFoldAlikeInEveryState() {
        List<String> expected = new ArrayList<>(List.of(
                "{request=other, state=open} 5",
                "{request=k1, state=overdue} 1",
                "{request=other, state=overdue} 1",
                "{request=unspecified, state=completed} 0"));
        Company.Builder company =
                Company.builder().complianceRequests(request("k1", daysAgo(1), null), request("s1", daysAgo(1), null));
        for (int i = 0; i < 50; i++) {
            company.complianceRequests(request("k" + i, null, null), request("k" + i, NOW, null));
            expected.add("{request=k" + i + ", state=open} 2");
        }
        for (int i = 0; i < 5; i++) {
            company.complianceRequests(request("s" + i, null, null));
        }
        now(company).showsOnly("compliance.requests.30d", expected.toArray(String[]::new));
    }

    @Test
    default void anImpossibleRequestIsLeftOutAndCountedOnce() {
        Instant at = daysAgo(3);
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Instant future = justAfter(latest);
        Company.Builder company = Company.builder()
                .complianceRequests(
                        new ComplianceRequest("access", null, null, null),
                        new ComplianceRequest(null, null, at, future),
                        new ComplianceRequest("access", future, null, at),
                        new ComplianceRequest("access", at, null, future),
                        new ComplianceRequest("access", at, at, justBefore(at)),
                        new ComplianceRequest("access", at, future, at),
                        new ComplianceRequest("access", at, justBefore(at), latest),
                        new ComplianceRequest("access", latest, null, at),
                        new ComplianceRequest("access", NOW, null, future));
        now(company)
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=unspecified, state=open} 0",
                        "{request=access, state=overdue} 1",
                        "{request=access, state=completed} 1")
                .shows("compliance.on.time.30d", "1/2")
                .issues("compliance.requested_at 2", "compliance.future 2", "compliance.order 1");
        at(daysAgo(3), company).issues("compliance.requested_at 2", "compliance.future 1");
    }

    @Test
    default void withoutARequestNothingIsOpenAndNothingWasDue() {
        now(Company.builder().complianceRequests())
                .showsOnly(
                        "compliance.requests.30d",
                        "{request=unspecified, state=open} 0",
                        "{request=unspecified, state=overdue} 0",
                        "{request=unspecified, state=completed} 0")
                .showsOnly("compliance.on.time.30d", "{} NO_DATA")
                .issues();
        now(Company.builder())
                .showsOnly("compliance.requests.30d", "{} UNAVAILABLE")
                .showsOnly("compliance.on.time.30d", "{} UNAVAILABLE");
    }
}
