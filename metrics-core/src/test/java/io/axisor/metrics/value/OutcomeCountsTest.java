package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link OutcomeCounts}, {@link Outcome} and {@link SuccessRate} at the edges and the worked number of its Javadoc. */
class OutcomeCountsTest {

    @Test
    void eachOutcomeIsCountedUnderItsOwnName() {
        OutcomeCounts counts = OutcomeCounts.NONE
                .plus(Outcome.SUCCEEDED, 5)
                .plus(Outcome.FAILED, 2)
                .plus(Outcome.OTHER, 1)
                .plus(Outcome.SUCCEEDED, 4);

        assertThat(counts).isEqualTo(new OutcomeCounts(9, 2, 1));
        assertThat(counts.byOutcome().parts())
                .containsExactly(
                        entry("failed", BigDecimal.valueOf(2)),
                        entry("other", BigDecimal.ONE),
                        entry("succeeded", BigDecimal.valueOf(9)));
    }

    @Test
    void everyOutcomeIsKnownToHaveHappenedNever() {
        assertThat(OutcomeCounts.NONE.byOutcome().top(1).parts())
                .containsOnlyKeys("failed", "other", "succeeded")
                .allSatisfy((outcome, times) -> assertThat(times).isZero());
    }

    @ParameterizedTest
    @CsvSource({"93, 7, 0.93", "0, 3, 0", "3, 0, 1", "1, 2, 0.3333333333333333"})
    void theRateIsTheShareOfWhatEndedEitherWay(long succeeded, long failed, BigDecimal rate) {
        Ratio ratio = SuccessRate.of(succeeded, failed).get();

        assertThat(ratio.value()).isEqualByComparingTo(rate);
        assertThat(ratio.ofCounts()).isTrue();
        assertThat(new OutcomeCounts(succeeded, failed, 1000).successRate()).isEqualTo(Finding.ok(ratio));
    }

    @Test
    void whereNothingEndedEitherWayThereIsNothingToRate() {
        Finding<Ratio> rate = new OutcomeCounts(0, 0, 8).successRate();

        assertThat(rate.status()).isEqualTo(Status.NO_DATA);
        assertThat(rate.reason()).contains("nothing succeeded or failed in the window");
    }
}
