package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.ticket;

import io.axisor.metrics.source.row.SupportTicket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Support tickets. */
interface TicketsContract extends SourceUnderTest {

    /** As percentiles go, told exactly: it lies in the lower half of its bucket, so that the longest of all bounds it. */
    Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    default void ticketsCountThatWereOpenAtSomeTimeInTheWindow() {
        Instant opened = daysAgo(100);
        Company.Builder company = Company.builder()
                .tickets(
                        ticket(opened, null),
                        ticket(justBefore(NOW), null),
                        ticket(NOW, null),
                        ticket(opened, NOW),
                        ticket(opened, justBefore(NOW)),
                        ticket(opened, daysAgo(30)),
                        ticket(opened, justBefore(daysAgo(30))));
        now(company)
                .showsOnly("support.tickets.30d", "{state=open} 3", "{state=resolved} 2")
                .issues();
        at(daysAgo(30), company).showsOnly("support.tickets.30d", "{state=open} 4", "{state=resolved} 1");
    }

    @Test
    default void aFirstResponseBelongsToTheWindowInWhichItCame() {
        Instant from = daysAgo(30);
        Company.Builder company = Company.builder()
                .tickets(
                        answered(from.minus(TWO_HOURS), from),
                        answered(justBefore(from).minus(TWO_HOURS.multipliedBy(9)), justBefore(from)),
                        answered(justBefore(NOW).minus(TWO_HOURS), justBefore(NOW)),
                        answered(NOW.minusSeconds(1), NOW),
                        ticket(daysAgo(3), null),
                        ticket(daysAgo(3), daysAgo(2)));
        now(company)
                .shows("support.first.response.30d.mean", "7200")
                .shows("support.first.response.30d.p95", "7200")
                .issues();
        at(from, company).shows("support.first.response.30d.mean", "64800");
    }

    @Test
    default void aTicketResolvedBeforeTheWindowMayBeAnsweredInIt() {
        now(Company.builder().tickets(new SupportTicket(daysAgo(40), daysAgo(29), daysAgo(35), null, null)))
                .showsOnly("support.tickets.30d", "{state=open} 0", "{state=resolved} 0")
                .shows("support.first.response.30d.mean", "950400")
                .shows("support.resolution.30d.mean", "NO_DATA");
    }

    @Test
    default void aResolutionBelongsToTheWindowInWhichItCame() {
        Instant from = daysAgo(30);
        now(Company.builder()
                        .tickets(
                                ticket(from.minus(TWO_HOURS), from),
                                ticket(from.minus(TWO_HOURS), from),
                                ticket(daysAgo(9), daysAgo(9)),
                                ticket(justBefore(from).minusSeconds(1), justBefore(from)),
                                ticket(NOW.minusSeconds(1), NOW),
                                ticket(daysAgo(50), null)))
                .shows("support.resolution.30d.mean", "4800")
                .shows("support.resolution.30d.p95", "7200")
                .shows("support.first.response.30d.mean", "NO_DATA");
    }

    @Test
    default void durationsAreExactToTheTick() {
        Instant opened = daysAgo(9);
        now(Company.builder()
                        .tickets(
                                new SupportTicket(opened, opened, justAfter(opened), null, null),
                                new SupportTicket(opened, justAfter(opened), justAfter(opened), null, null)))
                .shows("support.first.response.30d.mean", seconds(tick().dividedBy(2)))
                .shows("support.resolution.30d.mean", seconds(tick()))
                .issues();
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "." + "%09d".formatted(duration.toNanosPart());
    }

    private static SupportTicket answered(Instant openedAt, Instant firstResponseAt) {
        return new SupportTicket(openedAt, firstResponseAt, null, null, null);
    }

    private static SupportTicket due(Instant dueAt, Instant resolvedAt) {
        return new SupportTicket(NOW.minus(Duration.ofDays(100)), null, resolvedAt, dueAt, null);
    }

    @Test
    default void aTicketIsInTimeUpToItsDueDateAndOverdueAfterIt() {
        Instant done = daysAgo(3);
        now(Company.builder()
                        .tickets(
                                due(done, done),
                                due(NOW.plus(Duration.ofDays(999)), daysAgo(30)),
                                due(justBefore(done), done),
                                due(daysAgo(3), justBefore(daysAgo(30))),
                                due(justBefore(NOW), null),
                                due(NOW, null),
                                due(null, null),
                                due(null, done),
                                due(justBefore(NOW), NOW),
                                due(NOW, NOW),
                                new SupportTicket(NOW, null, null, daysAgo(1), null)))
                .shows("support.sla.30d", "2/5")
                .issues();
        now(Company.builder().tickets(due(NOW, null), due(null, done))).shows("support.sla.30d", "NO_DATA");
    }

    private static SupportTicket scored(Integer score, Instant resolvedAt) {
        return new SupportTicket(NOW.minus(Duration.ofDays(100)), null, resolvedAt, null, score);
    }

    @Test
    default void theSatisfiedScoreFourOrFiveOnAResolvedTicket() {
        now(Company.builder()
                        .tickets(
                                scored(5, daysAgo(30)),
                                scored(4, justBefore(NOW)),
                                scored(3, daysAgo(3)),
                                scored(1, daysAgo(3)),
                                scored(null, daysAgo(3)),
                                scored(5, justBefore(daysAgo(30))),
                                scored(5, NOW),
                                scored(5, null)))
                .shows("support.satisfaction.30d", "2/4")
                .issues();
        now(Company.builder().tickets(scored(5, null), scored(null, daysAgo(3))))
                .shows("support.satisfaction.30d", "NO_DATA");
    }

    @Test
    default void aScoreOffTheScaleIsAnIssueAndItsTicketStays() {
        now(Company.builder()
                        .tickets(
                                scored(0, daysAgo(3)),
                                scored(6, daysAgo(3)),
                                scored(-1, null),
                                scored(77, daysAgo(40)),
                                scored(4, daysAgo(3)),
                                new SupportTicket(NOW, null, null, null, 99)))
                .showsOnly("support.tickets.30d", "{state=open} 1", "{state=resolved} 3")
                .shows("support.satisfaction.30d", "1/1")
                .issues("tickets.score 4");
    }

    @Test
    default void anImpossibleTicketIsLeftOutAndCountedOnce() {
        Instant at = daysAgo(3);
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Instant future = justAfter(latest);
        Company.Builder company = Company.builder()
                .tickets(
                        new SupportTicket(null, null, null, null, null),
                        new SupportTicket(null, future, at, at, 77),
                        new SupportTicket(future, at, null, null, null),
                        new SupportTicket(at, future, null, null, 77),
                        new SupportTicket(at, null, future, null, null),
                        new SupportTicket(at, justBefore(at), future, null, null),
                        new SupportTicket(at, justBefore(at), null, null, null),
                        new SupportTicket(at, null, justBefore(at), at, 0),
                        new SupportTicket(at, at, justBefore(at), null, null),
                        new SupportTicket(at, latest, latest, future, null),
                        new SupportTicket(latest, null, at, null, 77),
                        new SupportTicket(NOW, future, daysAgo(9), null, null));
        now(company)
                .showsOnly("support.tickets.30d", "{state=open} 1", "{state=resolved} 0")
                .shows("support.first.response.30d.mean", "NO_DATA")
                .shows("support.resolution.30d.mean", "NO_DATA")
                .shows("support.sla.30d", "NO_DATA")
                .issues("tickets.opened_at 2", "tickets.future 4", "tickets.order 3");
        at(daysAgo(3), company).issues("tickets.opened_at 2", "tickets.future 1");
    }

    @Test
    default void withoutATicketThereIsNothingToWaitForOrToScore() {
        now(Company.builder().tickets())
                .showsOnly("support.tickets.30d", "{state=open} 0", "{state=resolved} 0")
                .showsOnly("support.first.response.30d.mean", "{} NO_DATA")
                .showsOnly("support.first.response.30d.p95", "{} NO_DATA")
                .showsOnly("support.resolution.30d.mean", "{} NO_DATA")
                .showsOnly("support.resolution.30d.p95", "{} NO_DATA")
                .showsOnly("support.sla.30d", "{} NO_DATA")
                .showsOnly("support.satisfaction.30d", "{} NO_DATA")
                .issues();
        now(Company.builder())
                .showsOnly("support.tickets.30d", "{} UNAVAILABLE")
                .showsOnly("support.first.response.30d.p95", "{} UNAVAILABLE")
                .showsOnly("support.resolution.30d.mean", "{} UNAVAILABLE")
                .showsOnly("support.sla.30d", "{} UNAVAILABLE")
                .showsOnly("support.satisfaction.30d", "{} UNAVAILABLE");
    }
}
