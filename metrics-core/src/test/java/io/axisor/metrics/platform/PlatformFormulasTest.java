package io.axisor.metrics.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.system.HttpRequestFacts;
import io.axisor.metrics.system.ServerErrorRate;
import io.axisor.metrics.value.ConfidenceLevel;
import io.axisor.metrics.value.Finding;
import io.axisor.metrics.value.Ratio;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Each formula of the platform and system domains at the edges and worked numbers of its Javadoc. */
class PlatformFormulasTest {

    private static void assertRatio(Finding<Ratio> finding, String value) {
        assertThat(finding.status()).isEqualTo(Status.OK);
        assertThat(finding.get().value()).isEqualByComparingTo(value);
        assertThat(finding.get().interval(ConfidenceLevel.P95)).isPresent();
    }

    private static void assertNoData(Finding<?> finding, String reason) {
        assertThat(finding.status()).isEqualTo(Status.NO_DATA);
        assertThat(finding.reason().orElseThrow()).contains(reason);
    }

    @Test
    void nothingDueIsNeitherInTimeNorLate() {
        assertNoData(OnTimeRate.of(new DueCounts(0, 0, 0)), "due date");
    }

    @Test
    void whatIsOverdueIsNotOnTime() {
        assertRatio(OnTimeRate.of(new DueCounts(0, 0, 2)), "0");
        assertRatio(OnTimeRate.of(new DueCounts(17, 18, 2)), "0.85");
        assertRatio(OnTimeRate.of(new DueCounts(3, 3, 0)), "1");
    }

    @Test
    void withoutScoresNobodyIsSatisfiedOrNot() {
        assertNoData(TicketSatisfaction.of(new ScoreCounts(0, 0)), "no ticket resolved in the window has a score");
    }

    @Test
    void satisfactionIsTheShareOfFoursAndFives() {
        assertRatio(TicketSatisfaction.of(new ScoreCounts(6, 8)), "0.75");
        assertRatio(TicketSatisfaction.of(new ScoreCounts(0, 8)), "0");
        assertRatio(TicketSatisfaction.of(new ScoreCounts(8, 8)), "1");
    }

    private static HttpRequestFacts requests(long requests, long serverErrors) {
        return requests(requests, Finding.ok(serverErrors));
    }

    private static HttpRequestFacts requests(long requests, Finding<Long> serverErrors) {
        return new HttpRequestFacts(
                requests, serverErrors, BigDecimal.ZERO, Finding.noData("none"), Finding.noData("none"));
    }

    @Test
    void withoutRequestsNoneFailed() {
        assertNoData(ServerErrorRate.of(requests(0, 0)), "no request");
    }

    @Test
    void whereOutcomesAreNotToldThereIsNoErrorRate() {
        Finding<Long> untold = Finding.unavailable("no tag tells the outcome");

        assertThat(ServerErrorRate.of(requests(1000, untold)))
                .isEqualTo(Finding.unavailable("no tag tells the outcome"));
        assertNoData(ServerErrorRate.of(requests(0, untold)), "no request");
    }

    @Test
    void theServerErrorRateIsTheShareOfFailedRequests() {
        assertRatio(ServerErrorRate.of(requests(1000, 3)), "0.003");
        assertRatio(ServerErrorRate.of(requests(1000, 0)), "0");
        assertRatio(ServerErrorRate.of(requests(7, 7)), "1");
    }
}
