package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.execution;
import static io.axisor.metrics.value.Outcome.FAILED;
import static io.axisor.metrics.value.Outcome.OTHER;
import static io.axisor.metrics.value.Outcome.SUCCEEDED;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Executions that guard margins, and whose. */
interface MarginGuardContract extends SourceUnderTest {

    private Automation guard(String id, @Nullable String owner) {
        return new Automation(id, owner, "margin_guard", true, daysAgo(90));
    }

    @Test
    default void anActionBelongsToTheWindowsItStartedInAndItsOwnerCountsOnce() {
        now(Company.builder()
                        .automations(guard("a", "ann"), guard("a2", "ann"), guard("b", "bob"), guard("c", "cyd"))
                        .executions(
                                execution("c", SUCCEEDED, NOW),
                                execution("a", SUCCEEDED, justBefore(NOW)),
                                execution("a2", FAILED, ExecutionsContract.TODAY),
                                execution("a2", OTHER, justBefore(ExecutionsContract.TODAY)),
                                execution("b", FAILED, daysAgo(30)),
                                execution("c", SUCCEEDED, justBefore(daysAgo(30))),
                                execution("c", SUCCEEDED, daysAgo(900))))
                .showsOnly(
                        "margin.guard.actions.today",
                        "{outcome=succeeded} 1",
                        "{outcome=failed} 1",
                        "{outcome=other} 0")
                .showsOnly(
                        "margin.guard.actions.30d", "{outcome=succeeded} 1", "{outcome=failed} 2", "{outcome=other} 1")
                .showsOnly(
                        "margin.guard.actions.lifetime",
                        "{outcome=succeeded} 3",
                        "{outcome=failed} 2",
                        "{outcome=other} 1")
                .shows("margin.guard.success.today", "1/2")
                .shows("margin.guard.success.30d", "1/3")
                .shows("margin.guard.success.lifetime", "3/5")
                .shows("margin.guard.owners.today", "1")
                .shows("margin.guard.owners.30d", "2")
                .shows("margin.guard.owners.lifetime", "3");
    }

    @Test
    default void atMidnightNothingHasBeenGuardedToday() {
        at(
                        ExecutionsContract.TODAY,
                        Company.builder()
                                .automations(guard("a", "ann"))
                                .executions(
                                        execution("a", SUCCEEDED, justBefore(ExecutionsContract.TODAY)),
                                        execution("a", SUCCEEDED, ExecutionsContract.TODAY)))
                .shows("margin.guard.actions.today{outcome=succeeded}", "0")
                .shows("margin.guard.success.today", "NO_DATA")
                .shows("margin.guard.owners.today", "0")
                .shows("margin.guard.owners.30d", "1");
    }

    @Test
    default void theHostSaysWhichTypesGuardMargins() {
        Company.Builder company = Company.builder()
                .automations(
                        guard("a", "ann"),
                        new Automation("b", "bob", "stop_loss", true, daysAgo(9)),
                        new Automation("c", "cyd", "liquidation_guard", true, daysAgo(9)),
                        new Automation("d", "dan", null, true, daysAgo(9)),
                        new Automation("e", "eve", "Margin_Guard", true, daysAgo(9)))
                .executions(
                        execution("a", SUCCEEDED, daysAgo(2)),
                        execution("b", SUCCEEDED, daysAgo(2)),
                        execution("c", FAILED, daysAgo(2)),
                        execution("d", FAILED, daysAgo(2)),
                        execution("e", FAILED, daysAgo(2)));
        now(company).shows("margin.guard.success.lifetime", "1/1").shows("margin.guard.owners.lifetime", "1");
        now(company.automationTypes(AutomationCatalogue.DEFAULT.withMarginGuard("stop_loss", "liquidation_guard")))
                .shows("margin.guard.success.lifetime", "1/2")
                .shows("margin.guard.owners.lifetime", "2");
        now(company.automationTypes(AutomationCatalogue.DEFAULT.withMarginGuard()))
                .shows("margin.guard.actions.30d{outcome=succeeded}", "0")
                .shows("margin.guard.success.lifetime", "NO_DATA")
                .shows("margin.guard.owners.lifetime", "0");
    }

    @Test
    default void anAutomationWithoutAnOwnerProtectsNobodyAndADirtyOneItsOwner() {
        now(Company.builder()
                        .accounts()
                        .automations(
                                guard("nobodys", null), new Automation("undated", "ann", "margin_guard", false, null))
                        .executions(
                                execution("nobodys", SUCCEEDED, daysAgo(2)),
                                execution("undated", FAILED, daysAgo(2)),
                                execution("unknown", FAILED, daysAgo(2)),
                                execution(null, FAILED, daysAgo(2)),
                                execution("undated", FAILED, null)))
                .shows("margin.guard.success.30d", "1/2")
                .shows("margin.guard.owners.30d", "1")
                .shows("margin.guard.owners.lifetime", "1")
                .issues(
                        "automations.user 1",
                        "automations.created_at 1",
                        "executions.automation 1",
                        "executions.started_at 1");
    }

    @Test
    default void anActionThatHadNotEndedYetHadNotGuardedAnything() {
        Company.Builder company = Company.builder()
                .automations(guard("a", "ann"))
                .executions(new Execution("a", SUCCEEDED, daysAgo(9), daysAgo(3)));
        at(daysAgo(3), company)
                .shows("margin.guard.actions.lifetime{outcome=other}", "1")
                .shows("margin.guard.success.lifetime", "NO_DATA");
        now(company).shows("margin.guard.success.lifetime", "1/1");
    }

    @Test
    default void itTakesAutomationsAndExecutions() {
        now(Company.builder().automations().executions())
                .showsOnly(
                        "margin.guard.actions.today",
                        "{outcome=succeeded} 0",
                        "{outcome=failed} 0",
                        "{outcome=other} 0")
                .shows("margin.guard.success.30d", "NO_DATA")
                .shows("margin.guard.owners.lifetime", "0");
        for (Company.Builder half : new Company.Builder[] {
            Company.builder().automations(guard("a", "ann")),
            Company.builder().executions(execution("a", SUCCEEDED, daysAgo(2)))
        }) {
            now(half)
                    .shows("margin.guard.actions.today", "UNAVAILABLE")
                    .shows("margin.guard.success.30d", "UNAVAILABLE")
                    .shows("margin.guard.owners.lifetime", "UNAVAILABLE");
        }
    }
}
