package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.UsersTheLongWay.quotient;

import io.axisor.metrics.source.row.ComplianceRequest;
import io.axisor.metrics.source.row.FeatureUse;
import io.axisor.metrics.source.row.SupportTicket;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The main figures of feature use, tickets and compliance requests computed a second time, sentence by sentence from the
 * specification and with none of the library's code, so that the reference itself is checked. Slow and plain on purpose.
 */
final class PlatformTheLongWay {

    private final Company company;
    private final Instant t;
    private final Instant from;
    private final Instant latest;
    private final Map<String, String> found = new TreeMap<>();

    PlatformTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        this.from = t.minus(Duration.ofDays(30));
        Instant now = SourceUnderTest.NOW;
        this.latest = (t.isAfter(now) ? t : now).plusSeconds(300);
    }

    /** Series and what is found. */
    Map<String, String> figures() {
        company.featureUse().ifPresent(this::features);
        company.tickets().ifPresent(this::tickets);
        company.complianceRequests().ifPresent(this::requests);
        return found;
    }

    private boolean inWindow(@Nullable Instant instant) {
        return instant != null && instant.compareTo(from) >= 0 && instant.compareTo(t) < 0;
    }

    private boolean future(@Nullable Instant instant) {
        return instant != null && instant.isAfter(latest);
    }

    private static boolean wrongWayRound(@Nullable Instant first, @Nullable Instant second) {
        return first != null && second != null && second.isBefore(first);
    }

    private static String named(@Nullable String value) {
        return value == null || value.trim().isEmpty() ? "unspecified" : value;
    }

    private void features(List<FeatureUse> rows) {
        Set<String> features = new HashSet<>(company.knownFeatures());
        int noUser = 0;
        int noTime = 0;
        int tooLate = 0;
        for (FeatureUse use : rows) {
            if (inWindow(use.usedAt()) && use.userId() != null) {
                features.add(named(use.feature()));
            }
            boolean exists = use.usedAt() == null || use.usedAt().isBefore(t) || future(use.usedAt());
            noUser += exists && use.userId() == null ? 1 : 0;
            noTime += use.userId() != null && use.usedAt() == null ? 1 : 0;
            tooLate += use.userId() != null && future(use.usedAt()) ? 1 : 0;
        }
        found.put("data.issues{check=features.user}", String.valueOf(noUser));
        found.put("data.issues{check=features.used_at}", String.valueOf(noTime));
        found.put("data.issues{check=features.future}", String.valueOf(tooLate));
        int folded = features.size() - company.knownFeatures().size() - 50;
        for (String feature : folded > 0 ? company.knownFeatures() : features) {
            Set<String> people = new HashSet<>();
            for (FeatureUse use : rows) {
                if (use.userId() != null
                        && inWindow(use.usedAt())
                        && named(use.feature()).equals(feature)) {
                    people.add(use.userId());
                }
            }
            found.put("features.users.30d{feature=" + feature + "}", String.valueOf(people.size()));
        }
    }

    private void tickets(List<SupportTicket> rows) {
        int open = 0;
        int resolved = 0;
        int inTime = 0;
        int due = 0;
        int satisfied = 0;
        int scored = 0;
        List<SupportTicket> clean = clean(rows);
        for (SupportTicket row : clean) {
            boolean isOpen = row.resolvedAt() == null || row.resolvedAt().compareTo(t) >= 0;
            boolean isResolved = inWindow(row.resolvedAt());
            open += isOpen ? 1 : 0;
            resolved += isResolved ? 1 : 0;
            if (row.dueAt() != null) {
                due += isResolved || (isOpen && row.dueAt().isBefore(t)) ? 1 : 0;
                inTime += isResolved && row.resolvedAt().compareTo(row.dueAt()) <= 0 ? 1 : 0;
            }
            if (isResolved && isOnScale(row.score())) {
                scored++;
                satisfied += row.score() >= 4 ? 1 : 0;
            }
        }
        found.put("support.tickets.30d{state=open}", String.valueOf(open));
        found.put("support.tickets.30d{state=resolved}", String.valueOf(resolved));
        found.put("support.sla.30d", quotient(inTime, due, "NO_DATA"));
        found.put("support.satisfaction.30d", quotient(satisfied, scored, "NO_DATA"));
        found.put("support.first.response.30d.mean", meanWait(clean, SupportTicket::firstResponseAt));
        found.put("support.resolution.30d.mean", meanWait(clean, SupportTicket::resolvedAt));
    }

    private static boolean isOnScale(@Nullable Integer score) {
        return score != null && score > 0 && score < 6;
    }

    /** The tickets opened before t that say nothing impossible; counts the others. */
    private List<SupportTicket> clean(List<SupportTicket> rows) {
        Map<String, Integer> issues = new TreeMap<>(
                Map.of("tickets.opened_at", 0, "tickets.future", 0, "tickets.order", 0, "tickets.score", 0));
        List<SupportTicket> clean = new ArrayList<>();
        for (SupportTicket row : rows) {
            String fault = fault(row);
            if (fault != null) {
                issues.merge(fault, 1, Integer::sum);
            } else if (row.openedAt().isBefore(t)) {
                clean.add(row);
                issues.merge("tickets.score", row.score() == null || isOnScale(row.score()) ? 0 : 1, Integer::sum);
            }
        }
        issues.forEach((check, number) -> found.put("data.issues{check=" + check + "}", String.valueOf(number)));
        return clean;
    }

    private @Nullable String fault(SupportTicket row) {
        if (row.openedAt() == null) {
            return "tickets.opened_at";
        }
        boolean notYet = row.openedAt().compareTo(t) >= 0 && !future(row.openedAt());
        if (notYet) {
            return null;
        }
        if (future(row.openedAt()) || future(row.firstResponseAt()) || future(row.resolvedAt())) {
            return "tickets.future";
        }
        return wrongWayRound(row.openedAt(), row.firstResponseAt()) || wrongWayRound(row.openedAt(), row.resolvedAt())
                ? "tickets.order"
                : null;
    }

    private String meanWait(List<SupportTicket> rows, Function<SupportTicket, Instant> until) {
        BigDecimal sum = BigDecimal.ZERO;
        int number = 0;
        for (SupportTicket row : rows) {
            Instant then = until.apply(row);
            if (inWindow(then)) {
                long micros = Duration.between(row.openedAt(), then).toNanos() / 1000;
                sum = sum.add(BigDecimal.valueOf(micros, 6));
                number++;
            }
        }
        return number == 0
                ? "NO_DATA"
                : Measurements.plain(sum.divide(BigDecimal.valueOf(number), MathContext.DECIMAL64));
    }

    private void requests(List<ComplianceRequest> rows) {
        int inTime = 0;
        int due = 0;
        Map<String, Integer> states = new TreeMap<>();
        Set<String> kinds = new HashSet<>();
        Map<String, Integer> issues =
                new TreeMap<>(Map.of("compliance.requested_at", 0, "compliance.future", 0, "compliance.order", 0));
        for (ComplianceRequest row : rows) {
            String fault = fault(row);
            if (fault != null) {
                issues.merge(fault, 1, Integer::sum);
                continue;
            }
            String state = state(row);
            if (!state.equals("gone")) {
                kinds.add(named(row.kind()));
                states.merge("{request=" + named(row.kind()) + ", state=" + state + "}", 1, Integer::sum);
            }
            if (row.dueAt() != null) {
                due += state.equals("completed") || state.equals("overdue") ? 1 : 0;
                inTime += state.equals("completed") && row.completedAt().compareTo(row.dueAt()) <= 0 ? 1 : 0;
            }
        }
        if (kinds.size() <= 50) {
            states.forEach((tags, number) -> found.put("compliance.requests.30d" + tags, String.valueOf(number)));
        }
        found.put("compliance.on.time.30d", quotient(inTime, due, "NO_DATA"));
        issues.forEach((check, number) -> found.put("data.issues{check=" + check + "}", String.valueOf(number)));
    }

    private @Nullable String fault(ComplianceRequest row) {
        if (row.requestedAt() == null) {
            return "compliance.requested_at";
        }
        boolean notYet = row.requestedAt().compareTo(t) >= 0 && !future(row.requestedAt());
        if (notYet) {
            return null;
        }
        if (future(row.requestedAt()) || future(row.completedAt())) {
            return "compliance.future";
        }
        return wrongWayRound(row.requestedAt(), row.completedAt()) ? "compliance.order" : null;
    }

    private String state(ComplianceRequest row) {
        boolean over = row.completedAt() != null && row.completedAt().isBefore(from);
        if (over || row.requestedAt().compareTo(t) >= 0) {
            return "gone";
        }
        if (row.completedAt() != null && row.completedAt().isBefore(t)) {
            return "completed";
        }
        return row.dueAt() != null && row.dueAt().isBefore(t) ? "overdue" : "open";
    }
}
