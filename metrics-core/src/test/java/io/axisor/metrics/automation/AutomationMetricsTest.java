package io.axisor.metrics.automation;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.OutcomeCounts;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the automation domain measures from given facts. */
class AutomationMetricsTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final ExecutionCounts DAY =
            new ExecutionCounts(types(Map.of("dca", 3)), types(Map.of("dca", 1)), types(Map.of("grid", 2)));
    private static final ExecutionCounts MONTH = new ExecutionCounts(
            types(Map.of("dca", 3, "grid", 60)), types(Map.of("dca", 1, "", 40)), types(Map.of("grid", 2)));

    private static Breakdown types(Map<String, Integer> executions) {
        return counts(Set.of("dca"), executions);
    }

    private static Breakdown counts(Set<String> known, Map<String, Integer> executions) {
        Map<String, BigDecimal> times = new HashMap<>();
        executions.forEach((type, number) -> times.put(type, BigDecimal.valueOf(number)));
        return Breakdown.of(known).plusAll(times);
    }

    private static AutomationFacts.Builder facts() {
        return AutomationFacts.builder()
                .automations(Finding.ok(new AutomationCounts(
                        Breakdown.of(Set.of("dca")).plusAll(Map.of("grid", BigDecimal.valueOf(4))),
                        Breakdown.of(Set.of("dca")).plusAll(Map.of("dca", BigDecimal.ONE)),
                        Breakdown.of(List.of("free", "pro")).plusAll(Map.of("pro", BigDecimal.valueOf(4))),
                        Breakdown.of(List.of("free", "pro")).plusAll(Map.of("pro", BigDecimal.valueOf(3))))))
                .adopters(Finding.ok(2L))
                .executions(Finding.ok(Map.of(ROLLING_24H, DAY, ROLLING_30D, MONTH, TODAY, ExecutionCounts.NONE)))
                .durations(Finding.ok(Map.of(
                        ROLLING_24H,
                        DurationHistogram.EMPTY,
                        ROLLING_30D,
                        DurationHistogram.of(List.of(Duration.ZERO, Duration.ofMillis(2500))))))
                .marginGuard(Finding.ok(Map.of(
                        TODAY,
                        MarginGuardCounts.NONE,
                        ROLLING_30D,
                        new MarginGuardCounts(new OutcomeCounts(0, 0, 5), 2),
                        LIFETIME,
                        new MarginGuardCounts(new OutcomeCounts(93, 7, 6), 11))))
                .issues(new DataIssues(new TreeMap<>(Map.of("executions.future", 0L))));
    }

    /** The executions of the last day, and none before. */
    private static Finding<Map<Window, ExecutionCounts>> executions(ExecutionCounts ofADay) {
        return Finding.ok(Counted.withZeros(
                Map.of(ROLLING_24H, ofADay), AutomationDefinitions.EXECUTIONS.windows(), ExecutionCounts.NONE));
    }

    private static AutomationMetrics measure(AutomationFacts.Builder facts) {
        return AutomationMetrics.of(facts.build(), AT, MeasurementRules.DEFAULT);
    }

    private static Map<String, String> shown(List<Measurement> measurements) {
        return measurements.stream()
                .collect(Collectors.toMap(
                        m -> m.name() + (m.tags().isEmpty() ? "" : m.tags()),
                        m -> m.status() == Status.OK
                                ? m.finding().toString()
                                : m.status().name()));
    }

    @Test
    void automationsAreMeasuredByStateTypeAndPlan() {
        AutomationMetrics metrics = measure(facts());

        assertThat(shown(metrics.automations()))
                .isEqualTo(Map.of(
                        "automations{automation=dca, state=active}", "OK 0",
                        "automations{automation=grid, state=active}", "OK 4",
                        "automations{automation=dca, state=inactive}", "OK 1"));
        assertThat(shown(metrics.usage()))
                .isEqualTo(Map.of("automations.usage{plan=free}", "OK 0", "automations.usage{plan=pro}", "OK 4"));
        assertThat(shown(metrics.owners()))
                .isEqualTo(Map.of("automations.owners{plan=free}", "OK 0", "automations.owners{plan=pro}", "OK 3"));
        assertThat(metrics.adopters()).isEqualTo(Finding.ok(TWO));
    }

    @Test
    void executionsAreMeasuredByOutcomeAndType() {
        AutomationMetrics metrics = measure(facts());

        assertThat(shown(metrics.executions(ROLLING_24H)))
                .isEqualTo(Map.of(
                        "automations.executions.24h{automation=dca, outcome=succeeded}", "OK 3",
                        "automations.executions.24h{automation=dca, outcome=failed}", "OK 1",
                        "automations.executions.24h{automation=dca, outcome=other}", "OK 0",
                        "automations.executions.24h{automation=grid, outcome=other}", "OK 2"));
        assertThat(shown(metrics.executions(TODAY)))
                .isEqualTo(Map.of(
                        "automations.executions.today{automation=unspecified, outcome=succeeded}", "OK 0",
                        "automations.executions.today{automation=unspecified, outcome=failed}", "OK 0",
                        "automations.executions.today{automation=unspecified, outcome=other}", "OK 0"));
        assertThat(metrics.executions(TODAY)).noneMatch(Measurement::isComplete);
    }

    @Test
    void successIsRatedByTypeAndOverall() {
        AutomationMetrics metrics = measure(facts());

        assertThat(shown(metrics.success(ROLLING_24H)))
                .isEqualTo(Map.of(
                        "automations.success.24h{automation=dca}", "OK 0.75",
                        "automations.success.24h{automation=grid}", "NO_DATA"));
        assertThat(shown(metrics.success(ROLLING_30D)))
                .isEqualTo(Map.of(
                        "automations.success.30d{automation=dca}", "OK 0.75",
                        "automations.success.30d{automation=grid}", "OK 1",
                        "automations.success.30d{automation=unspecified}", "OK 0"));
        assertThat(metrics.overallSuccess(ROLLING_24H).isSmallSample()).isTrue();
        Measurement overall = metrics.overallSuccess(ROLLING_30D);
        assertThat(overall.ratio().orElseThrow().numerator()).isEqualByComparingTo("63");
        assertThat(overall.ratio().orElseThrow().denominator()).isEqualByComparingTo("104");
        assertThat(overall.interval()).isPresent();
        assertThat(overall.isSmallSample()).isFalse();
    }

    @Test
    void whereNothingWasExecutedThereIsNoTypeToRate() {
        AutomationMetrics metrics = measure(facts().executions(executions(ExecutionCounts.NONE)));

        assertThat(shown(metrics.success(ROLLING_24H))).isEqualTo(Map.of("automations.success.24h", "NO_DATA"));
        assertThat(metrics.success(ROLLING_24H).get(0).reason()).contains("nothing was executed in the window");
        assertThat(metrics.overallSuccess(ROLLING_24H).status()).isEqualTo(Status.NO_DATA);
    }

    @Test
    void theLongTailOfTypesFoldsAlikeInExecutionsAndSuccess() {
        ExecutionCounts many = new ExecutionCounts(
                counts(Set.of(), Map.of("a", 50, "c", 30, "d", 1)),
                counts(Set.of(), Map.of("a", 1, "b", 40, "c", 9, "e", 31)),
                Breakdown.NONE);
        AutomationMetrics metrics = AutomationMetrics.of(
                facts().executions(executions(many)).build(), AT, new MeasurementRules(ConfidenceLevel.P95, 30, 2));

        assertThat(shown(metrics.executions(ROLLING_24H)))
                .isEqualTo(Map.of(
                        "automations.executions.24h{automation=a, outcome=succeeded}", "OK 50",
                        "automations.executions.24h{automation=other, outcome=succeeded}", "OK 31",
                        "automations.executions.24h{automation=a, outcome=failed}", "OK 1",
                        "automations.executions.24h{automation=b, outcome=failed}", "OK 40",
                        "automations.executions.24h{automation=other, outcome=failed}", "OK 40",
                        "automations.executions.24h{automation=unspecified, outcome=other}", "OK 0"));
        assertThat(metrics.success(ROLLING_24H))
                .extracting(
                        m -> m.tags().get("automation"),
                        m -> m.ratio()
                                .map(r -> r.numerator() + "/" + r.denominator())
                                .orElseThrow())
                .containsExactlyInAnyOrder(tuple("a", "50/51"), tuple("b", "0/40"), tuple("other", "31/71"));
        assertThat(metrics.overallSuccess(ROLLING_24H).ratio().orElseThrow().denominator())
                .isEqualByComparingTo("162");
    }

    @Test
    void durationsAreMeasuredByStatistic() {
        AutomationMetrics metrics = measure(facts());

        assertThat(metrics.duration(ROLLING_30D, Statistic.MEAN).value().orElseThrow())
                .isEqualByComparingTo("1.25");
        assertThat(metrics.duration(ROLLING_30D, Statistic.P50).value().orElseThrow())
                .isZero();
        assertThat(metrics.duration(ROLLING_30D, Statistic.MAX).value().orElseThrow())
                .isEqualByComparingTo("2.5");
        assertThat(metrics.duration(ROLLING_30D, Statistic.P95).value().orElseThrow())
                .isBetween(new BigDecimal("2.375"), new BigDecimal("2.5"));
        assertThat(metrics.duration(ROLLING_24H, Statistic.P95).status()).isEqualTo(Status.NO_DATA);
        assertThat(metrics.duration(ROLLING_24H, Statistic.P95).name()).isEqualTo("automations.duration.24h.p95");
    }

    @Test
    void marginsGuardedAreMeasuredByWindow() {
        AutomationMetrics metrics = measure(facts());

        assertThat(shown(metrics.marginGuardActions(LIFETIME)))
                .isEqualTo(Map.of(
                        "margin.guard.actions.lifetime{outcome=succeeded}", "OK 93",
                        "margin.guard.actions.lifetime{outcome=failed}", "OK 7",
                        "margin.guard.actions.lifetime{outcome=other}", "OK 6"));
        assertThat(metrics.marginGuardSuccess(LIFETIME).finding()).isEqualTo(Finding.ok(new BigDecimal("0.93")));
        assertThat(metrics.marginGuardSuccess(ROLLING_30D).status()).isEqualTo(Status.NO_DATA);
        assertThat(metrics.marginGuardOwners(ROLLING_30D).finding()).isEqualTo(Finding.ok(TWO));
        assertThat(metrics.marginGuardOwners(TODAY).finding()).isEqualTo(Finding.ok(BigDecimal.ZERO));
        assertThat(metrics.marginGuardOwners(TODAY).isComplete()).isFalse();
    }

    @Test
    void everyDefinitionButAdoptionIsMeasuredOverEachOfItsWindows() {
        Set<String> measured =
                measure(facts()).measurements().stream().map(Measurement::name).collect(Collectors.toSet());
        Set<String> defined = AutomationDefinitions.ALL.stream()
                .filter(definition -> definition != AutomationDefinitions.ADOPTION)
                .map(MetricDefinition::names)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        defined.add("data.issues");

        assertThat(measured).isEqualTo(defined);
    }

    @Test
    void withoutMappingsEverythingIsUnavailableWithItsReasonAndNoTags() {
        AutomationMetrics metrics = measure(AutomationFacts.builder());

        assertThat(metrics.measurements())
                .hasSize(27)
                .allSatisfy(m -> assertThat(m.status()).isEqualTo(Status.UNAVAILABLE))
                .allSatisfy(m -> assertThat(m.tags()).isEmpty());
        assertThat(metrics.usage().get(0).reason()).contains("automations are not mapped");
        assertThat(metrics.success(ROLLING_24H).get(0).reason()).contains("executions are not mapped");
        assertThat(metrics.duration(ROLLING_24H, Statistic.MAX).reason())
                .contains("executions have neither an end nor a duration mapped");
        assertThat(metrics.marginGuardOwners(TODAY).reason())
                .contains("automations and executions are not both mapped");
        assertThat(metrics.adopters().reason()).contains("users and automations are not both mapped");
    }

    @Test
    void agedMetricsKeepTheirTypeAndAgeTheAdoptersToo() {
        AutomationMetrics aged = measure(facts()).withFindings(finding -> finding.stale("no answer"));

        assertThat(aged.overallSuccess(ROLLING_30D).status()).isEqualTo(Status.STALE);
        assertThat(aged.overallSuccess(ROLLING_30D).ratio()).isPresent();
        assertThat(aged.duration(ROLLING_30D, Statistic.MAX).status()).isEqualTo(Status.STALE);
        assertThat(aged.adopters()).isEqualTo(Finding.ok(TWO).stale("no answer"));
    }

    @Test
    void aWindowThatIsNotMeasuredIsRefusedWithThoseThatAre() {
        AutomationMetrics metrics = measure(facts());

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> metrics.overallSuccess(ROLLING_7D))
                .withMessageContaining("automations.success.overall is not measured over 7d");
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> metrics.duration(TODAY, Statistic.MAX))
                .withMessageContaining("automations.duration over today has no max");
    }

    @Test
    void aCatalogueKeepsWhatItIsNotAskedToChange() {
        AutomationCatalogue catalogue =
                AutomationCatalogue.DEFAULT.withKnown("dca").withMarginGuard("stop_loss");

        assertThat(catalogue).isEqualTo(new AutomationCatalogue(Set.of("dca"), Set.of("stop_loss")));
        assertThat(AutomationCatalogue.DEFAULT.withKnown("dca").marginGuard()).containsExactly("margin_guard");
    }
}
