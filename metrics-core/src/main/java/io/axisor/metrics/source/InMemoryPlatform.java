package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;
import static io.axisor.metrics.source.InMemoryUsers.within;
import static io.axisor.metrics.time.Window.ROLLING_30D;

import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.platform.ComplianceFacts;
import io.axisor.metrics.platform.DueCounts;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.platform.ScoreCounts;
import io.axisor.metrics.platform.TicketFacts;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts the platform domain of one instant. */
final class InMemoryPlatform {

    private static final Set<DataCheck> FEATURE_CHECKS =
            EnumSet.range(DataCheck.FEATURES_USER, DataCheck.FEATURES_FUTURE);
    private static final Set<DataCheck> TICKET_CHECKS =
            EnumSet.range(DataCheck.TICKETS_OPENED_AT, DataCheck.TICKETS_ORDER);
    private static final Set<DataCheck> COMPLIANCE_CHECKS =
            EnumSet.range(DataCheck.COMPLIANCE_REQUESTED_AT, DataCheck.COMPLIANCE_ORDER);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final TimeRange window;
    private final PlatformFacts.Builder facts = PlatformFacts.builder();

    InMemoryPlatform(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
        this.window = at.range(ROLLING_30D);
    }

    PlatformFacts facts() {
        if (source.featureUse != null) {
            countFeatures(source.featureUse);
        }
        if (source.tickets != null) {
            countTickets(source.tickets);
        }
        if (source.complianceRequests != null) {
            countRequests(source.complianceRequests);
        }
        return facts.build();
    }

    private void countFeatures(Collection<FeatureUse> rows) {
        CheckedRows<FeatureUse> checked = CheckedRows.of(rows, at, FEATURE_CHECKS, FeatureUse::usedAt, this::check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, FeatureUse::usedAt, this::check)
                .byBirth(RowAxis.FEATURES)
                .shares());
        Map<String, Set<String>> people = new HashMap<>();
        for (FeatureUse use : checked.clean()) {
            if (within(window, use.usedAt()) && use.userId() != null) {
                people.computeIfAbsent(Breakdown.valueOrUnspecified(use.feature()), feature -> new HashSet<>())
                        .add(use.userId());
            }
        }
        Map<String, BigDecimal> users = new HashMap<>();
        people.forEach((feature, ids) -> users.put(feature, BigDecimal.valueOf(ids.size())));
        facts.featureUsers(Finding.ok(Breakdown.of(source.knownFeatures).plusAll(users)));
    }

    private @Nullable DataCheck check(FeatureUse use) {
        if (use.userId() == null) {
            return DataCheck.FEATURES_USER;
        }
        if (use.usedAt() == null) {
            return DataCheck.FEATURES_USED_AT;
        }
        return isFuture(use.usedAt(), at) ? DataCheck.FEATURES_FUTURE : null;
    }

    private void countTickets(Collection<SupportTicket> rows) {
        CheckedRows<SupportTicket> checked =
                CheckedRows.of(rows, at, TICKET_CHECKS, SupportTicket::openedAt, this::check);
        List<SupportTicket> tickets = checked.clean().stream()
                .filter(ticket -> hasBegun(ticket.openedAt()))
                .toList();
        Predicate<SupportTicket> resolved = ticket -> within(window, ticket.resolvedAt());
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, SupportTicket::openedAt, this::check)
                .byBirth(RowAxis.TICKETS_OPENED)
                .whileOpen(
                        RowAxis.TICKETS_OPEN,
                        from -> ticket ->
                                CheckedRows.exists(ticket.openedAt(), at) && !isBefore(ticket.resolvedAt(), from))
                .shares());
        facts.tickets(Finding.ok(new TicketFacts(
                count(tickets, ticket -> isToDo(ticket.resolvedAt())),
                count(tickets, resolved),
                Finding.ok(durations(tickets, SupportTicket::firstResponseAt)),
                Finding.ok(durations(tickets, SupportTicket::resolvedAt)),
                Finding.ok(due(tickets, SupportTicket::dueAt, SupportTicket::resolvedAt)),
                Finding.ok(scores(tickets, resolved)))));
    }

    private @Nullable DataCheck check(SupportTicket ticket) {
        Instant openedAt = ticket.openedAt();
        if (openedAt == null) {
            return DataCheck.TICKETS_OPENED_AT;
        }
        if (isFuture(openedAt, at) || isFuture(ticket.firstResponseAt(), at) || isFuture(ticket.resolvedAt(), at)) {
            return DataCheck.TICKETS_FUTURE;
        }
        boolean answeredBefore = isBefore(ticket.firstResponseAt(), openedAt);
        return answeredBefore || isBefore(ticket.resolvedAt(), openedAt) ? DataCheck.TICKETS_ORDER : null;
    }

    /** From opening to an event of the window, also where the ticket was resolved before it: some are answered later. */
    private DurationHistogram durations(List<SupportTicket> tickets, Function<SupportTicket, @Nullable Instant> event) {
        List<Duration> durations = new ArrayList<>();
        for (SupportTicket ticket : tickets) {
            Instant happened = event.apply(ticket);
            if (ticket.openedAt() != null && happened != null && window.contains(happened)) {
                durations.add(Duration.between(ticket.openedAt(), happened));
            }
        }
        return DurationHistogram.of(durations);
    }

    private ScoreCounts scores(List<SupportTicket> tickets, Predicate<SupportTicket> resolved) {
        long offScale = count(tickets, ticket -> ticket.score() != null && !isScored(ticket, 1));
        facts.issues(DataCheck.issues(EnumSet.of(DataCheck.TICKETS_SCORE), Map.of(DataCheck.TICKETS_SCORE, offScale)));
        List<SupportTicket> scored = tickets.stream()
                .filter(resolved.and(ticket -> ticket.score() != null))
                .toList();
        facts.issues(new InMemoryLeftOut<>(
                        scored,
                        at,
                        SupportTicket::openedAt,
                        ticket -> isScored(ticket, 1) ? null : DataCheck.TICKETS_SCORE)
                .by(RowAxis.TICKET_SCORES, SupportTicket::resolvedAt)
                .shares());
        return new ScoreCounts(
                count(tickets, resolved.and(ticket -> isScored(ticket, ScoreCounts.LOWEST_SATISFIED))),
                count(tickets, resolved.and(ticket -> isScored(ticket, 1))));
    }

    private static boolean isScored(SupportTicket ticket, int lowest) {
        return ticket.score() != null && ticket.score() >= lowest && ticket.score() <= ScoreCounts.HIGHEST;
    }

    private void countRequests(Collection<ComplianceRequest> rows) {
        CheckedRows<ComplianceRequest> checked =
                CheckedRows.of(rows, at, COMPLIANCE_CHECKS, ComplianceRequest::requestedAt, this::check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, ComplianceRequest::requestedAt, this::check)
                .byBirth(RowAxis.REQUESTS_MADE)
                .whileOpen(
                        RowAxis.REQUESTS_OPEN,
                        from -> request ->
                                CheckedRows.exists(request.requestedAt(), at) && !isBefore(request.completedAt(), from))
                .shares());
        List<ComplianceRequest> requests = checked.clean().stream()
                .filter(request -> hasBegun(request.requestedAt()))
                .toList();
        Predicate<ComplianceRequest> toDo = request -> isToDo(request.completedAt());
        Predicate<ComplianceRequest> late = request -> isBefore(request.dueAt(), at.instant());
        facts.compliance(Finding.ok(new ComplianceFacts(
                byKind(requests, toDo.and(late.negate())),
                byKind(requests, toDo.and(late)),
                byKind(requests, request -> within(window, request.completedAt())),
                Finding.ok(due(requests, ComplianceRequest::dueAt, ComplianceRequest::completedAt)))));
    }

    private static Breakdown byKind(List<ComplianceRequest> requests, Predicate<ComplianceRequest> which) {
        return Breakdown.NONE.plusEach(requests.stream().filter(which).toList(), ComplianceRequest::kind);
    }

    private @Nullable DataCheck check(ComplianceRequest request) {
        Instant requestedAt = request.requestedAt();
        if (requestedAt == null) {
            return DataCheck.COMPLIANCE_REQUESTED_AT;
        }
        if (isFuture(requestedAt, at) || isFuture(request.completedAt(), at)) {
            return DataCheck.COMPLIANCE_FUTURE;
        }
        return isBefore(request.completedAt(), requestedAt) ? DataCheck.COMPLIANCE_ORDER : null;
    }

    /** What is done at the very due date is done by it. */
    private <R> DueCounts due(
            List<R> rows, Function<R, @Nullable Instant> dueAt, Function<R, @Nullable Instant> doneAt) {
        long inTime = 0;
        long done = 0;
        long overdue = 0;
        for (R row : rows) {
            Instant due = dueAt.apply(row);
            Instant end = doneAt.apply(row);
            if (due != null && within(window, end)) {
                done++;
                inTime += isBefore(due, end) ? 0 : 1;
            }
            overdue += isToDo(end) && isBefore(due, at.instant()) ? 1 : 0;
        }
        return new DueCounts(inTime, done, overdue);
    }

    private boolean hasBegun(@Nullable Instant begunAt) {
        return isBefore(begunAt, at.instant());
    }

    /** What is done at or after {@code t} was not done yet. */
    private boolean isToDo(@Nullable Instant doneAt) {
        return !isBefore(doneAt, at.instant());
    }

    private static boolean isBefore(@Nullable Instant instant, @Nullable Instant other) {
        return instant != null && other != null && instant.isBefore(other);
    }

    private static <R> long count(Collection<R> rows, Predicate<R> which) {
        return rows.stream().filter(which).count();
    }
}
