package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

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
                .withMessageContaining("interval must be longer than nothing, not PT0S")
                .withMessageContaining("interval for 'sales': the domains are [users, revenue, ")
                .withMessageContaining("interval of 'users' must be longer than nothing, not PT-1S")
                .withMessageContaining("staleAfter must be longer than nothing, not PT0S")
                .withMessageContaining("jitter must be 0 to 0.5, not 0.6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MetricsRefresher.builder(source.metrics())
                        .jitter(Double.NaN)
                        .build())
                .withMessageContaining("not NaN");
    }
}
