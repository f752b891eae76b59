package io.axisor.metrics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.definition.MeasurementRules;
import org.junit.jupiter.api.Test;

/** {@link PlanCatalogue} and {@link MeasurementRules}: what a host configures about values. */
class PlanCatalogueTest {

    @Test
    void plansHaveTheRankOfTheirOrder() {
        PlanCatalogue plans = PlanCatalogue.of("free", "basic", "pro");

        assertThat(plans.rank("free")).hasValue(0);
        assertThat(plans.rank("pro")).hasValue(2);
        assertThat(plans.rank("Pro")).isEmpty();
        assertThat(PlanCatalogue.NONE.rank("free")).isEmpty();
    }

    @Test
    void aPlanListedTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlanCatalogue.of("free", "pro", "free"))
                .withMessageContaining("[free, pro, free]");
    }

    @Test
    void rulesNeedASampleAndAValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasurementRules(ConfidenceLevel.P95, 0, 50))
                .withMessageContaining("0 and 50");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeasurementRules(ConfidenceLevel.P95, 30, 0))
                .withMessageContaining("30 and 0");
        assertThat(MeasurementRules.DEFAULT).isEqualTo(new MeasurementRules(ConfidenceLevel.P95, 30, 50));
    }
}
