package io.axisor.metrics.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.BusinessCalendar;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LeftOutJudgeTest {

    private static final Instant NOON = Instant.parse("2026-04-15T12:00:00Z");
    private static final AsOf AT = new AsOf(NOON, NOON, BusinessCalendar.of(ZoneOffset.UTC));
    private static final MetricDefinition PAYING = MetricDefinition.of("users", "paying", MetricUnit.USERS)
            .restsOn(RowAxis.SUBSCRIPTIONS_OPEN)
            .restsOn(RowAxis.PAYMENTS_PAID.in(Window.ROLLING_30D).unless(RowAxis.SUBSCRIPTIONS_OPEN))
            .describedAs("who pays");

    private static LeftOutRows rows(RowAxis axis, Window window, long rows, Map<String, Long> leftOut) {
        return new LeftOutRows(new RowSpan(axis, window, false), rows, new TreeMap<>(leftOut), "have no amount");
    }

    private static Measurement judged(Finding<BigDecimal> finding, LeftOutRows... counted) {
        MeasurementRecorder recorder = new MeasurementRecorder(AT, MeasurementRules.DEFAULT);
        recorder.number(PAYING, null, Map.of(), finding);
        return new LeftOutJudge(List.of(counted), LeftOutLimits.DEFAULT)
                .judge(recorder.measurements().get(0));
    }

    @Test
    void aStaleValueThatTooManyRowsAreMissingFromIsUndefined() {
        LeftOutRows most = rows(RowAxis.PAYMENTS_PAID, Window.ROLLING_30D, 50, Map.of("payments.amount", 27L));
        Measurement stale = judged(Finding.ok(BigDecimal.ONE).stale("old"), most);
        assertThat(stale.status()).isEqualTo(Status.UNDEFINED);
        assertThat(stale.reason())
                .hasValue("54 % of the payments in the window have no amount (27 of 50); map what is stored, or leave"
                        + " such rows out with the table's where");
        assertThat(judged(Finding.unavailable("not mapped"), most).status()).isEqualTo(Status.UNAVAILABLE);
    }

    @Test
    void rowsThatAnotherTableStandsInForDoNotCount() {
        LeftOutRows payments = rows(RowAxis.PAYMENTS_PAID, Window.ROLLING_30D, 50, Map.of("payments.amount", 50L));
        LeftOutRows subscriptions = rows(RowAxis.SUBSCRIPTIONS_OPEN, Window.LIFETIME, 50, Map.of());
        Measurement paying = judged(Finding.ok(BigDecimal.ONE), payments, subscriptions);
        assertThat(paying.value()).hasValue(BigDecimal.ONE);
        assertThat(paying.flags()).isEmpty();
    }

    @Test
    void severalCausesAreToldByTheirLeadingOne() {
        LeftOutRows open = rows(
                RowAxis.SUBSCRIPTIONS_OPEN,
                Window.LIFETIME,
                40,
                Map.of("subscriptions.amount", 20L, "subscriptions.user", 10L));
        assertThat(judged(Finding.ok(BigDecimal.ONE), open).reason().orElseThrow())
                .startsWith("75 % of the subscriptions that last at t were left out, most of them because they have no"
                        + " amount (30 of 40)");
    }

    @Test
    void limitsOutOfBoundsAreNamedWithTheRemedy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeftOutLimits(5, 0.5, 20))
                .withMessage(
                        "flaggedAbove and undefinedAbove must be shares from 0 to 1, such as 0.05, not 5.0 and 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeftOutLimits(0.05, Double.NaN, 20))
                .withMessageContaining("not 0.05 and NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeftOutLimits(0.6, 0.5, 20))
                .withMessage("flaggedAbove 0.6 is above undefinedAbove 0.5; lower the one or raise the other");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LeftOutLimits(0.05, 0.5, 0))
                .withMessage("leastRows must be at least 1, not 0");
        assertThat(new LeftOutLimits(0, 1, 1).flaggedAbove()).isZero();
    }
}
