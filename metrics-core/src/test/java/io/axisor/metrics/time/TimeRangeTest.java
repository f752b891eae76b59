package io.axisor.metrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeRangeTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void theFirstInstantBelongsToTheRangeAndTheEndDoesNot() {
        TimeRange range = new TimeRange(FROM, END);

        assertThat(range.contains(FROM.minusNanos(1))).isFalse();
        assertThat(range.contains(FROM)).isTrue();
        assertThat(range.contains(END.minusNanos(1))).isTrue();
        assertThat(range.contains(END)).isFalse();
    }

    @Test
    void anEmptyRangeContainsNothing() {
        assertThat(new TimeRange(FROM, FROM).contains(FROM)).isFalse();
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefusedWithBothInstants() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeRange(END, FROM))
                .withMessageContaining(END.toString())
                .withMessageContaining(FROM.toString());
    }
}
