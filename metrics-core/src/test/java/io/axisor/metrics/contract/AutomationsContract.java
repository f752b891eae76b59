package io.axisor.metrics.contract;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.source.row.Account;
import io.axisor.metrics.source.row.Automation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Automations and the people who own them. */
interface AutomationsContract extends SourceUnderTest {

    @Test
    default void automationsCountByTypeAndByWhatTheirFlagSays() {
        now(Company.builder()
                        .automations(
                                new Automation("1", "ann", "dca", true, daysAgo(400)),
                                new Automation("2", "ann", "dca", true, justBefore(NOW)),
                                new Automation("3", "ann", "dca", true, NOW),
                                new Automation("4", "bob", "dca", false, daysAgo(1)),
                                new Automation("5", "bob", "grid", false, daysAgo(1)),
                                new Automation("6", "bob", null, true, daysAgo(1)),
                                new Automation("7", "bob", "", true, daysAgo(1)),
                                new Automation("8", "bob", "  ", false, daysAgo(1))))
                .showsOnly(
                        "automations",
                        "{automation=dca, state=active} 2",
                        "{automation=unspecified, state=active} 2",
                        "{automation=dca, state=inactive} 1",
                        "{automation=grid, state=inactive} 1",
                        "{automation=unspecified, state=inactive} 1")
                .issues();
    }

    @Test
    default void aKnownTypeIsZeroWhenNoAutomationHasIt() {
        now(Company.builder()
                        .automationTypes(AutomationCatalogue.DEFAULT.withKnown("dca", "grid"))
                        .automations(
                                new Automation("1", "ann", "dca", true, daysAgo(4)),
                                new Automation("2", "ann", "own", true, daysAgo(4))))
                .showsOnly(
                        "automations",
                        "{automation=dca, state=active} 1",
                        "{automation=grid, state=active} 0",
                        "{automation=own, state=active} 1",
                        "{automation=dca, state=inactive} 0",
                        "{automation=grid, state=inactive} 0");
    }

    @Test
    default void activeAutomationsCountUnderTheirOwnersPlanAndOwnersOnce() {
        now(Company.builder()
                        .plans("free", "pro", "team")
                        .accounts(
                                Account.of("ann", daysAgo(90)).onPlan("pro"),
                                Account.of("bob", daysAgo(90)).onPlan("pro"),
                                Account.of("cyd", daysAgo(90)),
                                new Account("dan", null, "free", null, null))
                        .automations(
                                new Automation("1", "ann", "dca", true, daysAgo(4)),
                                new Automation("2", "ann", "grid", true, daysAgo(4)),
                                new Automation("3", "ann", "grid", true, daysAgo(4)),
                                new Automation("4", "ann", "grid", false, daysAgo(4)),
                                new Automation("5", "bob", "dca", true, daysAgo(4)),
                                new Automation("6", "cyd", "dca", true, daysAgo(4)),
                                new Automation("7", "cyd", "dca", true, daysAgo(4)),
                                new Automation("8", "dan", "dca", true, daysAgo(4)),
                                new Automation("9", "nobody", "dca", true, daysAgo(4)),
                                new Automation("10", "eve", "dca", false, daysAgo(4)),
                                new Automation("11", "eve", "dca", true, NOW)))
                .showsOnly(
                        "automations.usage", "{plan=free} 1", "{plan=pro} 4", "{plan=team} 0", "{plan=unspecified} 3")
                .showsOnly(
                        "automations.owners", "{plan=free} 1", "{plan=pro} 2", "{plan=team} 0", "{plan=unspecified} 2");
    }

    @Test
    default void onlyAccountsThatExistAdopt() {
        now(Company.builder()
                        .accounts(
                                Account.of("ann", daysAgo(90)),
                                Account.of("bob", daysAgo(90)),
                                Account.of("gone", daysAgo(90)).deleted(justBefore(NOW)),
                                Account.of("going", daysAgo(90)).deleted(NOW),
                                Account.of("to-come", NOW),
                                new Account("undated", null, null, null, null))
                        .automations(
                                new Automation("1", "ann", "dca", true, daysAgo(4)),
                                new Automation("2", "ann", "grid", true, daysAgo(4)),
                                new Automation("3", "bob", "dca", false, daysAgo(4)),
                                new Automation("4", "gone", "dca", true, daysAgo(4)),
                                new Automation("5", "going", "dca", true, daysAgo(4)),
                                new Automation("6", "to-come", "dca", true, daysAgo(4)),
                                new Automation("7", "undated", "dca", true, daysAgo(4)),
                                new Automation("8", "nobody", "dca", true, daysAgo(4))))
                .shows("automations.adoption", "2/3")
                .showsOnly("automations.owners", "{plan=unspecified} 6");
    }

    @Test
    default void withoutAccountsNobodysPlanIsKnownAndAdoptionUnavailable() {
        now(Company.builder()
                        .plans("pro")
                        .automations(
                                new Automation("1", "ann", "dca", true, daysAgo(4)),
                                new Automation("2", "ann", "dca", true, daysAgo(4))))
                .showsOnly("automations.usage", "{plan=pro} 0", "{plan=unspecified} 2")
                .showsOnly("automations.owners", "{plan=pro} 0", "{plan=unspecified} 1")
                .shows("automations.adoption", "UNAVAILABLE");
    }

    @Test
    default void thePastKnowsWhatHadBeenCreatedAndTheFlagAndPlanOfNow() {
        at(
                        daysAgo(10),
                        Company.builder()
                                .accounts(Account.of("ann", daysAgo(90)).onPlan("pro"))
                                .automations(
                                        new Automation("1", "ann", "dca", true, justBefore(daysAgo(10))),
                                        new Automation("2", "ann", "dca", true, daysAgo(10)),
                                        new Automation("3", "ann", "dca", false, daysAgo(90)),
                                        new Automation("4", null, "dca", true, daysAgo(3))))
                .showsOnly("automations", "{automation=dca, state=active} 1", "{automation=dca, state=inactive} 1")
                .showsOnly("automations.usage", "{plan=pro} 1")
                .shows("automations.adoption", "1/1")
                .issues();
    }

    @Test
    default void aDirtyAutomationCountsNowhere() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        now(Company.builder()
                        .accounts(Account.of("ann", daysAgo(90)))
                        .automations(
                                new Automation("1", null, "dca", true, daysAgo(4)),
                                new Automation("2", null, "dca", true, null),
                                new Automation("3", null, "dca", false, justAfter(latest)),
                                new Automation("4", null, "dca", true, latest),
                                new Automation("5", "ann", null, true, null),
                                new Automation("6", "ann", "dca", false, null),
                                new Automation("7", "ann", "dca", true, justAfter(latest)),
                                new Automation("8", "ann", "dca", true, latest)))
                .showsOnly(
                        "automations",
                        "{automation=unspecified, state=active} 0",
                        "{automation=unspecified, state=inactive} 0")
                .showsOnly("automations.usage", "{plan=unspecified} 0")
                .shows("automations.adoption", "0/1")
                .issues("automations.user 3", "automations.created_at 2", "automations.future 1");
    }

    @Test
    default void withoutAnyAutomationThereAreNone() {
        now(Company.builder().plans("pro").accounts().automations())
                .showsOnly(
                        "automations",
                        "{automation=unspecified, state=active} 0",
                        "{automation=unspecified, state=inactive} 0")
                .showsOnly("automations.usage", "{plan=pro} 0")
                .showsOnly("automations.owners", "{plan=pro} 0")
                .shows("automations.adoption", "UNDEFINED")
                .issues();
        now(Company.builder().accounts())
                .shows("automations", "UNAVAILABLE")
                .shows("automations.usage", "UNAVAILABLE")
                .shows("automations.owners", "UNAVAILABLE")
                .shows("automations.adoption", "UNAVAILABLE");
    }
}
