package io.axisor.metrics;

import static io.axisor.metrics.time.Window.ROLLING_30D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.axisor.metrics.automation.AutomationFacts;
import io.axisor.metrics.automation.AutomationMetrics;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementFlag;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.platform.PlatformFacts;
import io.axisor.metrics.platform.PlatformMetrics;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import io.axisor.metrics.source.MetricsDataSource;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.users.AccountFacts;
import io.axisor.metrics.users.UserDefinitions;
import io.axisor.metrics.users.UserFacts;
import io.axisor.metrics.users.UserMetrics;
import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Counted;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The adoption of automations and features, composed of users and those domains that have been measured. */
class AdoptionMetricsTest {

    private static final Instant T = Instant.parse("2026-03-15T12:00:00Z");
    private static final BusinessMetrics METRICS = BusinessMetrics.of(nothing(), ZoneOffset.UTC);

    private static MetricsDataSource nothing() {
        return InMemoryMetricsDataSource.builder().build();
    }

    private static AsOf at(Instant instant) {
        return new AsOf(instant, T, BusinessCalendar.of(ZoneOffset.UTC));
    }

    private static UserMetrics users(Instant instant, long accounts, long active) {
        return UserMetrics.of(
                UserFacts.builder()
                        .accounts(Finding.ok(accounts(accounts)))
                        .active(Finding.ok(
                                Counted.withZeros(Map.of(ROLLING_30D, active), UserDefinitions.ACTIVE.windows(), 0L)))
                        .build(),
                at(instant),
                MeasurementRules.DEFAULT);
    }

    private static AccountFacts accounts(long number) {
        return new AccountFacts(
                Breakdown.NONE.plusAll(Map.of("pro", BigDecimal.valueOf(number))),
                0,
                Counted.withZeros(Map.of(), UserDefinitions.NEW.windows(), 0L));
    }

    private static AutomationMetrics automation(Instant instant, Finding<Long> adopters) {
        return AutomationMetrics.of(
                AutomationFacts.builder().adopters(adopters).build(), at(instant), MeasurementRules.DEFAULT);
    }

    private static PlatformMetrics platform(Instant instant, Map<String, Long> featureUsers) {
        return PlatformMetrics.of(
                PlatformFacts.builder()
                        .featureUsers(Finding.ok(Breakdown.ofCounts(featureUsers)))
                        .build(),
                at(instant),
                MeasurementRules.DEFAULT);
    }

    private static AdoptionMetrics adoption(DomainMetrics... measured) {
        return METRICS.snapshotOf(List.of(measured)).adoption();
    }

    @Test
    void automationsAreAdoptedByAShareOfTheAccounts() {
        Measurement adoption =
                adoption(users(T, 40, 0), automation(T, Finding.ok(30L))).automations();

        assertThat(adoption.name()).isEqualTo("automations.adoption");
        assertThat(adoption.value()).contains(new BigDecimal("0.75"));
        assertThat(adoption.interval()).isPresent();
    }

    @Test
    void featuresAreAdoptedByAShareOfTheActive() {
        AdoptionMetrics adoption = adoption(users(T, 99, 40), platform(T, Map.of("search", 30L, "export", 0L)));

        assertThat(adoption.features())
                .extracting(Measurement::toString)
                .containsExactly(
                        "features.adoption.30d{feature=export} OK 0", "features.adoption.30d{feature=search} OK 0.75");
        assertThat(adoption.features()).allSatisfy(m -> assertThat(m.interval()).isPresent());
    }

    @Test
    void aShareIsFlaggedWhenEitherOfItsNumbersIsNotOfOneSnapshot() {
        UserMetrics ofParts = UserMetrics.of(
                UserFacts.builder()
                        .accounts(Finding.ok(accounts(40)))
                        .issues(DataIssues.NOT_ONE_SNAPSHOT)
                        .build(),
                at(T),
                MeasurementRules.DEFAULT);

        assertThat(adoption(ofParts, automation(T, Finding.ok(30L)))
                        .automations()
                        .flags())
                .containsExactly(MeasurementFlag.NOT_ONE_SNAPSHOT);
        assertThat(adoption(users(T, 40, 0), automation(T, Finding.ok(30L)))
                        .automations()
                        .flags())
                .isEmpty();
    }

    @Test
    void moreUsersOfAFeatureThanActivePeopleExceedOneWithoutAnInterval() {
        List<Measurement> features =
                adoption(users(T, 9, 4), platform(T, Map.of("search", 6L))).features();

        assertThat(features).hasSize(1);
        assertThat(features.get(0).value()).contains(new BigDecimal("1.5"));
        assertThat(features.get(0).interval()).isEmpty();
        assertThat(features.get(0).isSmallSample()).isTrue();
    }

    @Test
    void withoutAccountsOrActivePeopleThereIsNoShare() {
        AdoptionMetrics adoption =
                adoption(users(T, 0, 0), automation(T, Finding.ok(0L)), platform(T, Map.of("search", 0L)));

        assertThat(adoption.automations().finding()).isEqualTo(Finding.undefined("there is no account at t"));
        assertThat(adoption.features())
                .extracting(Measurement::finding)
                .containsExactly(Finding.undefined("nobody was active in the window"));
    }

    @Test
    void whatStandsInTheWayOfAPartStandsInTheWayOfTheShare() {
        UserMetrics nobodyMapped = UserMetrics.of(UserFacts.builder().build(), at(T), MeasurementRules.DEFAULT);
        AdoptionMetrics withoutUsers =
                adoption(nobodyMapped, automation(T, Finding.ok(3L)), platform(T, Map.of("search", 3L)));
        AdoptionMetrics withoutUse = adoption(
                users(T, 9, 4),
                automation(T, Finding.undefined("no owners")),
                PlatformMetrics.of(PlatformFacts.builder().build(), at(T), MeasurementRules.DEFAULT));

        assertThat(withoutUsers.automations().finding()).isEqualTo(Finding.unavailable("users are not mapped"));
        assertThat(withoutUsers.features())
                .extracting(Measurement::finding)
                .containsExactly(nobodyMapped.active(ROLLING_30D).finding());
        assertThat(withoutUse.automations().finding()).isEqualTo(Finding.undefined("no owners"));
        assertThat(withoutUse.features())
                .extracting(Measurement::finding)
                .containsExactly(Finding.unavailable("feature use is not mapped"));
    }

    @Test
    void itIsAsOfTheOldestOfItsDomains() {
        Instant earlier = T.minus(Duration.ofMinutes(1));
        Instant earliest = T.minus(Duration.ofMinutes(2));

        assertThat(adoption(
                                users(T, 9, 4),
                                automation(earliest, Finding.ok(3L)),
                                platform(earlier, Map.of("search", 3L)))
                        .at()
                        .instant())
                .isEqualTo(earliest);
        assertThat(adoption(users(earliest, 9, 4), platform(earlier, Map.of("search", 3L)))
                        .features())
                .extracting(Measurement::asOf)
                .containsExactly(earliest);
        assertThat(adoption(users(earlier, 9, 4)).at().instant()).isEqualTo(earlier);
    }

    @Test
    void onlyTheDomainsThatHaveBeenMeasuredAreAdopted() {
        AdoptionMetrics features = adoption(users(T, 9, 4), platform(T, Map.of("search", 3L)));

        assertThat(features.measurements()).extracting(Measurement::name).containsExactly("features.adoption.30d");
        assertThat(adoption(users(T, 9, 4)).measurements()).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> adoption(platform(T, Map.of("search", 3L))))
                .withMessageContaining("'users' has not been measured");
    }

    @Test
    void itIsStaleWhenEitherPartIs() {
        UnaryOperator<Finding<BigDecimal>> stale = finding -> finding.stale("store is down");
        UserMetrics users = users(T, 9, 4);
        AutomationMetrics automation = automation(T, Finding.ok(3L));
        PlatformMetrics platform = platform(T, Map.of("search", 3L));

        for (AdoptionMetrics adoption : List.of(
                adoption(users.withFindings(stale), automation, platform),
                adoption(users, automation.withFindings(stale), platform.withFindings(stale)))) {
            assertThat(adoption.measurements()).hasSize(2).allSatisfy(m -> {
                assertThat(m.status()).isEqualTo(Status.STALE);
                assertThat(m.reason()).contains("store is down");
                assertThat(m.value()).isPresent();
            });
        }
        assertThat(adoption(users, automation.withFindings(stale), platform).features())
                .extracting(Measurement::status)
                .containsExactly(Status.OK);
    }

    @Test
    void itIsGoneWhenAPartHasFailed() {
        AdoptionMetrics adoption = adoption(
                users(T, 9, 4),
                automation(T, Finding.ok(3L)),
                platform(T, Map.of("search", 3L)).withFindings(finding -> finding.failed("store is down")));

        assertThat(adoption.features()).extracting(Measurement::status).containsExactly(Status.FAILED);
        assertThat(adoption.automations().status()).isEqualTo(Status.OK);
    }

    @Test
    void agedMetricsAreOfTheSameType() {
        AdoptionMetrics stale = adoption(users(T, 9, 4), platform(T, Map.of("search", 3L)))
                .withFindings(finding -> finding.stale("late"));

        assertThat(stale.at()).isEqualTo(at(T));
        assertThat(stale.features()).extracting(Measurement::status).containsExactly(Status.STALE);
    }
}
