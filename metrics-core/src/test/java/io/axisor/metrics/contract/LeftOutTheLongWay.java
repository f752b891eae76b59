package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.SupportTicket;
import io.axisor.metrics.source.row.SurveyAnswer;
import io.axisor.metrics.users.SurveyKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The shares of rows that were left out, counted by the words of the specification, row by row. */
final class LeftOutTheLongWay {

    private final Company company;
    private final Instant t;
    private final Instant latest;
    private final Map<String, String> found = new TreeMap<>();

    LeftOutTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        this.latest = (t.isAfter(SourceUnderTest.NOW) ? t : SourceUnderTest.NOW).plusSeconds(300);
    }

    /** Series and what is found. */
    Map<String, String> figures() {
        Set<Account> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        counted.addAll(UsersTheLongWay.oneOfEachId(company.accounts().orElse(List.of())));
        whole(
                "users",
                company.accounts(),
                row -> row.createdAt(),
                row -> possible(row.createdAt()) && counted.contains(row));
        log(
                "activity",
                company.activity(),
                row -> row.occurredAt(),
                row -> row.userId() != null && possible(row.occurredAt()));
        if (!company.plans().plans().isEmpty()) {
            whole(
                    "plan_changes",
                    company.planChanges(),
                    row -> planned(row.changedAt()),
                    row -> row.userId() != null
                            && isPlan(row.fromPlan())
                            && isPlan(row.toPlan())
                            && row.changedAt() != null);
        }
        whole("surveys", company.surveys(), row -> row.answeredAt(), this::isClean);
        whole(
                "automations",
                company.automations(),
                row -> row.createdAt(),
                row -> row.userId() != null && possible(row.createdAt()));
        log(
                "executions",
                company.executions(),
                row -> row.startedAt(),
                row -> row.automationId() != null && possible(row.startedAt()));
        whole("trades", company.trades(), row -> row.executedAt(), row -> possible(row.executedAt()));
        log(
                "market",
                company.marketLog(),
                row -> row.executedAt(),
                row -> row.amount() != null && row.amount().signum() >= 0 && possible(row.executedAt()));
        log(
                "features",
                company.featureUse(),
                row -> row.usedAt(),
                row -> row.userId() != null && possible(row.usedAt()));
        whole("tickets", company.tickets(), row -> row.openedAt(), this::isClean);
        whole("compliance", company.complianceRequests(), row -> row.requestedAt(), this::isClean);
        return found;
    }

    private boolean isClean(SurveyAnswer answer) {
        if (answer.kind() == null || answer.score() == null || !possible(answer.answeredAt())) {
            return false;
        }
        int score = answer.score();
        return answer.kind() == SurveyKind.NPS ? score >= 0 && score <= 10 : score >= 1 && score <= 5;
    }

    private boolean isClean(SupportTicket ticket) {
        return possible(ticket.openedAt())
                && follows(ticket.firstResponseAt(), ticket.openedAt())
                && follows(ticket.resolvedAt(), ticket.openedAt());
    }

    private boolean isClean(ComplianceRequest request) {
        return possible(request.requestedAt()) && follows(request.completedAt(), request.requestedAt());
    }

    private boolean follows(@Nullable Instant later, @Nullable Instant earlier) {
        return later == null || (earlier != null && !later.isBefore(earlier) && !later.isAfter(latest));
    }

    private boolean isPlan(@Nullable String plan) {
        return plan != null && company.plans().plans().contains(plan);
    }

    private boolean possible(@Nullable Instant instant) {
        return instant != null && !instant.isAfter(latest);
    }

    /** A change that is planned does not exist yet, however far off it is. */
    private @Nullable Instant planned(@Nullable Instant instant) {
        return instant != null && instant.isAfter(latest) ? latest : instant;
    }

    private <R> void whole(
            String table, Optional<List<R>> rows, Function<R, @Nullable Instant> birth, Predicate<R> isClean) {
        log(table, rows, birth, isClean);
        rows.ifPresent(all -> share(table, "lifetime", all, isClean, row -> {
            Instant born = birth.apply(row);
            return born == null || born.isBefore(t) || born.isAfter(latest);
        }));
    }

    private <R> void log(
            String table, Optional<List<R>> rows, Function<R, @Nullable Instant> birth, Predicate<R> isClean) {
        Map<String, Duration> windows = Map.of("24h", Duration.ofHours(24), "30d", Duration.ofDays(30));
        windows.forEach((window, length) -> rows.ifPresent(all -> share(table, window, all, isClean, row -> {
            Instant born = birth.apply(row);
            return born != null && born.isBefore(t) && !born.isBefore(t.minus(length));
        })));
    }

    private <R> void share(String table, String window, List<R> rows, Predicate<R> isClean, Predicate<R> isWithin) {
        int within = 0;
        int dirty = 0;
        for (R row : rows) {
            if (isWithin.test(row)) {
                within++;
                dirty += isClean.test(row) ? 0 : 1;
            }
        }
        found.put(
                "data.left.out." + window + "{table=" + table + "}",
                UsersTheLongWay.quotient(dirty, within, "NO_DATA"));
    }
}
