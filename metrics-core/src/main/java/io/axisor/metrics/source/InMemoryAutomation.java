package io.axisor.metrics.source;

import static io.axisor.metrics.source.CheckedRows.isFuture;

import io.axisor.metrics.automation.AutomationCounts;
import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.definition.RowAxis;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Finding;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the automation domain of one instant. Whether an automation is active, its type and its owner's plan are those of
 * now, also for a past instant.
 */
final class InMemoryAutomation {

    private static final Set<DataCheck> CHECKS =
            EnumSet.range(DataCheck.AUTOMATIONS_USER, DataCheck.AUTOMATIONS_FUTURE);

    private final InMemoryMetricsDataSource source;
    private final AsOf at;
    private final AutomationFacts.Builder facts = AutomationFacts.builder();

    InMemoryAutomation(InMemoryMetricsDataSource source, AsOf at) {
        this.source = source;
        this.at = at;
    }

    AutomationFacts facts() {
        if (source.automations != null) {
            countAutomations(source.automations);
        }
        if (source.executions != null) {
            new InMemoryExecutions(source, source.executions, at).count(facts);
        }
        return facts.build();
    }

    private void countAutomations(Collection<Automation> rows) {
        CheckedRows<Automation> checked = CheckedRows.of(rows, at, CHECKS, Automation::createdAt, this::check);
        facts.issues(checked.issues());
        facts.issues(new InMemoryLeftOut<>(rows, at, Automation::createdAt, this::check)
                .byBirth(RowAxis.AUTOMATIONS)
                .shares());
        List<Automation> existing = checked.clean().stream()
                .filter(automation ->
                        automation.createdAt() != null && automation.createdAt().isBefore(at.instant()))
                .toList();
        List<Automation> active = existing.stream().filter(Automation::active).toList();
        List<Automation> inactive =
                existing.stream().filter(automation -> !automation.active()).toList();
        Set<@Nullable String> owners = new HashSet<>();
        active.forEach(automation -> owners.add(automation.userId()));
        facts.automations(Finding.ok(new AutomationCounts(
                byType(active),
                byType(inactive),
                byPlan(active.stream().<@Nullable String>map(Automation::userId).toList()),
                byPlan(owners))));
        facts.adopters(
                source.accounts == null
                        ? Finding.unavailable("users are not mapped")
                        : Finding.ok(InMemoryAccount.byId(source.accounts).values().stream()
                                .filter(account -> InMemoryUsers.existsAt(account, at.instant()))
                                .map(Account::id)
                                .filter(owners::contains)
                                .count()));
    }

    private @Nullable DataCheck check(Automation automation) {
        if (automation.userId() == null) {
            return DataCheck.AUTOMATIONS_USER;
        }
        if (automation.createdAt() == null) {
            return DataCheck.AUTOMATIONS_CREATED_AT;
        }
        return isFuture(automation.createdAt(), at) ? DataCheck.AUTOMATIONS_FUTURE : null;
    }

    private Breakdown byType(List<Automation> automations) {
        return Breakdown.of(source.automationCatalogue.known()).plusEach(automations, Automation::type);
    }

    private Breakdown byPlan(Collection<@Nullable String> userIds) {
        Map<String, Account> accounts = source.accounts == null ? Map.of() : InMemoryAccount.byId(source.accounts);
        return Breakdown.of(source.plans.plans()).plusEach(userIds, id -> {
            Account owner = id == null ? null : accounts.get(id);
            return owner == null ? null : owner.plan();
        });
    }
}
