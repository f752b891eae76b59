package io.axisor.metrics.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each formula of the revenue domain at the edges and worked numbers of its Javadoc, which name their sources. */
class RevenueFormulasTest {

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    private static void assertRatio(Finding<Ratio> finding, double value) {
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.get().value().doubleValue()).isCloseTo(value, within(5e-5));
    }

    private static void assertNoValue(Finding<?> finding, Status status, String reason) {
        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.reason().orElseThrow()).contains(reason);
    }

    @Test
    void growthHasNoDataWhenNothingWasPaidInEitherWindow() {
        assertNoValue(RevenueGrowth.of(BigDecimal.ZERO, BigDecimal.ZERO, false), Status.NO_DATA, "nothing was paid");
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0, nothing was collected",
        "0, 0, nothing was collected",
        "10, -5, gave back more than it collected"
    })
    void growthIsUndefinedOverNothingOrLess(BigDecimal collected, BigDecimal before, String reason) {
        assertNoValue(RevenueGrowth.of(collected, before, true), Status.UNDEFINED, reason);
    }

    @ParameterizedTest
    @CsvSource({"81948.80, 83503.25, -0.0186", "0, 10, -1", "10, 10, 0", "25, 10, 1.5", "-5, 10, -1.5"})
    void growthIsTheDifferenceMeasuredOnTheWindowBefore(BigDecimal collected, BigDecimal before, double growth) {
        assertRatio(RevenueGrowth.of(collected, before, true), growth);
    }

    @Test
    void revenuePerAccountIsUndefinedWithoutAccounts() {
        assertNoValue(AverageRevenue.perAccount(BigDecimal.TEN, BigDecimal.ZERO), Status.UNDEFINED, "no account at t");
    }

    @Test
    void revenuePerPayerHasNoDataWhenNobodyPaid() {
        assertNoValue(AverageRevenue.perPayer(BigDecimal.ZERO, 0), Status.NO_DATA, "nobody paid");
    }

    @Test
    void averageRevenueIsCollectedByHead() {
        Finding<Ratio> perAccount = AverageRevenue.perAccount(amount("81948.80"), amount("23570"));

        assertRatio(perAccount, 3.4768);
        assertThat(perAccount.get().interval(ConfidenceLevel.P95)).isEmpty();
        assertRatio(AverageRevenue.perPayer(amount("30"), 4), 7.5);
        assertRatio(AverageRevenue.perAccount(BigDecimal.ZERO, BigDecimal.TEN), 0);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 0.05, 1, 200",
        "10, 0, 1, 600",
        "10, 0.00, 1, 600",
        "10, 0.01, 1, 600",
        "10, 1, 1, 10",
        "10, 0.05, 0.7, 140",
        "0, 0.05, 1, 0",
        "10, 0.0166666666666666667, 1, 600"
    })
    void lifetimeValueIsMarginTimesArpuTimesTheCappedLifetime(
            BigDecimal arpu, BigDecimal churn, BigDecimal margin, BigDecimal value) {
        assertThat(CustomerLifetimeValue.of(arpu, churn, margin, BigDecimal.valueOf(60))
                        .doubleValue())
                .isCloseTo(value.doubleValue(), within(1e-9));
    }

    @Test
    void lifetimeValueNeverFallsWhenChurnFalls() {
        BigDecimal last = BigDecimal.ZERO;
        for (int percent = 100; percent >= 0; percent--) {
            BigDecimal value = CustomerLifetimeValue.of(
                    BigDecimal.TEN, BigDecimal.valueOf(percent, 2), BigDecimal.ONE, BigDecimal.valueOf(60));
            assertThat(value).as("at %d %% churn", percent).isGreaterThanOrEqualTo(last);
            last = value;
        }
        assertThat(last).isEqualByComparingTo("600");
    }

    @Test
    void paymentSuccessHasNoDataWithoutPayments() {
        assertNoValue(PaymentSuccessRate.of(new PaymentCounts(0, 0, 0, 0)), Status.NO_DATA, "no payment was created");
    }

    @Test
    void paymentSuccessIsUndefinedWhileEveryPaymentIsPending() {
        assertNoValue(PaymentSuccessRate.of(new PaymentCounts(3, 0, 0, 0)), Status.UNDEFINED, "still pending");
    }

    @Test
    void paymentSuccessLeavesPendingPaymentsOut() {
        Finding<Ratio> rate = PaymentSuccessRate.of(new PaymentCounts(8000, 7715, 237, 263));

        assertRatio(rate, 0.9702);
        assertThat(rate.get().denominator()).isEqualByComparingTo("7952");
        assertThat(rate.get().interval(ConfidenceLevel.P95)).isPresent();
    }

    @Test
    void refundRateHasNoDataWithoutPaymentAndRefund() {
        assertNoValue(RefundRate.ofNumber(new PaymentCounts(0, 0, 0, 0)), Status.NO_DATA, "no payment was created");
        assertNoValue(RefundRate.ofAmount(BigDecimal.ZERO, amount("0.00")), Status.NO_DATA, "nothing was paid");
    }

    @Test
    void refundRateIsUndefinedWhenNoPaymentSucceeded() {
        assertNoValue(RefundRate.ofNumber(new PaymentCounts(0, 0, 0, 2)), Status.UNDEFINED, "succeeded");
        assertNoValue(RefundRate.ofNumber(new PaymentCounts(2, 0, 2, 0)), Status.UNDEFINED, "succeeded");
        assertNoValue(RefundRate.ofAmount(BigDecimal.TEN, BigDecimal.ZERO), Status.UNDEFINED, "succeeded");
    }

    @Test
    void refundRateIsWhatWasGivenBackOfWhatSucceeded() {
        assertRatio(RefundRate.ofNumber(new PaymentCounts(7952, 7715, 237, 263)), 0.0341);
        assertRatio(RefundRate.ofAmount(amount("5"), amount("20")), 0.25);
    }

    @Test
    void refundsOfOlderPaymentsMayExceedOneAndThenHaveNoInterval() {
        Finding<Ratio> rate = RefundRate.ofNumber(new PaymentCounts(2, 2, 0, 3));

        assertRatio(rate, 1.5);
        assertThat(rate.get().interval(ConfidenceLevel.P95)).isEmpty();
    }
}
