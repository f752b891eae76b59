package io.axisor.metrics.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.DurationHistogram;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the platform domain measures from given facts. */
class PlatformMetricsTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));

    private static PlatformFacts.Builder facts() {
        return PlatformFacts.builder()
                .featureUsers(Finding.ok(counts(Map.of("search", 7L, "export", 0L))))
                .tickets(Finding.ok(tickets()))
                .compliance(Finding.ok(compliance(3)))
                .issues(new DataIssues(new TreeMap<>(Map.of("tickets.order", 2L))));
    }

    private static Breakdown counts(Map<String, Long> counts) {
        Map<String, BigDecimal> amounts = new HashMap<>();
        counts.forEach((value, count) -> amounts.put(value, BigDecimal.valueOf(count)));
        return Breakdown.NONE.plusAll(amounts);
    }

    /** Durations so short that each has a bucket of its own, whose percentiles are exact. */
    private static Finding<DurationHistogram> micros(Integer... micros) {
        return Finding.ok(DurationHistogram.of(
                Arrays.stream(micros).map(m -> Duration.ofNanos(m * 1000L)).toList()));
    }

    private static TicketFacts tickets() {
        return new TicketFacts(
                5,
                9,
                micros(1, 2, 3),
                micros(2, 4),
                Finding.ok(new DueCounts(3, 4, 2)),
                Finding.ok(new ScoreCounts(6, 8)));
    }

    private static ComplianceFacts compliance(long erasuresOverdue) {
        return new ComplianceFacts(
                counts(Map.of("access", 4L, "erasure", 1L)),
                counts(Map.of("erasure", erasuresOverdue)),
                counts(Map.of("access", 2L)),
                Finding.ok(new DueCounts(2, 2, 6)));
    }

    private static PlatformMetrics measure(PlatformFacts.Builder facts) {
        return PlatformMetrics.of(facts.build(), AT, MeasurementRules.DEFAULT);
    }

    private static Map<String, String> shown(PlatformMetrics metrics) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Measurement m : metrics.measurements()) {
            String found = m.value()
                    .map(value -> m.status() + " " + value.toPlainString())
                    .orElseGet(() -> m.finding().toString());
            assertThat(byName.put(m.name() + (m.tags().isEmpty() ? "" : m.tags()), found))
                    .as("measured twice: %s", m)
                    .isNull();
        }
        return byName;
    }

    @Test
    void everyMetricIsMeasuredFromItsFacts() {
        assertThat(shown(measure(facts())))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("features.users.30d{feature=search}", "OK 7"),
                        Map.entry("features.users.30d{feature=export}", "OK 0"),
                        Map.entry("support.tickets.30d{state=open}", "OK 5"),
                        Map.entry("support.tickets.30d{state=resolved}", "OK 9"),
                        Map.entry("support.first.response.30d.mean", "OK 0.000002"),
                        Map.entry("support.first.response.30d.p95", "OK 0.000003"),
                        Map.entry("support.resolution.30d.mean", "OK 0.000003"),
                        Map.entry("support.resolution.30d.p95", "OK 0.000004"),
                        Map.entry("support.sla.30d", "OK 0.5"),
                        Map.entry("support.satisfaction.30d", "OK 0.75"),
                        Map.entry("compliance.requests.30d{request=access, state=open}", "OK 4"),
                        Map.entry("compliance.requests.30d{request=erasure, state=open}", "OK 1"),
                        Map.entry("compliance.requests.30d{request=erasure, state=overdue}", "OK 3"),
                        Map.entry("compliance.requests.30d{request=access, state=completed}", "OK 2"),
                        Map.entry("compliance.on.time.30d", "OK 0.25"),
                        Map.entry("data.issues{check=tickets.order}", "OK 2")));
    }

    static Stream<Arguments> changes() {
        TicketFacts t = tickets();
        return Stream.of(
                change(
                        f -> f.featureUsers(Finding.ok(counts(Map.of("search", 8L, "export", 0L)))),
                        "features.users.30d{feature=search}"),
                ticketChange(
                        new TicketFacts(6, 9, t.firstResponse(), t.resolution(), t.due(), t.scores()),
                        "support.tickets.30d{state=open}"),
                ticketChange(
                        new TicketFacts(5, 8, t.firstResponse(), t.resolution(), t.due(), t.scores()),
                        "support.tickets.30d{state=resolved}"),
                ticketChange(
                        new TicketFacts(5, 9, micros(1, 2, 6), t.resolution(), t.due(), t.scores()),
                        "support.first.response.30d.mean",
                        "support.first.response.30d.p95"),
                ticketChange(
                        new TicketFacts(5, 9, t.firstResponse(), micros(3, 4), t.due(), t.scores()),
                        "support.resolution.30d.mean"),
                ticketChange(
                        new TicketFacts(
                                5,
                                9,
                                t.firstResponse(),
                                t.resolution(),
                                Finding.ok(new DueCounts(4, 4, 2)),
                                t.scores()),
                        "support.sla.30d"),
                ticketChange(
                        new TicketFacts(
                                5, 9, t.firstResponse(), t.resolution(), t.due(), Finding.ok(new ScoreCounts(6, 9))),
                        "support.satisfaction.30d"),
                change(
                        f -> f.compliance(Finding.ok(compliance(4))),
                        "compliance.requests.30d{request=erasure, state=overdue}"),
                change(
                        f -> f.issues(new DataIssues(new TreeMap<>(Map.of("tickets.order", 1L)))),
                        "data.issues{check=tickets.order}"));
    }

    private static Arguments ticketChange(TicketFacts changed, String... moved) {
        return change(f -> f.tickets(Finding.ok(changed)), moved);
    }

    private static Arguments change(UnaryOperator<PlatformFacts.Builder> change, String... moved) {
        return arguments(change, Set.of(moved));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void exactlyTheMetricsOfAFactMoveWhenItMoves(UnaryOperator<PlatformFacts.Builder> change, Set<String> moved) {
        Map<String, String> before = shown(measure(facts()));
        Map<String, String> after = shown(measure(change.apply(facts())));

        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(name -> before.get(name).equals(after.get(name)));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).isEqualTo(new TreeSet<>(moved));
    }

    @Test
    void whatIsNotMappedIsUnavailableAndNamesTheMapping() {
        PlatformMetrics metrics = measure(PlatformFacts.builder());

        assertThat(metrics.measurements()).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNAVAILABLE);
            assertThat(m.reason().orElseThrow()).contains("mapped");
            assertThat(m.tags()).isEmpty();
        });
        assertThat(metrics.measurements())
                .extracting(Measurement::name)
                .containsExactlyInAnyOrderElementsOf(PlatformDefinitions.ALL.stream()
                        .filter(definition -> definition != PlatformDefinitions.FEATURE_ADOPTION)
                        .map(MetricDefinition::names)
                        .flatMap(List::stream)
                        .toList());
    }

    @Test
    void aPartOfTheTicketsThatIsNotMappedLeavesTheOthersAlone() {
        PlatformMetrics metrics = measure(facts().tickets(Finding.ok(new TicketFacts(
                5,
                9,
                Finding.unavailable("no answers"),
                Finding.unavailable("no differences"),
                Finding.unavailable("no due dates"),
                Finding.unavailable("no scores")))));

        assertThat(metrics.tickets()).extracting(Measurement::status).containsOnly(Status.OK);
        assertThat(metrics.firstResponse(Statistic.P95).finding()).isEqualTo(Finding.unavailable("no answers"));
        assertThat(metrics.resolution(Statistic.MEAN).finding()).isEqualTo(Finding.unavailable("no differences"));
        assertThat(metrics.ticketsOnTime().finding()).isEqualTo(Finding.unavailable("no due dates"));
        assertThat(metrics.ticketSatisfaction().finding()).isEqualTo(Finding.unavailable("no scores"));
    }

    @Test
    void withoutDueDatesNoNumberSaysWhatIsOverdue() {
        PlatformMetrics metrics = measure(facts().compliance(Finding.ok(new ComplianceFacts(
                counts(Map.of("access", 4L)), Breakdown.NONE, Breakdown.NONE, Finding.unavailable("no due dates")))));

        assertThat(metrics.complianceRequests())
                .extracting(Measurement::toString)
                .containsExactly(
                        "compliance.requests.30d{request=unspecified, state=completed} OK 0",
                        "compliance.requests.30d{request=access, state=open} OK 4");
        assertThat(metrics.complianceOnTime().finding()).isEqualTo(Finding.unavailable("no due dates"));
    }

    @Test
    void overNothingCountsAreZeroAndRatiosAndDurationsAreNot() {
        Finding<DurationHistogram> nothing = Finding.ok(DurationHistogram.EMPTY);
        Finding<DueCounts> nothingDue = Finding.ok(new DueCounts(0, 0, 0));
        PlatformMetrics metrics = measure(PlatformFacts.builder()
                .featureUsers(Finding.ok(Breakdown.NONE))
                .tickets(Finding.ok(
                        new TicketFacts(0, 0, nothing, nothing, nothingDue, Finding.ok(new ScoreCounts(0, 0)))))
                .compliance(
                        Finding.ok(new ComplianceFacts(Breakdown.NONE, Breakdown.NONE, Breakdown.NONE, nothingDue))));
        Set<String> withoutValue = new TreeSet<>();
        for (Measurement m : metrics.measurements()) {
            if (m.value().isPresent()) {
                assertThat(m.value().get()).as(m.name()).isZero();
            } else {
                assertThat(m.status()).as(m.name()).isEqualTo(Status.NO_DATA);
                withoutValue.add(m.name());
            }
        }

        assertThat(withoutValue)
                .containsExactly(
                        "compliance.on.time.30d",
                        "support.first.response.30d.mean",
                        "support.first.response.30d.p95",
                        "support.resolution.30d.mean",
                        "support.resolution.30d.p95",
                        "support.satisfaction.30d",
                        "support.sla.30d");
    }

    @Test
    void featuresBeyondTheLargestAreShownAsTheSumOfTheirUsers() {
        Breakdown users = counts(Map.of("a", 3L, "b", 9L, "c", 4L, "d", 2L));
        PlatformMetrics metrics = PlatformMetrics.of(
                PlatformFacts.builder().featureUsers(Finding.ok(users)).build(),
                AT,
                new MeasurementRules(ConfidenceLevel.P95, 30, 2));

        assertThat(metrics.featureUsers())
                .extracting(Measurement::toString)
                .containsExactly(
                        "features.users.30d{feature=b} OK 9",
                        "features.users.30d{feature=c} OK 4",
                        "features.users.30d{feature=other} OK 5");
    }

    /** Five kinds are open, the small ones together more than one of those that are shown. */
    @Test
    void kindsOfRequestsFoldAlikeInEveryState() {
        PlatformMetrics metrics = PlatformMetrics.of(
                PlatformFacts.builder()
                        .compliance(Finding.ok(new ComplianceFacts(
                                counts(Map.of("access", 9L, "erasure", 2L, "x", 1L, "y", 1L, "z", 1L)),
                                counts(Map.of("z", 1L)),
                                counts(Map.of("erasure", 1L)),
                                Finding.ok(new DueCounts(0, 0, 0)))))
                        .build(),
                AT,
                new MeasurementRules(ConfidenceLevel.P95, 30, 2));

        assertThat(metrics.complianceRequests())
                .extracting(Measurement::toString)
                .containsExactlyInAnyOrder(
                        "compliance.requests.30d{request=access, state=open} OK 9",
                        "compliance.requests.30d{request=erasure, state=open} OK 2",
                        "compliance.requests.30d{request=other, state=open} OK 3",
                        "compliance.requests.30d{request=other, state=overdue} OK 1",
                        "compliance.requests.30d{request=erasure, state=completed} OK 1");
    }

    @Test
    void everyAccessorFindsItsMetric() {
        PlatformMetrics metrics = measure(facts());

        assertThat(metrics.featureUsers()).extracting(Measurement::name).containsOnly("features.users.30d");
        assertThat(metrics.tickets()).extracting(Measurement::name).containsOnly("support.tickets.30d");
        assertThat(metrics.firstResponse(Statistic.MEAN).name()).isEqualTo("support.first.response.30d.mean");
        assertThat(metrics.resolution(Statistic.P95).name()).isEqualTo("support.resolution.30d.p95");
        assertThat(metrics.ticketsOnTime().name()).isEqualTo("support.sla.30d");
        assertThat(metrics.ticketSatisfaction().name()).isEqualTo("support.satisfaction.30d");
        assertThat(metrics.complianceRequests())
                .extracting(Measurement::name)
                .containsOnly("compliance.requests.30d")
                .hasSize(4);
        assertThat(metrics.complianceOnTime().name()).isEqualTo("compliance.on.time.30d");
        assertThat(metrics.domain()).isEqualTo(PlatformDefinitions.DOMAIN);
    }

    @Test
    void ratiosOfFewAreFlagged() {
        assertThat(measure(facts()).ticketSatisfaction().isSmallSample()).isTrue();
        assertThat(measure(facts()).ticketsOnTime().interval()).isPresent();
    }

    @Test
    void agedMetricsAreOfTheSameType() {
        PlatformMetrics stale = measure(facts()).withFindings(finding -> finding.stale("late"));

        assertThat(stale.at()).isEqualTo(AT);
        assertThat(stale.resolution(Statistic.P95).finding())
                .isEqualTo(Finding.ok(new BigDecimal("0.000004")).stale("late"));
        assertThat(stale.measurements()).extracting(Measurement::status).containsOnly(Status.STALE);
    }
}
