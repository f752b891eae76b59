package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The main figures of automations and executions computed a second time, sentence by sentence from the specification and with none of the
 * library's code, so that the reference itself is checked. Slow and plain on purpose.
 */
final class AutomationTheLongWay {

    private static final int TYPES_SHOWN = 50;

    private final Company company;
    private final Instant t;
    private final Map<String, Automation> byId = new HashMap<>();
    private final boolean typesAreShown;
    private final Map<String, String> found = new TreeMap<>();

    AutomationTheLongWay(Company company, Instant t) {
        this.company = company;
        this.t = t;
        Set<String> types = new HashSet<>();
        for (Automation automation : company.automations().orElse(List.of())) {
            byId.put(automation.id(), automation);
            types.add(automation.type());
        }
        this.typesAreShown = types.size() <= TYPES_SHOWN;
    }

    /** Series and what is found, sums over plans under the bare name; nothing by type where types would be folded. */
    Map<String, String> figures() {
        company.automations().ifPresent(this::automations);
        if (company.executions().isPresent()) {
            for (String window : List.of("24h", "30d", "today")) {
                executions(window, started(window));
            }
            for (String window : List.of("24h", "30d")) {
                durations(window, durations(window));
            }
            for (String window : List.of("today", "30d", "lifetime")) {
                if (company.automations().isPresent()) {
                    marginGuard(window, started(window));
                }
            }
        }
        return found;
    }

    private void automations(List<Automation> automations) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String known : company.automationTypes().known()) {
            counts.put("{automation=" + known + ", state=active}", 0);
            counts.put("{automation=" + known + ", state=inactive}", 0);
        }
        int usage = 0;
        Set<String> owners = new HashSet<>();
        for (Automation automation : automations) {
            boolean counted = automation.userId() != null
                    && automation.createdAt() != null
                    && automation.createdAt().compareTo(t) < 0;
            if (counted) {
                String state = automation.active() ? "active" : "inactive";
                counts.merge("{automation=" + type(automation) + ", state=" + state + "}", 1, Integer::sum);
            }
            if (counted && automation.active()) {
                usage++;
                owners.add(automation.userId());
            }
        }
        if (typesAreShown) {
            counts.forEach((tags, count) -> found.put("automations" + tags, String.valueOf(count)));
        }
        found.put("automations.usage", String.valueOf(usage));
        found.put("automations.owners", String.valueOf(owners.size()));
        if (company.accounts().isPresent()) {
            adoption(owners, UsersTheLongWay.oneOfEachId(company.accounts().get()));
        }
    }

    private void adoption(Set<String> owners, List<Account> accounts) {
        int exist = 0;
        int adopted = 0;
        for (Account account : accounts) {
            boolean created = account.createdAt() != null && account.createdAt().compareTo(t) < 0;
            boolean deleted = account.deletedAt() != null && account.deletedAt().compareTo(t) < 0;
            if (created && !deleted) {
                exist++;
                adopted += owners.contains(account.id()) ? 1 : 0;
            }
        }
        found.put("automations.adoption", UsersTheLongWay.quotient(adopted, exist, "UNDEFINED"));
    }

    private static String type(Automation automation) {
        boolean none = automation == null
                || automation.type() == null
                || automation.type().trim().isEmpty();
        return none ? "unspecified" : automation.type();
    }

    /** The executions that are clean and started in a window. */
    private List<Execution> started(String window) {
        Instant from = switch (window) {
            case "24h" -> t.minusSeconds(86_400);
            case "30d" -> t.minusSeconds(30 * 86_400);
            case "today" -> UsersTheLongWay.midnight(LocalDate.ofInstant(t, SourceUnderTest.ZONE));
            default -> Instant.MIN;
        };
        List<Execution> started = new ArrayList<>();
        for (Execution execution : company.executions().orElseThrow()) {
            Instant at = execution.startedAt();
            if (execution.automationId() != null && at != null && at.compareTo(from) >= 0 && at.compareTo(t) < 0) {
                started.add(execution);
            }
        }
        return started;
    }

    private String outcome(Execution execution) {
        boolean running =
                execution.finishedAt() != null && execution.finishedAt().compareTo(t) >= 0;
        return running ? "other" : execution.outcome().name().toLowerCase(Locale.ROOT);
    }

    private void executions(String window, List<Execution> started) {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> types = new HashSet<>(company.automationTypes().known());
        for (Execution execution : started) {
            String type = type(byId.get(execution.automationId()));
            types.add(type);
            counts.merge(type + " " + outcome(execution), 1, Integer::sum);
            counts.merge("all " + outcome(execution), 1, Integer::sum);
        }
        String success = "automations.success." + window;
        boolean isRated = !window.equals("today");
        for (String type : typesAreShown ? types : Set.<String>of()) {
            for (String outcome : List.of("succeeded", "failed", "other")) {
                int count = counts.getOrDefault(type + " " + outcome, 0);
                if (count > 0 || company.automationTypes().known().contains(type)) {
                    found.put(
                            "automations.executions." + window + "{automation=" + type + ", outcome=" + outcome + "}",
                            String.valueOf(count));
                }
            }
            if (isRated) {
                found.put(success + "{automation=" + type + "}", rate(counts, type));
            }
        }
        if (isRated) {
            found.put("automations.success.overall." + window, rate(counts, "all"));
        }
    }

    private static String rate(Map<String, Integer> counts, String type) {
        int succeeded = counts.getOrDefault(type + " succeeded", 0);
        return UsersTheLongWay.quotient(succeeded, succeeded + counts.getOrDefault(type + " failed", 0), "NO_DATA");
    }

    /** The seconds that executions of a window took, ascending. */
    List<BigDecimal> durations(String window) {
        List<BigDecimal> seconds = new ArrayList<>();
        for (Execution execution : started(window)) {
            Instant end = execution.finishedAt();
            if (end != null && end.compareTo(t) < 0 && end.compareTo(execution.startedAt()) >= 0) {
                Duration took = Duration.between(execution.startedAt(), end);
                seconds.add(BigDecimal.valueOf(took.getSeconds()).add(BigDecimal.valueOf(took.getNano(), 9)));
            }
        }
        Collections.sort(seconds);
        return seconds;
    }

    private void durations(String window, List<BigDecimal> ascending) {
        String mean = "automations.duration." + window + ".mean";
        String max = "automations.duration." + window + ".max";
        if (ascending.isEmpty()) {
            found.put(mean, "NO_DATA");
            found.put(max, "NO_DATA");
            return;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal seconds : ascending) {
            sum = sum.add(seconds);
        }
        BigDecimal number = BigDecimal.valueOf(ascending.size());
        found.put(mean, Measurements.plain(sum.divide(number, MathContext.DECIMAL64)));
        found.put(max, Measurements.plain(ascending.get(ascending.size() - 1)));
    }

    private void marginGuard(String window, List<Execution> started) {
        Map<String, Integer> actions = new HashMap<>(Map.of("all succeeded", 0, "all failed", 0, "all other", 0));
        Set<String> owners = new HashSet<>();
        for (Execution execution : started) {
            Automation automation = byId.get(execution.automationId());
            if (automation != null && company.automationTypes().marginGuard().contains(type(automation))) {
                actions.merge("all " + outcome(execution), 1, Integer::sum);
                owners.add(automation.userId());
            }
        }
        owners.remove(null);
        for (String outcome : List.of("succeeded", "failed", "other")) {
            found.put(
                    "margin.guard.actions." + window + "{outcome=" + outcome + "}",
                    String.valueOf(actions.get("all " + outcome)));
        }
        found.put("margin.guard.success." + window, rate(actions, "all"));
        found.put("margin.guard.owners." + window, String.valueOf(owners.size()));
    }
}
