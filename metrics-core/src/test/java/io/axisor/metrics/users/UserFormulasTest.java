package io.axisor.metrics.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each formula of the users domain at the edges and worked numbers of its Javadoc, which name their sources. */
class UserFormulasTest {

    private static final Cohort NOBODY = new Cohort(0, 0);

    private static void assertRatio(Finding<Ratio> finding, double value) {
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.get().value().doubleValue()).isCloseTo(value, within(5e-5));
    }

    private static void assertNoValue(Finding<?> finding, Status status, String reason) {
        assertThat(finding.status()).isEqualTo(status);
        assertThat(finding.reason().orElseThrow()).contains(reason);
    }

    @Test
    void retentionIsUndefinedForAnEmptyCohort() {
        assertNoValue(RetentionRate.of(NOBODY), Status.UNDEFINED, "no account was created in [t-60d, t-30d)");
    }

    @Test
    void retentionIsTheShareOfTheCohortThatCameBack() {
        assertRatio(RetentionRate.of(new Cohort(745, 544)), 0.7302);
        assertRatio(RetentionRate.of(new Cohort(7, 7)), 1);
        assertRatio(RetentionRate.of(new Cohort(7, 0)), 0);
    }

    @Test
    void churnIsUndefinedWhenNobodyWasActive() {
        assertNoValue(ChurnRate.of(NOBODY), Status.UNDEFINED, "nobody was active in [t-60d, t-30d)");
    }

    @Test
    void churnIsTheShareOfTheBaseThatLeft() {
        assertRatio(ChurnRate.of(new Cohort(1701, 1185)), 0.6966);
        assertRatio(ChurnRate.of(new Cohort(1701, 0)), 0);
        assertRatio(ChurnRate.of(new Cohort(5, 5)), 1);
    }

    @Test
    void conversionIsUndefinedForAnEmptyCohort() {
        assertNoValue(ConversionRate.of(NOBODY), Status.UNDEFINED, "no account was created in [t-60d, t-30d)");
    }

    @Test
    void conversionIsTheShareOfTheCohortThatPaidInTime() {
        assertRatio(ConversionRate.of(new Cohort(40, 3)), 0.075);
    }

    @Test
    void verificationIsUndefinedWithoutAccounts() {
        assertNoValue(VerificationRate.of(NOBODY), Status.UNDEFINED, "no account at t");
    }

    @Test
    void verificationIsTheShareOfTheAccountsOfVerifiedPeople() {
        assertRatio(VerificationRate.of(new Cohort(40, 30)), 0.75);
        assertRatio(VerificationRate.of(new Cohort(40, 0)), 0);
        assertRatio(VerificationRate.of(new Cohort(40, 40)), 1);
    }

    @Test
    void sharesOfCohortsHaveAnInterval() {
        Cohort cohort = new Cohort(40, 3);

        assertThat(RetentionRate.of(cohort).get().interval(ConfidenceLevel.P95)).isPresent();
        assertThat(ChurnRate.of(cohort).get().interval(ConfidenceLevel.P95)).isPresent();
        assertThat(ConversionRate.of(cohort).get().interval(ConfidenceLevel.P95))
                .isPresent();
        assertThat(VerificationRate.of(cohort).get().interval(ConfidenceLevel.P95))
                .isPresent();
        assertThat(Stickiness.of(3, 40).get().interval(ConfidenceLevel.P95)).isPresent();
        assertThat(CustomerSatisfaction.of(3, 40).get().interval(ConfidenceLevel.P95))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"5, 6", "-1, 0", "5, -1"})
    void countsThatAreNotOfOneCohortAreRefused(long size, long matching) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cohort(size, matching))
                .withMessageContaining(matching + " of a cohort of " + size);
    }

    @Test
    void stickinessHasNoDataWhenNobodyWasActive() {
        assertNoValue(Stickiness.of(0, 0), Status.NO_DATA, "nobody was active in [t-30d, t)");
        assertNoValue(Stickiness.ofMean(0, 0), Status.NO_DATA, "nobody was active in [t-30d, t)");
    }

    @Test
    void stickinessIsTheDaysPeopleOfTheMonths() {
        assertRatio(Stickiness.of(71, 1739), 0.0408);
        assertRatio(Stickiness.of(0, 1739), 0);
        assertRatio(Stickiness.of(5, 5), 1);
    }

    @Test
    void meanStickinessIsTheMeanDaysPeopleOfTheMonths() {
        assertRatio(Stickiness.ofMean(30 * 5, 5), 1);
        assertRatio(Stickiness.ofMean(5, 5), 1.0 / 30);
        assertThat(Stickiness.ofMean(5, 5).get().interval(ConfidenceLevel.P95)).isEmpty();
    }

    @Test
    void planUpgradeIsUndefinedWithoutAccountsAtTheStart() {
        assertNoValue(PlanUpgradeRate.of(3, 0), Status.UNDEFINED, "no account at t-30d");
    }

    @Test
    void planUpgradeMayExceedOneAndThenHasNoInterval() {
        assertRatio(PlanUpgradeRate.of(5, 200), 0.025);
        assertThat(PlanUpgradeRate.of(5, 200).get().interval(ConfidenceLevel.P95))
                .isPresent();
        assertRatio(PlanUpgradeRate.of(3, 2), 1.5);
        assertThat(PlanUpgradeRate.of(3, 2).get().interval(ConfidenceLevel.P95)).isEmpty();
    }

    @Test
    void satisfactionHasNoDataWithoutAnswers() {
        assertNoValue(NetPromoterScore.of(0, 0, 0), Status.NO_DATA, "0-10");
        assertNoValue(CustomerSatisfaction.of(0, 0), Status.NO_DATA, "1-5");
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 10, 20", "0, 7, 7, -100", "7, 0, 7, 100", "0, 0, 4, 0", "1, 0, 3, 33.33333333333333"})
    void netPromoterScoreIsPromotersLessDetractorsInAHundred(
            long promoters, long detractors, long answers, BigDecimal score) {
        assertThat(NetPromoterScore.of(promoters, detractors, answers).get()).isEqualByComparingTo(score);
    }

    @Test
    void customerSatisfactionIsTheShareOfFoursAndFives() {
        assertRatio(CustomerSatisfaction.of(6, 8), 0.75);
        assertRatio(CustomerSatisfaction.of(0, 8), 0);
    }
}
