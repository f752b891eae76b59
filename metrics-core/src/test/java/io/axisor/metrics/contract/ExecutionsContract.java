package io.axisor.metrics.contract;

import static io.axisor.metrics.contract.Rows.execution;
import static io.axisor.metrics.contract.Rows.took;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.value.Outcome.FAILED;
import static io.axisor.metrics.value.Outcome.OTHER;
import static io.axisor.metrics.value.Outcome.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.axisor.metrics.automation.AutomationCatalogue;
import io.axisor.metrics.source.row.Automation;
import io.axisor.metrics.source.row.Execution;
import io.axisor.metrics.value.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What was executed, how it ended and how long it took. */
interface ExecutionsContract extends SourceUnderTest {

    /** Midnight in Berlin. */
    Instant TODAY = Instant.parse("2026-04-14T22:00:00Z");

    private Automation automation(String id, String type) {
        return new Automation(id, "ann", type, true, daysAgo(90));
    }

    @Test
    default void anExecutionBelongsToTheWindowsItStartedIn() {
        now(Company.builder()
                        .automations(automation("a", "dca"))
                        .executions(
                                execution("a", SUCCEEDED, NOW),
                                execution("a", SUCCEEDED, justBefore(NOW)),
                                execution("a", SUCCEEDED, TODAY),
                                execution("a", SUCCEEDED, justBefore(TODAY)),
                                execution("a", SUCCEEDED, daysAgo(1)),
                                execution("a", SUCCEEDED, justBefore(daysAgo(1))),
                                execution("a", SUCCEEDED, daysAgo(30)),
                                execution("a", SUCCEEDED, justBefore(daysAgo(30)))))
                .shows("automations.executions.today{automation=dca, outcome=succeeded}", "2")
                .shows("automations.executions.24h{automation=dca, outcome=succeeded}", "4")
                .shows("automations.executions.30d{automation=dca, outcome=succeeded}", "6")
                .shows("automations.success.overall.24h", "4/4")
                .shows("automations.success.overall.30d", "6/6")
                .issues();
    }

    @Test
    default void atMidnightNothingHasStartedToday() {
        at(
                        TODAY,
                        Company.builder()
                                .executions(
                                        execution("a", FAILED, justBefore(TODAY)), execution("a", SUCCEEDED, TODAY)))
                .showsOnly(
                        "automations.executions.today",
                        "{automation=unspecified, outcome=succeeded} 0",
                        "{automation=unspecified, outcome=failed} 0",
                        "{automation=unspecified, outcome=other} 0")
                .shows("automations.executions.24h{automation=unspecified, outcome=failed}", "1");
    }

    @Test
    default void theTypeIsThatOfTheAutomationWhateverItsState() {
        now(Company.builder()
                        .automationTypes(AutomationCatalogue.DEFAULT.withKnown("dca", "idle"))
                        .automations(
                                automation("clean", "dca"),
                                automation("none", null),
                                automation("blank", " "),
                                new Automation("nobodys", null, "dca", false, null),
                                new Automation("to-come", "ann", "grid", true, NOW.plus(Duration.ofDays(9))))
                        .executions(
                                execution("clean", SUCCEEDED, daysAgo(2)),
                                execution("nobodys", SUCCEEDED, daysAgo(2)),
                                execution("to-come", SUCCEEDED, daysAgo(2)),
                                execution("none", SUCCEEDED, daysAgo(2)),
                                execution("blank", SUCCEEDED, daysAgo(2)),
                                execution("unknown", SUCCEEDED, daysAgo(2))))
                .showsOnly(
                        "automations.executions.30d",
                        "{automation=dca, outcome=succeeded} 2",
                        "{automation=grid, outcome=succeeded} 1",
                        "{automation=idle, outcome=succeeded} 0",
                        "{automation=unspecified, outcome=succeeded} 3",
                        "{automation=dca, outcome=failed} 0",
                        "{automation=idle, outcome=failed} 0",
                        "{automation=dca, outcome=other} 0",
                        "{automation=idle, outcome=other} 0")
                .showsOnly(
                        "automations.success.30d",
                        "{automation=dca} 2/2",
                        "{automation=grid} 1/1",
                        "{automation=idle} NO_DATA",
                        "{automation=unspecified} 3/3");
    }

    @Test
    default void executionsOfManyTypesAddUpAndTheirLongTailFolds() {
        now(Company.builder()
                        .automations(IntStream.range(0, 200)
                                .mapToObj(i -> automation("a" + i, "type-" + i))
                                .toArray(Automation[]::new))
                        .executions(IntStream.range(0, 1200)
                                .mapToObj(i -> execution("a" + i % 200, i < 1000 ? SUCCEEDED : FAILED, daysAgo(2)))
                                .toArray(Execution[]::new)))
                .shows("automations.executions.30d{automation=type-0, outcome=succeeded}", "5")
                .shows("automations.executions.30d{automation=type-0, outcome=failed}", "1")
                .shows("automations.executions.30d{automation=other, outcome=succeeded}", "750")
                .shows("automations.executions.30d{automation=other, outcome=failed}", "150")
                .shows("automations.success.overall.30d", "1000/1200");
    }

    @Test
    default void withoutAutomationsEveryExecutionIsOfNoType() {
        now(Company.builder().executions(execution("a", SUCCEEDED, daysAgo(2)), execution("b", FAILED, daysAgo(2))))
                .showsOnly(
                        "automations.executions.30d",
                        "{automation=unspecified, outcome=succeeded} 1",
                        "{automation=unspecified, outcome=failed} 1",
                        "{automation=unspecified, outcome=other} 0")
                .showsOnly("automations.success.30d", "{automation=unspecified} 1/2")
                .shows("automations", "UNAVAILABLE")
                .shows("margin.guard.owners.30d", "UNAVAILABLE");
    }

    @Test
    default void whatNeitherSucceededNorFailedIsNotRated() {
        now(Company.builder()
                        .automations(automation("a", "dca"), automation("b", "grid"), automation("c", "twap"))
                        .executions(
                                execution("a", SUCCEEDED, daysAgo(2)),
                                execution("a", SUCCEEDED, daysAgo(2)),
                                execution("a", FAILED, daysAgo(2)),
                                execution("a", OTHER, daysAgo(2)),
                                execution("b", FAILED, daysAgo(2)),
                                execution("c", OTHER, daysAgo(2))))
                .showsOnly(
                        "automations.success.30d",
                        "{automation=dca} 2/3",
                        "{automation=grid} 0/1",
                        "{automation=twap} NO_DATA")
                .shows("automations.success.overall.30d", "2/4")
                .showsOnly("automations.success.24h", "{} NO_DATA")
                .shows("automations.success.overall.24h", "NO_DATA");
    }

    @Test
    default void whatHadNotEndedYetHadNeitherSucceededNorFailed() {
        Company.Builder company = Company.builder()
                .executions(
                        new Execution("a", SUCCEEDED, daysAgo(4), justBefore(daysAgo(3))),
                        new Execution("a", FAILED, daysAgo(4), daysAgo(3)),
                        new Execution("a", FAILED, daysAgo(4), null));
        at(daysAgo(3), company)
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "1")
                .shows("automations.executions.30d{automation=unspecified, outcome=failed}", "1")
                .shows("automations.executions.30d{automation=unspecified, outcome=other}", "1")
                .shows("automations.success.overall.30d", "1/2");
        now(company).shows("automations.success.overall.30d", "1/3");
    }

    @Test
    default void durationsAreOfWhatStartedInTheWindowAndHasEnded() {
        Instant start = daysAgo(1);
        Measured measured = now(Company.builder()
                .executions(
                        took(4, start),
                        new Execution("a", FAILED, start, start.plusSeconds(8)),
                        new Execution("a", OTHER, start, start.plusSeconds(12)),
                        new Execution("a", SUCCEEDED, start, NOW),
                        new Execution("a", OTHER, start, null),
                        took(100, justBefore(start)),
                        took(1000, justBefore(daysAgo(30)))));
        measured.shows("automations.duration.24h.mean", "8")
                .shows("automations.duration.24h.max", "12")
                .shows("automations.duration.30d.mean", "31")
                .shows("automations.duration.30d.max", "100")
                .issues();
        at(start.plusSeconds(8), Company.builder().executions(took(7, start), took(8, start)))
                .shows("automations.duration.24h.max", "7");
    }

    @Test
    default void percentilesAreWithinFivePercentOfTheNearestRank() {
        // 1, 2, 4, ... 2^19 seconds: the ranks of 50 % and 95 % are 10 and 19, the mean is (2^20 - 1) / 20.
        Measured measured = now(Company.builder()
                .executions(LongStream.range(0, 20)
                        .mapToObj(power -> took(1L << power, daysAgo(20)))
                        .toArray(Execution[]::new)));
        measured.shows("automations.duration.30d.mean", "52428.75")
                .shows("automations.duration.30d.max", "524288")
                .shows("automations.duration.24h.p50", "NO_DATA");
        assertThat(seconds(measured, Statistic.P50)).isCloseTo(512, withinPercentage(5));
        assertThat(seconds(measured, Statistic.P95)).isCloseTo(262_144, withinPercentage(5));
    }

    private static double seconds(Measured measured, Statistic statistic) {
        return measured.snapshot()
                .automation()
                .duration(ROLLING_30D, statistic)
                .value()
                .orElseThrow()
                .doubleValue();
    }

    @Test
    default void whatTookNoTimeTookNoTime() {
        now(Company.builder().executions(took(0, daysAgo(2)), took(0, daysAgo(2)), took(0, daysAgo(3))))
                .shows("automations.duration.30d.mean", "0")
                .shows("automations.duration.30d.p50", "0")
                .shows("automations.duration.30d.p95", "0")
                .shows("automations.duration.30d.max", "0");
    }

    @Test
    default void whatEndedBeforeItStartedIsExecutedButItsDurationIsAnIssue() {
        now(Company.builder()
                        .executions(
                                new Execution("a", SUCCEEDED, daysAgo(2), justBefore(daysAgo(2))),
                                new Execution("a", SUCCEEDED, daysAgo(30), daysAgo(900)),
                                new Execution("a", SUCCEEDED, justBefore(daysAgo(30)), daysAgo(900)),
                                new Execution(null, SUCCEEDED, daysAgo(2), daysAgo(3)),
                                took(5, daysAgo(2))))
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "3")
                .shows("automations.duration.30d.mean", "5")
                .shows("automations.duration.30d.max", "5")
                .issues("executions.duration 2", "executions.automation 1");
    }

    @Test
    default void aDirtyExecutionCountsNowhere() {
        Instant latest = NOW.plus(Duration.ofMinutes(5));
        Company.Builder company = Company.builder()
                .executions(
                        execution(null, SUCCEEDED, daysAgo(2)),
                        execution(null, SUCCEEDED, daysAgo(900)),
                        execution(null, SUCCEEDED, null),
                        execution(null, SUCCEEDED, justAfter(latest)),
                        execution(null, SUCCEEDED, latest),
                        execution("a", SUCCEEDED, null),
                        execution("a", SUCCEEDED, latest),
                        execution("a", SUCCEEDED, justAfter(latest)),
                        execution("a", SUCCEEDED, NOW.plus(Duration.ofDays(9))));
        now(company)
                .showsOnly("automations.success.30d", "{} NO_DATA")
                .shows("automations.executions.30d{automation=unspecified, outcome=succeeded}", "0")
                .issues("executions.automation 4", "executions.started_at 1", "executions.future 2");
        at(daysAgo(3), company).issues("executions.automation 3", "executions.started_at 1", "executions.future 2");
    }

    @Test
    default void withoutAnyExecutionThereIsNothingToRateOrMeasure() {
        now(Company.builder()
                        .automationTypes(AutomationCatalogue.DEFAULT.withKnown("dca"))
                        .executions())
                .showsOnly(
                        "automations.executions.today",
                        "{automation=dca, outcome=succeeded} 0",
                        "{automation=dca, outcome=failed} 0",
                        "{automation=dca, outcome=other} 0")
                .showsOnly("automations.success.24h", "{automation=dca} NO_DATA")
                .shows("automations.success.overall.24h", "NO_DATA")
                .shows("automations.duration.24h.mean", "NO_DATA")
                .shows("automations.duration.30d.p95", "NO_DATA")
                .issues();
        now(Company.builder().executions()).showsOnly("automations.success.24h", "{} NO_DATA");
        now(Company.builder().automations(automation("a", "dca")))
                .shows("automations.executions.today", "UNAVAILABLE")
                .shows("automations.success.24h", "UNAVAILABLE")
                .shows("automations.success.overall.24h", "UNAVAILABLE")
                .shows("automations.duration.30d.p95", "UNAVAILABLE");
    }

    @Test
    default void everyCheckOfAutomationsAndExecutionsThatFindsNothingShowsZero() {
        now(Company.builder().automations())
                .showsOnly(
                        "data.issues",
                        "{check=automations.user} 0",
                        "{check=automations.created_at} 0",
                        "{check=automations.future} 0");
        now(Company.builder().executions())
                .showsOnly(
                        "data.issues",
                        "{check=executions.automation} 0",
                        "{check=executions.started_at} 0",
                        "{check=executions.future} 0",
                        "{check=executions.duration} 0");
    }
}
