package io.axisor.metrics.users;

import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static io.axisor.metrics.time.Window.THIS_MONTH;
import static io.axisor.metrics.time.Window.THIS_WEEK;
import static io.axisor.metrics.time.Window.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the users domain measures from given facts. */
class UserMetricsTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final AsOf AT = new AsOf(T, T, BusinessCalendar.of(ZoneOffset.UTC));
    private static final Map<Window, Long> CREATED =
            Map.of(ROLLING_24H, 1L, ROLLING_7D, 7L, ROLLING_30D, 30L, TODAY, 2L, THIS_WEEK, 3L, THIS_MONTH, 4L);
    private static final Map<Window, Long> ACTIVE = Map.of(ROLLING_24H, 10L, ROLLING_7D, 20L, ROLLING_30D, 40L);

    private static UserFacts.Builder facts() {
        return UserFacts.builder()
                .accounts(Finding.ok(new AccountFacts(plans(60, 40), 80, CREATED)))
                .active(Finding.ok(ACTIVE))
                .retention(Finding.ok(new Cohort(50, 25)))
                .churn(Finding.ok(new Cohort(40, 10)))
                .sumOfDailyActives(Finding.ok(300L))
                .lifecycle(Finding.ok(new LifecycleFacts(5, 25, 10, 10)))
                .conversion(Finding.ok(new Cohort(50, 5)))
                .paying(Finding.ok(plans(1, 30)))
                .verified(Finding.ok(new Cohort(100, 75)))
                .planChanges(Finding.ok(new PlanChangeFacts(6, 2, 4)))
                .surveys(Finding.ok(new SurveyFacts(5, 3, 10, 6, 8)))
                .issues(new DataIssues(new TreeMap<>(Map.of("users.future", 0L))));
    }

    private static Breakdown plans(long free, long pro) {
        return Breakdown.of(List.of("free", "pro"))
                .plusAll(Map.of("free", BigDecimal.valueOf(free), "pro", BigDecimal.valueOf(pro)));
    }

    private static UserMetrics measure(UserFacts.Builder facts) {
        return UserMetrics.of(facts.build(), AT, MeasurementRules.DEFAULT);
    }

    private static Map<String, Finding<BigDecimal>> shown(UserMetrics metrics) {
        Map<String, Finding<BigDecimal>> byName = new LinkedHashMap<>();
        for (Measurement m : metrics.measurements()) {
            assertThat(byName.put(m.name() + (m.tags().isEmpty() ? "" : m.tags()), m.finding()))
                    .as("measured twice: %s", m)
                    .isNull();
        }
        return byName;
    }

    @Test
    void everyMetricIsMeasuredFromItsFacts() {
        Map<String, String> values = new TreeMap<>();
        shown(measure(facts())).forEach((name, finding) -> values.put(name, finding.toString()));

        assertThat(values)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("users{plan=free}", "OK 60"),
                        Map.entry("users{plan=pro}", "OK 40"),
                        Map.entry("users.active.24h", "OK 10"),
                        Map.entry("users.active.7d", "OK 20"),
                        Map.entry("users.active.30d", "OK 40"),
                        Map.entry("users.new.24h", "OK 1"),
                        Map.entry("users.new.7d", "OK 7"),
                        Map.entry("users.new.30d", "OK 30"),
                        Map.entry("users.new.today", "OK 2"),
                        Map.entry("users.new.this.week", "OK 3"),
                        Map.entry("users.new.this.month", "OK 4"),
                        Map.entry("users.retention.30d", "OK 0.5"),
                        Map.entry("users.churn.30d", "OK 0.25"),
                        Map.entry("users.stickiness", "OK 0.25"),
                        Map.entry("users.stickiness.mean", "OK 0.25"),
                        Map.entry("users.lifecycle.30d{state=new}", "OK 5"),
                        Map.entry("users.lifecycle.30d{state=returning}", "OK 25"),
                        Map.entry("users.lifecycle.30d{state=resurrected}", "OK 10"),
                        Map.entry("users.lifecycle.30d{state=dormant}", "OK 10"),
                        Map.entry("users.conversion.30d", "OK 0.1"),
                        Map.entry("users.paying{plan=free}", "OK 1"),
                        Map.entry("users.paying{plan=pro}", "OK 30"),
                        Map.entry("compliance.verified", "OK 0.75"),
                        Map.entry("plans.changes.30d{direction=upgrade}", "OK 6"),
                        Map.entry("plans.changes.30d{direction=downgrade}", "OK 2"),
                        Map.entry("plans.upgrade.30d", "OK 0.05"),
                        Map.entry("satisfaction.nps.90d", "OK 20"),
                        Map.entry("satisfaction.csat.90d", "OK 0.75"),
                        Map.entry("satisfaction.responses.90d", "OK 18"),
                        Map.entry("data.issues{check=users.future}", "OK 0")));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change(f -> f.accounts(Finding.ok(new AccountFacts(plans(61, 40), 80, CREATED))), "users{plan=free}"),
                change(f -> f.accounts(Finding.ok(new AccountFacts(plans(60, 40), 81, CREATED))), "plans.upgrade.30d"),
                change(
                        f -> f.accounts(Finding.ok(new AccountFacts(plans(60, 40), 80, plusOne(CREATED, TODAY)))),
                        "users.new.today"),
                change(
                        f -> f.accounts(Finding.ok(new AccountFacts(plans(60, 40), 80, plusOne(CREATED, ROLLING_7D)))),
                        "users.new.7d"),
                change(f -> f.active(Finding.ok(plusOne(ACTIVE, ROLLING_24H))), "users.active.24h", "users.stickiness"),
                change(f -> f.active(Finding.ok(plusOne(ACTIVE, ROLLING_7D))), "users.active.7d"),
                change(
                        f -> f.active(Finding.ok(plusOne(ACTIVE, ROLLING_30D))),
                        "users.active.30d",
                        "users.stickiness",
                        "users.stickiness.mean"),
                change(f -> f.retention(Finding.ok(new Cohort(50, 26))), "users.retention.30d"),
                change(f -> f.churn(Finding.ok(new Cohort(41, 10))), "users.churn.30d"),
                change(f -> f.sumOfDailyActives(Finding.ok(301L)), "users.stickiness.mean"),
                change(
                        f -> f.lifecycle(Finding.ok(new LifecycleFacts(6, 25, 10, 9))),
                        "users.lifecycle.30d{state=new}",
                        "users.lifecycle.30d{state=dormant}"),
                change(
                        f -> f.lifecycle(Finding.ok(new LifecycleFacts(5, 24, 11, 10))),
                        "users.lifecycle.30d{state=returning}",
                        "users.lifecycle.30d{state=resurrected}"),
                change(f -> f.conversion(Finding.ok(new Cohort(50, 6))), "users.conversion.30d"),
                change(f -> f.paying(Finding.ok(plans(1, 31))), "users.paying{plan=pro}"),
                change(f -> f.verified(Finding.ok(new Cohort(100, 76))), "compliance.verified"),
                change(
                        f -> f.planChanges(Finding.ok(new PlanChangeFacts(7, 3, 4))),
                        "plans.changes.30d{direction=upgrade}",
                        "plans.changes.30d{direction=downgrade}"),
                change(f -> f.planChanges(Finding.ok(new PlanChangeFacts(6, 2, 5))), "plans.upgrade.30d"),
                change(f -> f.surveys(Finding.ok(new SurveyFacts(6, 3, 10, 6, 8))), "satisfaction.nps.90d"),
                change(f -> f.surveys(Finding.ok(new SurveyFacts(5, 4, 10, 6, 8))), "satisfaction.nps.90d"),
                change(
                        f -> f.surveys(Finding.ok(new SurveyFacts(5, 3, 11, 6, 8))),
                        "satisfaction.nps.90d",
                        "satisfaction.responses.90d"),
                change(f -> f.surveys(Finding.ok(new SurveyFacts(5, 3, 10, 7, 8))), "satisfaction.csat.90d"),
                change(
                        f -> f.surveys(Finding.ok(new SurveyFacts(5, 3, 10, 6, 9))),
                        "satisfaction.csat.90d",
                        "satisfaction.responses.90d"),
                change(
                        f -> f.issues(new DataIssues(new TreeMap<>(Map.of("users.future", 1L)))),
                        "data.issues{check=users.future}"));
    }

    private static Arguments change(UnaryOperator<UserFacts.Builder> change, String... moved) {
        return arguments(change, Set.of(moved));
    }

    private static Map<Window, Long> plusOne(Map<Window, Long> counts, Window window) {
        Map<Window, Long> changed = new TreeMap<>(counts);
        changed.merge(window, 1L, Long::sum);
        return changed;
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("changes")
    void exactlyTheMetricsOfAFactMoveWhenItMoves(UnaryOperator<UserFacts.Builder> change, Set<String> moved) {
        Map<String, Finding<BigDecimal>> before = shown(measure(facts()));
        Map<String, Finding<BigDecimal>> after = shown(measure(change.apply(facts())));

        Set<String> changed = new TreeSet<>(before.keySet());
        changed.removeIf(name -> before.get(name).equals(after.get(name)));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(changed).isEqualTo(new TreeSet<>(moved));
    }

    @Test
    void whatIsNotMappedIsUnavailableAndNamesTheMapping() {
        UserMetrics metrics = measure(UserFacts.builder());
        Set<String> keys =
                UserDefinitions.ALL.stream().map(MetricDefinition::key).collect(Collectors.toSet());

        assertThat(metrics.measurements()).allSatisfy(m -> {
            assertThat(m.status()).isEqualTo(Status.UNAVAILABLE);
            assertThat(m.value()).isEmpty();
            assertThat(m.reason().orElseThrow()).contains("mapped");
            assertThat(m.tags()).isEmpty();
        });
        assertThat(metrics.measurements()).extracting(m -> m.definition().key()).containsAll(keys);
        assertThat(metrics.conversion().reason()).contains("users and payments are not both mapped");
        assertThat(metrics.planUpgrade().reason()).contains("plan changes are not mapped");
        assertThat(metrics.total().status()).isEqualTo(Status.UNAVAILABLE);
    }

    @Test
    void overMappedEmptyTablesCountsAreZeroAndRatiosAreNot() {
        UserMetrics metrics = measure(UserFacts.builder()
                .accounts(Finding.ok(new AccountFacts(
                        plans(0, 0), 0, Counted.withZeros(Map.of(), UserDefinitions.NEW.windows(), 0L))))
                .active(Finding.ok(Counted.withZeros(Map.of(), UserDefinitions.ACTIVE.windows(), 0L)))
                .retention(Finding.ok(new Cohort(0, 0)))
                .churn(Finding.ok(new Cohort(0, 0)))
                .sumOfDailyActives(Finding.ok(0L))
                .lifecycle(Finding.ok(new LifecycleFacts(0, 0, 0, 0)))
                .conversion(Finding.ok(new Cohort(0, 0)))
                .paying(Finding.ok(plans(0, 0)))
                .verified(Finding.ok(new Cohort(0, 0)))
                .planChanges(Finding.ok(new PlanChangeFacts(0, 0, 0)))
                .surveys(Finding.ok(new SurveyFacts(0, 0, 0, 0, 0))));
        Map<String, Status> withoutValue = new TreeMap<>();
        shown(metrics).forEach((name, finding) -> {
            if (finding.status().hasValue()) {
                assertThat(finding.get()).as(name).isZero();
            } else {
                withoutValue.put(name, finding.status());
            }
        });

        assertThat(withoutValue)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "users.retention.30d", Status.UNDEFINED,
                        "users.churn.30d", Status.UNDEFINED,
                        "users.conversion.30d", Status.UNDEFINED,
                        "plans.upgrade.30d", Status.UNDEFINED,
                        "compliance.verified", Status.UNDEFINED,
                        "users.stickiness", Status.NO_DATA,
                        "users.stickiness.mean", Status.NO_DATA,
                        "satisfaction.nps.90d", Status.NO_DATA,
                        "satisfaction.csat.90d", Status.NO_DATA));
    }

    @Test
    void whatStandsInTheWayOfActivityStandsInTheWayOfStickiness() {
        UserMetrics metrics = measure(facts().active(Finding.undefined("overwritten")));

        assertThat(metrics.active(ROLLING_30D).finding()).isEqualTo(Finding.undefined("overwritten"));
        assertThat(metrics.stickiness().finding()).isEqualTo(Finding.undefined("overwritten"));
        assertThat(metrics.meanStickiness().finding()).isEqualTo(Finding.undefined("overwritten"));
        assertThat(metrics.retention().status()).isEqualTo(Status.OK);
    }

    @Test
    void everyAccessorFindsItsMetric() {
        UserMetrics metrics = measure(facts());

        assertThat(metrics.byPlan())
                .extracting(Measurement::name)
                .containsOnly("users")
                .hasSize(2);
        assertThat(metrics.total()).isEqualTo(Finding.ok(BigDecimal.valueOf(100)));
        assertThat(metrics.active(ROLLING_7D).name()).isEqualTo("users.active.7d");
        assertThat(metrics.created(THIS_WEEK).name()).isEqualTo("users.new.this.week");
        assertThat(metrics.retention().name()).isEqualTo("users.retention.30d");
        assertThat(metrics.churn().name()).isEqualTo("users.churn.30d");
        assertThat(metrics.stickiness().name()).isEqualTo("users.stickiness");
        assertThat(metrics.meanStickiness().name()).isEqualTo("users.stickiness.mean");
        assertThat(metrics.lifecycle())
                .extracting(Measurement::name)
                .containsOnly("users.lifecycle.30d")
                .hasSize(4);
        assertThat(metrics.conversion().name()).isEqualTo("users.conversion.30d");
        assertThat(metrics.paying())
                .extracting(Measurement::name)
                .containsOnly("users.paying")
                .hasSize(2);
        assertThat(metrics.verified().name()).isEqualTo("compliance.verified");
        assertThat(metrics.planChanges())
                .extracting(Measurement::name)
                .containsOnly("plans.changes.30d")
                .hasSize(2);
        assertThat(metrics.planUpgrade().name()).isEqualTo("plans.upgrade.30d");
        assertThat(metrics.netPromoterScore().name()).isEqualTo("satisfaction.nps.90d");
        assertThat(metrics.customerSatisfaction().name()).isEqualTo("satisfaction.csat.90d");
        assertThat(metrics.surveyResponses().name()).isEqualTo("satisfaction.responses.90d");
    }

    @Test
    void aWindowThatIsNotMeasuredIsRefusedWithThoseThatAre() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> measure(facts()).active(TODAY))
                .withMessageContaining("users.active is not measured over today")
                .withMessageContaining("ROLLING_24H, ROLLING_7D, ROLLING_30D");
    }

    @Test
    void calendarWindowsThatStillRunAreFlaggedIncomplete() {
        UserMetrics metrics = measure(facts());

        assertThat(metrics.created(TODAY).isComplete()).isFalse();
        assertThat(metrics.created(THIS_WEEK).isComplete()).isFalse();
        assertThat(metrics.created(THIS_MONTH).isComplete()).isFalse();
        assertThat(metrics.created(ROLLING_30D).isComplete()).isTrue();
    }

    @Test
    void agedMetricsAreOfTheSameType() {
        UserMetrics stale = measure(facts()).withFindings(finding -> finding.stale("late"));

        assertThat(stale.at()).isEqualTo(AT);
        assertThat(stale.total()).isEqualTo(Finding.ok(BigDecimal.valueOf(100)).stale("late"));
        assertThat(stale.measurements()).extracting(Measurement::status).containsOnly(Status.STALE);
    }
}
