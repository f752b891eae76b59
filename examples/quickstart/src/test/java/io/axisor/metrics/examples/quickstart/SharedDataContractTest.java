package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real data against what other tools say of it. Source of the numbers: {@code ../shared/expected/gt_*.json} seen from the
 * project's root, computed from the same files with Python and checked with SQLite.
 */
abstract class SharedDataContractTest {

    /** Seen from this module, in which Maven runs its tests. */
    private static final Path SHARED = Path.of("../../../shared");

    /** The options that choose the database. */
    abstract List<String> database() throws Exception;

    @ParameterizedTest
    @CsvSource({
        "cdnow,      1997-10-01T00:00:00Z, gt_cdnow_1997-10-01T0000.json",
        "collegemsg, 2004-06-15T00:00:00Z, gt_collegemsg_2004-06-15T0000.json",
        "user0_cards,2010-01-01T00:00:00Z, gt_user0_cards_2010-01-01T0000.json"
    })
    void agreesWithWhatOtherToolsSay(String folder, String asOf, String expected) throws Exception {
        Path data = SHARED.resolve("data").resolve(folder);
        Path truth = SHARED.resolve("expected").resolve(expected);
        assumeThat(data)
                .as("the data sets are not part of the project; they stand in ../shared seen from its root")
                .isDirectory();
        assumeThat(truth).isRegularFile();
        Run run = Run.of(database(), "--data", data.toString(), "--as-of", asOf, "--once", "--format", "json");
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode gt = new ObjectMapper().readTree(truth.toFile());
        SoftAssertions softly = new SoftAssertions();
        Comparison comparison = new Comparison(run, softly);
        compareUsers(gt, comparison);
        if (gt.has("revenue")) {
            compareRevenue(gt.get("revenue"), OffsetDateTime.parse(asOf), comparison);
            comparison.quotient(
                    "revenue.per.account",
                    "lifetime",
                    gt.at("/revenue/netRevenue").asText(),
                    gt.at("/users/totalUsers").asText());
        }
        softly.assertThat(run.byTag("data.issues", "", "check").values()).containsOnly("0");
        softly.assertAll();
    }

    private static void compareUsers(JsonNode gt, Comparison comparison) {
        JsonNode users = gt.get("users");
        comparison.value("users", "", users.get("totalUsers"));
        for (String window : List.of("24h", "7d", "30d")) {
            comparison.value("users.active", window, users.get("activeUsers_" + window));
            comparison.value("users.new", window, users.get("newUsers_" + window));
        }
        comparison.quotient("users.stickiness", "", users.get("stickiness_dau_mau"));
        comparison.quotient("users.retention", "30d", users.get("retention30_cohort"));
        comparison.quotient("users.churn", "30d", users.get("churn30_activityBased"));
        comparison.tagged("users.lifecycle", "30d", "state", "resurrected", users.get("resurrected30d"));
        comparison.tagged("users.lifecycle", "30d", "state", "dormant", users.at("/churn30_activityBased/num"));
        JsonNode days = gt.get("dau_last30_utc_days");
        if (days != null) {
            int sum = StreamSupport.stream(days.spliterator(), false)
                    .mapToInt(JsonNode::intValue)
                    .sum();
            int active = users.get("activeUsers_30d").intValue();
            comparison.quotient("users.stickiness.mean", "", String.valueOf(sum), String.valueOf(30 * active));
        }
    }

    private static void compareRevenue(JsonNode revenue, OffsetDateTime asOf, Comparison comparison) {
        for (String status : List.of("succeeded", "failed", "refunded")) {
            comparison.tagged("payments", "", "status", status, revenue.at("/payments/" + status));
        }
        comparison.value("revenue.lifetime", "", revenue.get("netRevenue"));
        comparison.value("revenue.gross", "lifetime", revenue.get("grossRevenue"));
        comparison.value("revenue.gross", "30d", revenue.get("grossRevenue_30d"));
        comparison.value("revenue.refunded", "lifetime", revenue.get("refundedAmount"));
        for (String window : List.of("24h", "7d", "30d")) {
            comparison.value("revenue.collected", window, revenue.get("netRevenue_" + window));
        }
        comparison.quotient("payments.success", "lifetime", revenue.get("paymentSuccessRate_count"));
        comparison.quotient("payments.refund", "lifetime", revenue.get("refundRate_count"));
        comparison.quotient("revenue.refund", "lifetime", revenue.get("refundRate_amount"));
        if (new BigDecimal(revenue.get("refundedAmount").asText()).signum() == 0) {
            // the tools' growth is that of gross revenue, ours that of what was collected
            comparison.quotient("revenue.growth", "30d", revenue.get("revenueGrowth_30d_vs_prev30d"));
        }
        LocalDate month =
                asOf.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate().minusMonths(1);
        BigDecimal last = decimal(revenue.get("byMonth"), month);
        BigDecimal previous = decimal(revenue.get("byMonth"), month.minusMonths(1));
        comparison.value("revenue.collected", "last_month", last.toPlainString());
        comparison.quotient(
                "revenue.growth", "last_month", last.subtract(previous).toPlainString(), previous.toPlainString());
    }

    private static BigDecimal decimal(JsonNode byMonth, LocalDate month) {
        return new BigDecimal(
                byMonth.get(month.toString().substring(0, 7)).get("net").asText());
    }

    /** Looks the run's numbers up and compares them, as numbers. */
    private record Comparison(Run run, SoftAssertions softly) {

        void value(String metric, String window, JsonNode expected) {
            value(metric, window, expected.asText());
        }

        void value(String metric, String window, String expected) {
            compare(metric + " " + window, run.one(metric, window).get("value"), expected);
        }

        void tagged(String metric, String window, String tag, String tagValue, JsonNode expected) {
            String found = run.byTag(metric, window, tag).get(tagValue);
            softly.assertThat(new BigDecimal(found))
                    .as(metric + " " + tagValue)
                    .isEqualByComparingTo(expected.asText());
        }

        void quotient(String metric, String window, JsonNode expected) {
            quotient(
                    metric,
                    window,
                    expected.get("num").asText(),
                    expected.get("den").asText());
        }

        void quotient(String metric, String window, String numerator, String denominator) {
            JsonNode found = run.one(metric, window);
            if (new BigDecimal(denominator).signum() == 0) {
                softly.assertThat(found.get("status").asText()).as(metric).isEqualTo("UNDEFINED");
                softly.assertThat(found.get("value").isNull()).as(metric).isTrue();
            } else {
                compare(metric + " " + window, found.get("numerator"), numerator);
                compare(metric + " " + window, found.get("denominator"), denominator);
            }
        }

        private void compare(String what, JsonNode found, String expected) {
            softly.assertThat(new BigDecimal(found.asText())).as(what).isEqualByComparingTo(expected);
        }
    }
}
