package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How windows, timers and the clock pass. */
class RegistryHttpRequestsTimeTest {

    private static final Instant START = SimulatedHost.START;

    private final SimulatedHost host = SimulatedHost.withSimpleRegistry();

    private void answersEveryMinuteFor(Duration duration) {
        for (Instant end = host.now.plus(duration); host.now.isBefore(end); ) {
            host.answers(1, 200);
            host.passMinutes(1);
            host.read();
        }
    }

    private static long requests(Finding<HttpRequestFacts> found) {
        return found.get().requests();
    }

    @Test
    void aProcessYoungerThanTheWindowHasAnsweredEverythingInIt() {
        host.answers(7, 200);
        host.pass(Duration.ofHours(23));

        assertThat(requests(host.last24h())).isEqualTo(7);
    }

    @Test
    void aWindowIsTheLastOfManyHours() {
        answersEveryMinuteFor(Duration.ofHours(30));

        assertThat(requests(host.last5m())).isEqualTo(5);
        assertThat(requests(host.last24h())).isEqualTo(24 * 60);
    }

    @Test
    void aWindowThatWasNotWatchedFromItsStartIsUndefinedUntilItIs() {
        host.answers(1000, 200);
        host.pass(Duration.ofHours(40));
        Instant first = host.now;
        assertThat(host.last24h())
                .isEqualTo(Finding.undefined("the requests have been read without a gap since " + first
                        + " only, so the window will be whole at " + first.plus(Duration.ofHours(24))));
        assertThat(host.last5m().reason().orElseThrow()).endsWith("whole at " + first.plus(Duration.ofMinutes(5)));

        answersEveryMinuteFor(Duration.ofMinutes(4));
        assertThat(host.last5m().status()).isEqualTo(Status.UNDEFINED);
        answersEveryMinuteFor(Duration.ofMinutes(1));
        assertThat(requests(host.last5m())).isEqualTo(5);
        answersEveryMinuteFor(Duration.ofMinutes(24 * 60 - 6));
        assertThat(host.last24h().status()).isEqualTo(Status.UNDEFINED);
        answersEveryMinuteFor(Duration.ofMinutes(1));
        assertThat(requests(host.last24h())).isEqualTo(24 * 60);
    }

    @Test
    void timersThatAppearLaterCountWhole() {
        host.readEveryMinuteFor(Duration.ofHours(2));
        assertThat(host.last5m().status()).isEqualTo(Status.UNAVAILABLE);
        host.answers(3, 200);
        host.passMinutes(1);

        assertThat(requests(host.last5m())).isEqualTo(3);
        assertThat(requests(host.last24h())).isEqualTo(3);
    }

    @Test
    void aTimerThatIsRemovedTakesNothingAwayAndCountsWholeWhenItIsBack() {
        host.answers(5, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        host.registry.remove(host.timer("/orders", 200));
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        assertThat(requests(host.last5m())).isEqualTo(5);

        host.answers(2, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        assertThat(requests(host.last5m())).isEqualTo(7);
        assertThat(host.last5m().get().sumInSeconds()).isEqualByComparingTo("0.7");
    }

    @Test
    void aTimerThatIsRemovedAndBackBetweenTwoReadingsCountsWholeToo() {
        host.answers(5, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        host.registry.remove(host.timer("/orders", 200));
        host.answers(8, 200);
        host.readEveryMinuteFor(Duration.ofMinutes(1));

        assertThat(requests(host.last5m())).isEqualTo(13);
    }

    @Test
    void twoPeopleAskingAtOnceChangeNothing() {
        host.answers(5, 200);
        host.passMinutes(1);
        assertThat(requests(host.last5m())).isEqualTo(5);
        assertThat(requests(host.last5m())).isEqualTo(5);
        host.answers(2, 200);
        assertThat(requests(host.last5m())).isEqualTo(7);
    }

    @Test
    void readingsInQuickSuccessionLoseNothing() {
        for (int second = 0; second < 3_600; second++) {
            if (second % 10 == 0) {
                host.answers(1, 200);
            }
            host.pass(Duration.ofSeconds(1));
            host.read();
        }

        assertThat(requests(host.last24h())).isEqualTo(360);
        // The window begins up to 15 s early, at the sample before its start.
        assertThat(requests(host.last5m())).isBetween(30L, 32L);
    }

    @Test
    void afterAPauseTheShortWindowIsUndefinedAndTheLongOneGoesOn() {
        answersEveryMinuteFor(Duration.ofMinutes(10));
        host.answers(600, 200);
        host.pass(Duration.ofHours(1));
        assertThat(host.last5m().reason().orElseThrow())
                .isEqualTo("the requests have been read without a gap since " + host.now
                        + " only, so the window will be whole at " + host.now.plusSeconds(300));
        assertThat(requests(host.last24h())).isEqualTo(610);

        answersEveryMinuteFor(Duration.ofMinutes(5));
        assertThat(requests(host.last5m())).isEqualTo(5);
    }

    @Test
    void aWindowMayBeginFiveMinutesEarlyAndNoMore() {
        host.pass(Duration.ofHours(1));
        host.answers(1, 200);
        host.read();
        host.answers(10, 200);
        host.passMinutes(10);
        assertThat(requests(host.last5m())).isEqualTo(10);

        host.answers(10, 200);
        host.pass(Duration.ofMinutes(10).plusMillis(1));
        assertThat(host.last5m().status()).isEqualTo(Status.UNDEFINED);
    }

    @Test
    void aLongWindowMayBeginATenthEarlyAndNoMore() {
        host.pass(Duration.ofHours(100));
        host.answers(1, 200);
        host.read();
        host.answers(10, 200);
        host.pass(Duration.ofMinutes(24 * 60 + 144));
        assertThat(requests(host.last24h())).isEqualTo(10);

        host.answers(10, 200);
        host.pass(Duration.ofMinutes(24 * 60 + 144).plusMillis(1));
        assertThat(host.last24h().status()).isEqualTo(Status.UNDEFINED);
    }

    @Test
    void aClockThatIsSetBackLosesNoRequest() {
        answersEveryMinuteFor(Duration.ofHours(2));
        host.pass(Duration.ofMinutes(-30));
        host.answers(4, 200);
        // The samples of the half hour are gone; what was counted in it belongs to the time that comes again.
        assertThat(requests(host.last24h())).isEqualTo(124);
        assertThat(requests(host.last5m())).isEqualTo(5 + 30 + 4);

        answersEveryMinuteFor(Duration.ofMinutes(10));
        assertThat(requests(host.last5m())).isEqualTo(5);
        assertThat(requests(host.last24h())).isEqualTo(134);
    }

    @Test
    void aClockThatIsSetBackBeforeTheStartOfTheProcessBeginsAnew() {
        answersEveryMinuteFor(Duration.ofMinutes(10));
        host.now = START.minus(Duration.ofDays(2));
        assertThat(host.last24h().reason().orElseThrow()).contains("since " + host.now + " only");

        answersEveryMinuteFor(Duration.ofMinutes(5));
        assertThat(requests(host.last5m())).isEqualTo(5);
        assertThat(host.last24h().status()).isEqualTo(Status.UNDEFINED);
    }

    @Test
    void aClockThatLeapsAheadAndBackOnlyCostsWhatWasWatched() {
        answersEveryMinuteFor(Duration.ofMinutes(10));
        host.pass(Duration.ofDays(3));
        assertThat(host.last5m().status()).isEqualTo(Status.UNDEFINED);
        assertThat(host.last24h().status()).isEqualTo(Status.UNDEFINED);
        host.pass(Duration.ofDays(-3));
        host.read();

        answersEveryMinuteFor(Duration.ofMinutes(5));
        assertThat(requests(host.last5m())).isEqualTo(5);
    }

    @Test
    void theLongestIsTheGreatestMaximumSeenInTheWindow() {
        host.timer("/slow", 200).record(9, TimeUnit.SECONDS);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        answersEveryMinuteFor(Duration.ofMinutes(20));

        assertThat(host.last24h().get().longestInSeconds().get()).isEqualByComparingTo("9");
        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("0.1");
    }

    @Test
    void theLongestOfTheSampleThatAWindowBeginsWithIsNotInIt() {
        host.timer("/slow", 200).record(9, TimeUnit.SECONDS);
        host.readEveryMinuteFor(Duration.ofMinutes(1));
        answersEveryMinuteFor(Duration.ofMinutes(4));
        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("9");

        answersEveryMinuteFor(Duration.ofMinutes(1));
        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("0.1");
    }

    @Test
    void theLongWindowIsWholeAlsoForAnInstantThatIsOnlyJustPast() {
        answersEveryMinuteFor(Duration.ofHours(26));
        assertThat(requests(host.last24h())).isEqualTo(24 * 60);
        AsOf almost = new AsOf(
                host.now.minus(AsOf.CLOCK_TOLERANCE), host.now, host.at().calendar());

        // It is counted up to now, and from five minutes before its own 24 h.
        assertThat(requests(host.source.requests(almost).get(Window.ROLLING_24H)))
                .isEqualTo(24 * 60 + 5);
    }

    @Test
    void theLongestOfReadingsThatLeaveNoSampleIsKept() {
        answersEveryMinuteFor(Duration.ofMinutes(1));
        host.timer("/slow", 200).record(9, TimeUnit.SECONDS);
        host.pass(Duration.ofSeconds(5));
        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("9");
        for (int i = 0; i < 60; i++) {
            host.pass(Duration.ofSeconds(4));
            host.read();
        }

        assertThat(host.last5m().get().longestInSeconds().get()).isEqualByComparingTo("9");
    }

    @Test
    void theLongestOutlivesAClockThatIsSetBack() {
        answersEveryMinuteFor(Duration.ofMinutes(30));
        host.timer("/slow", 200).record(9, TimeUnit.SECONDS);
        answersEveryMinuteFor(Duration.ofMinutes(10));
        host.pass(Duration.ofMinutes(-20));

        assertThat(host.last24h().get().longestInSeconds().get()).isEqualByComparingTo("9");
    }

    @Test
    void aLongestThatTheRegistryForgotBeforeItWasReadIsNoData() {
        Timer slow = host.timer("/slow", 200);
        slow.record(9, TimeUnit.SECONDS);
        host.passMinutes(4);

        assertThat(slow.max(TimeUnit.SECONDS)).isZero();
        assertThat(requests(host.last5m())).isEqualTo(1);
        assertThat(host.last5m().get().longestInSeconds().status()).isEqualTo(Status.NO_DATA);
        assertThat(host.last5m().get().longestInSeconds().reason().orElseThrow())
                .contains("every minute");
    }

    /** What the class says of Micrometer: a maximum lives for two to three steps, here of a minute. */
    @Test
    void readingEveryTwoMinutesSeesEveryLongest() {
        for (int second = 0; second < 120; second++) {
            SimulatedHost young = SimulatedHost.withSimpleRegistry();
            young.timer("/slow", 200);
            young.pass(Duration.ofSeconds(second));
            young.timer("/slow", 200).record(9, TimeUnit.SECONDS);
            young.pass(Duration.ofSeconds(119));

            assertThat(young.last5m().get().longestInSeconds().value())
                    .as("second " + second)
                    .isPresent();
        }
    }

    @Test
    void thePauseOfAnIdleHostCostsNothing() {
        host.answers(1, 200);
        host.readEveryMinuteFor(Duration.ofHours(50));

        assertThat(requests(host.last24h())).isZero();
        assertThat(host.last24h().get().longestInSeconds().status()).isEqualTo(Status.NO_DATA);
    }
}
