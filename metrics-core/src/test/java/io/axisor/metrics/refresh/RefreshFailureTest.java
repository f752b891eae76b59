package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown when a domain fails or ages, on simulated time. */
class RefreshFailureTest {

    private final ScriptedSource source = new ScriptedSource();
    private final MetricsRefresher refresher = source.simulated().build();

    private Status users() {
        return ScriptedSource.users(refresher.snapshot());
    }

    private Status revenue() {
        return ScriptedSource.revenue(refresher.snapshot());
    }

    private Measurement retention() {
        return refresher.snapshot().find("users.retention", Window.ROLLING_30D).get(0);
    }

    @Test
    void nothingIsShownBeforeTheFirstRefreshHasEnded() {
        assertThat(refresher.snapshot().measurements()).isEmpty();
        assertThat(refresher.health()).hasSize(6).allSatisfy(health -> {
            assertThat(health.up()).isFalse();
            assertThat(health.standby()).isFalse();
            assertThat(health.lastSuccess()).isEmpty();
            assertThat(health.age()).isEmpty();
            assertThat(health.lastFailure()).isEmpty();
        });
    }

    @Test
    void aRefreshOnDemandShowsWhatItMeasured() {
        assertThat(refresher.refresh("users")).isTrue();
        assertThat(users()).isEqualTo(Status.OK);
        assertThat(revenue()).isEqualTo(Status.UNAVAILABLE);

        assertThat(refresher.refresh()).isSameAs(refresher.snapshot());
        assertThat(revenue()).isEqualTo(Status.OK);
        source.pass(Duration.ofSeconds(7));
        DomainHealth health = refresher.health("users");
        assertThat(health.up()).isTrue();
        assertThat(health.lastSuccess()).contains(ScriptedSource.START);
        assertThat(health.age()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aDomainThatFailsLeavesTheOtherFresh() {
        refresher.refresh();
        source.beforeUsers = ScriptedSource.failing("accounts are out of reach");
        refresher.refresh();

        assertThat(users()).isEqualTo(Status.STALE);
        assertThat(revenue()).isEqualTo(Status.OK);
        assertThat(retention().value())
                .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("0.75"));
        assertThat(retention().reason()).contains("MetricsDataException: accounts are out of reach");
        assertThat(refresher.refresh("users")).isFalse();
        assertThat(refresher.health("users").up()).isFalse();
        assertThat(refresher.health("users").lastFailure()).contains("MetricsDataException: accounts are out of reach");
        assertThat(refresher.health("revenue").up()).isTrue();
    }

    @Test
    void aDomainThatNeverSucceededShowsNothing() {
        source.beforeUsers = ScriptedSource.failing("accounts are out of reach");
        refresher.refresh();

        assertThat(users()).isEqualTo(Status.UNAVAILABLE);
        assertThat(refresher.snapshot().domain("users")).isEmpty();
        assertThat(refresher.health("users").lastSuccess()).isEmpty();
    }

    @Test
    void lastGoodValuesStayForTheStaleLimitAndNoLonger() {
        refresher.refresh();
        source.beforeUsers = ScriptedSource.failing("accounts are out of reach");
        source.pass(Duration.ofMinutes(5));
        refresher.refresh();
        assertThat(users()).isEqualTo(Status.STALE);

        source.pass(Duration.ofNanos(1));
        refresher.showAged();
        assertThat(users()).isEqualTo(Status.FAILED);
        assertThat(retention().value()).isEmpty();
        assertThat(retention().ratio()).isEmpty();
        assertThat(retention().reason()).contains("MetricsDataException: accounts are out of reach");
    }

    @Test
    void aSuccessMakesValuesFreshAgain() {
        refresher.refresh();
        source.beforeUsers = ScriptedSource.failing("accounts are out of reach");
        source.pass(Duration.ofMinutes(6));
        refresher.refresh();
        assertThat(users()).isEqualTo(Status.FAILED);

        source.beforeUsers = () -> {};
        assertThat(refresher.refresh("users")).isTrue();
        assertThat(users()).isEqualTo(Status.OK);
        assertThat(refresher.health("users").lastFailure()).isEmpty();
        assertThat(refresher.health("users").age()).contains(Duration.ZERO);
    }

    @Test
    void valuesThatNobodyRefreshesAreOverdueAfterTwoIntervals() {
        refresher.refresh();
        source.pass(Duration.ofMinutes(2));
        refresher.showAged();
        assertThat(users()).isEqualTo(Status.OK);

        source.pass(Duration.ofNanos(1));
        refresher.showAged();
        assertThat(users()).isEqualTo(Status.STALE);
        assertThat(retention().reason()).contains("overdue: no refresh has ended since 2026-03-15T12:00:00Z");
    }

    @Test
    void ageIsCountedFromWhenTheRefreshBegan() {
        source.beforeUsers = () -> source.pass(Duration.ofSeconds(20));
        refresher.refresh("users");

        assertThat(refresher.health("users").age()).contains(Duration.ofSeconds(20));
    }

    @Test
    void aClassThatCannotBeLinkedIsAFailureLikeAnyOther() {
        source.beforeUsers = () -> {
            throw new NoClassDefFoundError("org/example/Driver");
        };

        assertThat(refresher.refresh("users")).isFalse();
        assertThat(refresher.health("users").lastFailure()).contains("NoClassDefFoundError: org/example/Driver");
    }

    @Test
    void aDomainThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> refresher.refresh("sales"))
                .withMessage(
                        "there is no domain 'sales', only [users, revenue, automation, trading, platform, system]");
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> refresher.health("sales"));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> refresher.interval("sales"));
    }

    @Test
    void theStaleLimitIsThreeIntervalsAndAtLeastFiveMinutes() {
        RefresherOptions options = new RefresherOptions(source.metrics());
        options.intervals.put("revenue", Duration.ofMinutes(10));

        assertThat(options.interval("users")).isEqualTo(Duration.ofMinutes(1));
        assertThat(options.staleAfter("users")).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.staleAfter("revenue")).isEqualTo(Duration.ofMinutes(30));
        assertThat(options.leaseDuration()).isEqualTo(Duration.ofMinutes(3));
        options.staleAfter = Duration.ofSeconds(90);
        assertThat(options.staleAfter("revenue")).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void everyOptionOutOfBoundsIsNamedAtOnce() {
        MetricsRefresher.Builder builder = MetricsRefresher.builder(source.metrics())
                .interval(Duration.ZERO)
                .interval("sales", Duration.ofSeconds(1))
                .interval("users", Duration.ofSeconds(-1))
                .staleAfter(Duration.ZERO)
                .jitter(0.6);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("interval must be from 1 ms to 365 days, not PT0S; a minute is the default")
                .withMessageContaining("interval for 'sales': the domains are [users, revenue, ")
                .withMessageContaining("interval of 'users' must be from 1 ms to 365 days, not PT-1S; leave it out")
                .withMessageContaining("staleAfter must be from 1 ms to 365 days, not PT0S; leave it out for three")
                .withMessageContaining("jitter must be 0 to 0.5, not 0.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsRefresher.builder(source.metrics())
                        .jitter(Double.NaN)
                        .build())
                .withMessageContaining("not NaN");
    }

    @ParameterizedTest
    @MethodSource("durationsOutOfBounds")
    void aDurationThatNoTimerCanKeepIsRefused(Duration duration) {
        for (MetricsRefresher.Builder builder : List.of(
                MetricsRefresher.builder(source.metrics()).interval(duration),
                MetricsRefresher.builder(source.metrics()).interval("revenue", duration),
                MetricsRefresher.builder(source.metrics()).staleAfter(duration))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessageContaining("must be from 1 ms to 365 days, not " + duration + "; ");
        }
    }

    static Stream<Duration> durationsOutOfBounds() {
        return Stream.of(
                Duration.ofNanos(1),
                Duration.ofNanos(999_999),
                Duration.ofDays(365).plusNanos(1),
                Duration.ofNanos(Long.MAX_VALUE),
                Duration.ofMillis(Long.MAX_VALUE),
                Duration.ofSeconds(Long.MAX_VALUE),
                ChronoUnit.FOREVER.getDuration(),
                Duration.ofSeconds(Long.MIN_VALUE));
    }

    @ParameterizedTest
    @MethodSource("durationsAtTheBounds")
    void aDurationAtTheBoundsIsKept(Duration duration) {
        MetricsRefresher kept = MetricsRefresher.builder(source.metrics())
                .interval(duration)
                .jitter(0.5)
                .lease(RefreshLease.ALONE)
                .build();

        assertThat(kept.refresh("users")).isTrue();
        assertThat(kept.jittered(duration))
                .isBetween(duration.dividedBy(2), duration.multipliedBy(3).dividedBy(2));
        kept.showAged();
        kept.start().close();
    }

    static Stream<Duration> durationsAtTheBounds() {
        return Stream.of(Duration.ofMillis(1), Duration.ofDays(365));
    }
}
