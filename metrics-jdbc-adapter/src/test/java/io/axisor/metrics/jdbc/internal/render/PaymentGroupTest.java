package io.axisor.metrics.jdbc.internal.render;

import static io.axisor.metrics.time.Window.LIFETIME;
import static io.axisor.metrics.time.Window.ROLLING_24H;
import static io.axisor.metrics.time.Window.ROLLING_30D;
import static io.axisor.metrics.time.Window.ROLLING_7D;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PaymentGroupTest {

    private static final int IN_DAY = 3;

    @Test
    void eachGroupBelongsToTheWindowsThatHoldIt() {
        assertThat(PaymentGroup.isWithin(ROLLING_24H, IN_DAY)).isTrue();
        assertThat(PaymentGroup.isWithin(ROLLING_24H, PaymentGroup.IN_MONTH)).isFalse();
        assertThat(PaymentGroup.isWithin(ROLLING_30D, PaymentGroup.IN_MONTH)).isTrue();
        assertThat(PaymentGroup.isWithin(ROLLING_30D, PaymentGroup.BEFORE_MONTH))
                .isFalse();
        assertThat(PaymentGroup.isWithin(LIFETIME, PaymentGroup.BEFORE_MONTH)).isTrue();
        assertThat(PaymentGroup.isWithin(LIFETIME, PaymentGroup.TO_COME)).isFalse();
    }

    @Test
    void aWindowThatPaymentsAreNotGroupedByIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentGroup.isWithin(ROLLING_7D, IN_DAY))
                .withMessage("payments are not grouped by 7d");
    }
}
