package io.axisor.metrics.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;

/** What tests of formulas say again and again. */
public final class TradingAssertions {

    private TradingAssertions() {}

    public static void assertRatio(Finding<Ratio> finding, double value) {
        assertNumber(finding.map(Ratio::value), value, 5e-5);
    }

    public static void assertNumber(Finding<BigDecimal> finding, double value, double tolerance) {
        assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
        assertThat(finding.get().doubleValue()).isCloseTo(value, within(tolerance));
    }

    public static void assertExactly(Finding<BigDecimal> finding, String value) {
        assertThat(finding.status()).as(finding.toString()).isEqualTo(Status.OK);
        assertThat(finding.get()).isEqualByComparingTo(value);
    }

    public static void assertNoValue(Finding<?> finding, Status status, String reason) {
        assertThat(finding.status()).as(finding.toString()).isEqualTo(status);
        assertThat(finding.reason().orElseThrow()).contains(reason);
    }
}
