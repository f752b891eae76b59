package io.axisor.metrics.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestHistoryTest {

    private static final Instant T0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private static RequestCounts counted(long requests) {
        return new RequestCounts(requests, 0, 0, 0, 0, LatencyBuckets.NONE);
    }

    private static TimeRange windowTo(Instant end, Duration length) {
        return new TimeRange(end.minus(length), end);
    }

    @Test
    void itsSizeIsBoundedHoweverOftenAndLongItIsRead() {
        int bound = (int) DAY.dividedBy(RequestHistory.SPACING) + 2;
        for (int pauseInMillis : new int[] {1_000, 7_000, 14_999, 15_000, 15_001, 60_000}) {
            RequestHistory history = RequestHistory.fromZeroAt(T0);
            int largest = 0;
            Instant now = T0;
            for (int i = 0; now.isBefore(T0.plus(Duration.ofHours(60))); i++) {
                now = now.plusMillis(pauseInMillis);
                history.add(now, counted(i), 0);
                history.forgetBefore(now.minus(DAY));
                largest = Math.max(largest, history.size());
            }

            assertThat(largest).as("pause of %d ms", pauseInMillis).isLessThanOrEqualTo(bound);
            assertThat(largest).as("pause of %d ms", pauseInMillis).isGreaterThan((int)
                    DAY.dividedBy(Duration.ofMillis(Math.max(pauseInMillis, 30_000))));
        }
    }

    @Test
    void whatIsForgottenIsWhatNoWindowNeeds() {
        RequestHistory history = RequestHistory.fromZeroAt(T0);
        for (int minute = 1; minute <= 40 * 60; minute++) {
            Instant now = T0.plus(Duration.ofMinutes(minute));
            history.add(now, counted(minute), 0);
            history.forgetBefore(now.minus(DAY));
        }

        Instant end = T0.plus(Duration.ofHours(40));
        assertThat(history.size()).isEqualTo(24 * 60 + 1);
        assertThat(history.in(windowTo(end, DAY)).get().counts().requests()).isEqualTo(24 * 60);
        assertThat(history.in(windowTo(end.minusSeconds(30), DAY)).status()).isEqualTo(Status.UNDEFINED);
    }

    @Test
    void aHistoryThatKnowsNothingOfBeforeAnswersFromItsFirstReadingOn() {
        RequestHistory history = RequestHistory.unknown();
        history.add(T0, counted(100), 0);
        assertThat(history.in(windowTo(T0, DAY)).reason().orElseThrow()).contains("since " + T0 + " only");

        history.add(T0.plus(DAY), counted(130), 0);
        assertThat(history.in(windowTo(T0.plus(DAY), DAY)).get().counts().requests())
                .isEqualTo(30);
    }

    @Test
    void aReadingThatLeavesNoSampleIsInTheAnswerAllTheSame() {
        RequestHistory history = RequestHistory.fromZeroAt(T0);
        history.add(T0.plusSeconds(14), counted(5), 3);

        RequestHistory.Passed passed =
                history.in(windowTo(T0.plusSeconds(14), DAY)).get();
        assertThat(passed.counts().requests()).isEqualTo(5);
        assertThat(passed.longestInNanos()).isEqualTo(3);
        assertThat(history.size()).isEqualTo(1);
    }
}
