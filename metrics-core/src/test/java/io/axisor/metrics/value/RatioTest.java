package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void aRatioOverNothingIsUndefinedAndSaysWhy() {
        assertThat(Ratio.ofCounts(0, 0, "nobody came")).isEqualTo(Finding.undefined("nobody came"));
        assertThat(Ratio.ofAmounts(BigDecimal.TEN, new BigDecimal("0.00"), "nothing came"))
                .isEqualTo(Finding.undefined("nothing came"));
    }

    @Test
    void aZeroDenominatorNeverBecomesARatio() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ratio(BigDecimal.TEN, new BigDecimal("0.00"), false))
                .withMessageContaining("10 / 0");
    }

    @Test
    void theValueHasSixteenSignificantDigits() {
        assertThat(Ratio.ofCounts(1, 3, "").get().value()).isEqualByComparingTo("0.3333333333333333");
        assertThat(Ratio.ofCounts(2, 3000, "").get().value()).isEqualByComparingTo("0.0006666666666666667");
    }

    @Test
    void aShareOfCountsHasAnInterval() {
        assertThat(Ratio.ofCounts(18, 20, "").get().interval(ConfidenceLevel.P95))
                .contains(WilsonInterval.of(18, 20, ConfidenceLevel.P95));
    }

    @Test
    void countsOfWhichOneIsNotPartOfTheOtherHaveNoInterval() {
        Ratio ratio = Ratio.ofCounts(3, 2, "").get();

        assertThat(ratio.value()).isEqualByComparingTo("1.5");
        assertThat(ratio.interval(ConfidenceLevel.P95)).isEmpty();
    }

    @Test
    void aQuotientOfAmountsHasNoInterval() {
        Ratio ratio = Ratio.ofAmounts(BigDecimal.ONE, BigDecimal.TEN, "").get();

        assertThat(ratio.ofCounts()).isFalse();
        assertThat(ratio.interval(ConfidenceLevel.P95)).isEmpty();
    }
}
