package io.axisor.metrics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.time.TimeRange;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeTest {

    private static final Instant END = Instant.parse("2026-03-15T12:00:00Z");
    private static final TimeRange DAY = new TimeRange(END.minus(Duration.ofDays(1)), END);

    @ParameterizedTest(name = "started {0} before the end")
    @CsvSource({
        "PT6H, 0.25",
        "PT12H, 0.5",
        "PT24H, 1",
        "PT24H0.000001S, 1",
        "P400D, 1",
        "PT0.0864S, 0.000001",
        "PT1M26.4S, 0.001"
    })
    void isTheShareOfTheWindowSinceTheProcessStarted(Duration before, String expected) {
        Finding<Ratio> uptime = Uptime.of(END.minus(before), DAY);

        assertThat(uptime.status()).isEqualTo(Status.OK);
        assertThat(uptime.get().value()).isEqualByComparingTo(expected);
        assertThat(uptime.get().denominator()).isEqualByComparingTo("86400");
        assertThat(uptime.get().interval(ConfidenceLevel.P95)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S", "PT0.000000001S", "P3D"})
    void isUndefinedForAWindowBeforeTheProcess(Duration after) {
        Finding<Ratio> uptime = Uptime.of(END.plus(after), DAY);

        assertThat(uptime.status()).isEqualTo(Status.UNDEFINED);
        assertThat(uptime.reason().orElseThrow()).contains("the process started at " + END.plus(after));
    }

    @Test
    void isExactToTheNanosecond() {
        assertThat(Uptime.of(END.minusNanos(1), DAY).get().numerator()).isEqualByComparingTo("0.000000001");
    }
}
