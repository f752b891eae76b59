package io.axisor.metrics.trading.risk;

import static io.axisor.metrics.trading.risk.RiskConventions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskConventionsTest {

    @Test
    void theDefaultIsAMarketThatNeverCloses() {
        assertThat(DEFAULT).isEqualTo(new RiskConventions(365, 0, IdleDays.COUNTED, 0.95));
    }

    @Test
    void eachChoiceIsMadeOnItsOwn() {
        assertThat(DEFAULT.withPeriodsPerYear(252)).isEqualTo(new RiskConventions(252, 0, IdleDays.COUNTED, 0.95));
        assertThat(DEFAULT.withRiskFreeRatePerYear(0.04))
                .isEqualTo(new RiskConventions(365, 0.04, IdleDays.COUNTED, 0.95));
        assertThat(DEFAULT.withIdleDays(IdleDays.LEFT_OUT))
                .isEqualTo(new RiskConventions(365, 0, IdleDays.LEFT_OUT, 0.95));
        assertThat(DEFAULT.withValueAtRiskLevel(0.99)).isEqualTo(new RiskConventions(365, 0, IdleDays.COUNTED, 0.99));
    }

    @Test
    void choicesAddUp() {
        assertThat(DEFAULT.withPeriodsPerYear(252)
                        .withRiskFreeRatePerYear(-0.005)
                        .withIdleDays(IdleDays.LEFT_OUT)
                        .withValueAtRiskLevel(0.5))
                .isEqualTo(new RiskConventions(252, -0.005, IdleDays.LEFT_OUT, 0.5));
    }

    @Test
    void theRiskFreeRateOfAPeriodIsAnEqualShareOfTheYears() {
        assertThat(DEFAULT.riskFreeRatePerPeriod()).isZero();
        assertThat(DEFAULT.withPeriodsPerYear(250).withRiskFreeRatePerYear(0.05).riskFreeRatePerPeriod())
                .isEqualTo(0.0002);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void aYearWithoutPeriodsIsRefused(int periods) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withPeriodsPerYear(periods))
                .withMessageContaining("periodsPerYear must be at least 1, not " + periods)
                .withMessageContaining("365");
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 1, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateInPercentIsRefused(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withRiskFreeRatePerYear(rate))
                .withMessageContaining("riskFreeRatePerYear must be above -1 and below 1, not " + rate)
                .withMessageContaining("0.04 for 4 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 1, 95, 0, -0.95, Double.NaN})
    void aTailInsteadOfALevelIsRefused(double level) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withValueAtRiskLevel(level))
                .withMessageContaining("valueAtRiskLevel must be at least 0.5 and below 1, not " + level)
                .withMessageContaining("0.95 for 95 %");
    }
}
