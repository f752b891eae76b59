package io.axisor.metrics.contract;

import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.PlanChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Upgrades and downgrades. */
interface PlanChangesContract extends SourceUnderTest {

    @Test
    default void changesGoUpOrDownInTheOrderOfTheCatalogue() {
        now(Company.builder()
                        .plans("zero", "basic", "all")
                        .accounts(
                                Account.of("a", daysAgo(90)),
                                Account.of("b", justBefore(daysAgo(30))),
                                Account.of("c", daysAgo(30)),
                                Account.of("d", daysAgo(90)).deleted(daysAgo(30)),
                                Account.of("e", daysAgo(90)).deleted(justBefore(daysAgo(30))))
                        .planChanges(
                                new PlanChange("a", "zero", "basic", daysAgo(30)),
                                new PlanChange("a", "basic", "all", justBefore(NOW)),
                                new PlanChange("a", "all", "zero", daysAgo(1)),
                                new PlanChange("b", "zero", "basic", justBefore(daysAgo(30))),
                                new PlanChange("b", "basic", "basic", daysAgo(5)),
                                new PlanChange("c", "zero", "all", NOW),
                                new PlanChange("no-account", "zero", "all", daysAgo(3))))
                .showsOnly("plans.changes.30d", "{direction=upgrade} 3", "{direction=downgrade} 1")
                .shows("plans.upgrade.30d", "2/3")
                .issues();
    }

    @Test
    default void aChangeFromOrToAnUnknownPlanIsAnIssue() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        now(Company.builder()
                        .plans("free", "pro")
                        .accounts()
                        .planChanges(
                                new PlanChange("a", "free", "legacy", daysAgo(3)),
                                new PlanChange("a", "legacy", "pro", daysAgo(3)),
                                new PlanChange("a", null, "pro", daysAgo(3)),
                                new PlanChange("a", "free", null, daysAgo(3)),
                                new PlanChange(null, null, "pro", null),
                                new PlanChange("a", "free", "pro", null),
                                new PlanChange("a", "free", "pro", latest),
                                new PlanChange("a", "free", "pro", justAfter(latest)),
                                new PlanChange(null, "free", "pro", NOW)))
                .showsOnly("plans.changes.30d", "{direction=upgrade} 0", "{direction=downgrade} 0")
                .shows("plans.upgrade.30d", "UNDEFINED")
                .issues("plan_changes.plan 4", "plan_changes.user 1", "plan_changes.at 1");
    }

    @Test
    default void aChangeThatIsPlannedForLaterDoesNotExistYet() {
        Instant nextMonth = NOW.plus(Duration.ofDays(30));
        now(Company.builder()
                        .plans("free", "pro")
                        .accounts()
                        .planChanges(
                                new PlanChange("a", "free", "pro", nextMonth),
                                new PlanChange("a", "legacy", "pro", nextMonth),
                                new PlanChange(null, "free", "pro", nextMonth)))
                .showsOnly("plans.changes.30d", "{direction=upgrade} 0", "{direction=downgrade} 0")
                .issues();
    }

    @Test
    default void withoutAnOrderOfPlansNoChangeHasADirection() {
        now(Company.builder()
                        .accounts(Account.of("a", daysAgo(90)))
                        .planChanges(new PlanChange("a", "free", "pro", daysAgo(3))))
                .shows("plans.changes.30d", "UNAVAILABLE")
                .shows("plans.upgrade.30d", "UNAVAILABLE")
                .issues();
    }

    @Test
    default void withoutAccountsUpgradesAreCountedButNotRated() {
        now(Company.builder().plans("free", "pro").planChanges(new PlanChange("a", "free", "pro", daysAgo(3))))
                .showsOnly("plans.changes.30d", "{direction=upgrade} 1", "{direction=downgrade} 0")
                .shows("plans.upgrade.30d", "UNAVAILABLE");
    }
}
