package io.axisor.metrics.value;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.axisor.metrics.time.TimeRange;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final Instant T = Instant.parse("2026-04-15T09:30:00Z");
    private static final TimeRange HOUR = new TimeRange(T.minusSeconds(3600), T);
    private static final TimeRange EVER = new TimeRange(Instant.MIN, T);

    @Test
    void whatWasCountedIsReadZeroToo() {
        assertThat(Counted.over(Map.of(ROLLING_24H, 0L), ROLLING_24H, "UserFacts.active"))
                .isZero();
        assertThat(Counted.in(Map.of(HOUR, 7L), HOUR, "MoneyFacts.orders")).isEqualTo(7);
    }

    @Test
    void anErrorNamesTheForgottenWindowThoseThatWereCountedAndWhatToDo() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> Counted.over(Map.of(ROLLING_30D, 3L, ROLLING_24H, 1L), ROLLING_7D, "UserFacts.active"))
                .withMessage(
                        "UserFacts.active is not counted over 7d, but over 24h, 30d; its MetricsDataSource must count"
                                + " every window it is asked for, with 0 where it finds no row");
        assertThatIllegalStateException()
                .isThrownBy(() -> Counted.over(Map.of(), LIFETIME, "PaymentFacts.counts"))
                .withMessageStartingWith("PaymentFacts.counts is not counted over lifetime, but over nothing;");
    }

    @Test
    void anErrorNamesTheForgottenRangeByItsBounds() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Counted.in(Map.of(HOUR, 1L), EVER, "MoneyFacts.orders"))
                .withMessageStartingWith(
                        "MoneyFacts.orders is not counted over all before 2026-04-15T09:30:00Z, but over"
                                + " 2026-04-15T08:30:00Z to 2026-04-15T09:30:00Z;");
        assertThatIllegalStateException()
                .isThrownBy(() -> Counted.in(Map.of(EVER, 1L), HOUR, "MoneyFacts.orders"))
                .withMessageStartingWith("MoneyFacts.orders is not counted over 2026-04-15T08:30:00Z to"
                        + " 2026-04-15T09:30:00Z, but over all before 2026-04-15T09:30:00Z;");
    }

    @Test
    void zerosAreFilledInWhereNothingWasFoundAndOnlyThere() {
        assertThat(Counted.withZeros(Map.of(ROLLING_30D, 3L), List.of(ROLLING_24H, ROLLING_30D), 0L))
                .isEqualTo(Map.of(ROLLING_24H, 0L, ROLLING_30D, 3L));
    }
}
