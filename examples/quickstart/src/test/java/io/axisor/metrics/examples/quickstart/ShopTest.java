package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.axisor.metrics.Kpi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of a few lines, counted by hand. */
class ShopTest {

    private static final List<String> SHOP =
            List.of("--data", "src/test/resources/shop", "--as-of", "2024-03-01T00:00:00Z", "--once");

    private static Run json;

    @BeforeAll
    static void measure() {
        json = Run.of(SHOP, "--format", "json");
    }

    @Test
    void endsWellAndSaysHowLongItTook() {
        assertThat(json.exitCode()).isZero();
        assertThat(json.err())
                .contains("loaded in ")
                .containsPattern("computed in \\d+\\.\\d\\d s \\(users .*, revenue .*\\)");
    }

    @Test
    void usersAreThoseCreatedBeforeTheInstant() {
        assertThat(json.byTag("users", "", "plan")).isEqualTo(Map.of("unspecified", "3"));
        assertThat(json.one("users.active", "24h").get("value").intValue()).isEqualTo(1);
        assertThat(json.one("users.active", "7d").get("value").intValue()).isEqualTo(2);
        assertThat(json.one("users.active", "30d").get("value").intValue()).isEqualTo(2);
        assertThat(json.one("users.new", "30d").get("value").intValue()).isEqualTo(1);
    }

    @Test
    void ratiosBearTheirQuotient() {
        assertThat(json.quotient("users.retention", "30d")).isEqualTo("1 of 2");
        assertThat(json.quotient("users.churn", "30d")).isEqualTo("1 of 2");
        assertThat(json.quotient("payments.success", "30d")).isEqualTo("2 of 3");
        assertThat(json.quotient("payments.refund", "lifetime")).isEqualTo("1 of 3");
    }

    @Test
    void aRefundIsARowOfItsOwn() {
        assertThat(json.one("revenue.lifetime", "").get("value").textValue()).isEqualTo("35.00");
        assertThat(json.one("revenue.gross", "30d").get("value").textValue()).isEqualTo("25.50");
        assertThat(json.one("revenue.refunded", "30d").get("value").textValue()).isEqualTo("0.50");
        assertThat(json.one("revenue.collected", "30d").get("value").textValue())
                .isEqualTo("25.00");
        assertThat(json.quotient("revenue.refund", "30d")).isEqualTo("0.50 of 25.50");
        assertThat(json.quotient("revenue.unattributed", "30d")).isEqualTo("5.00 of 25.50");
        assertThat(json.quotient("revenue.arpu", "30d")).isEqualTo("20.00 of 3");
    }

    @Test
    void rowsThatSayNothingAreCountedAsIssues() {
        assertThat(json.byTag("data.issues", "", "check"))
                .containsEntry("payments.amount", "1")
                .containsEntry("payments.status", "1")
                .containsEntry("users.created_at", "0");
        assertThat(json.err()).contains("'CHARGEBACK'");
    }

    @Test
    void jsonHasTheFieldsThatAreDocumented() {
        assertThat(json.json().get("asOf").textValue()).isEqualTo("2024-03-01T00:00:00Z");
        assertThat(json.json().get("zone").textValue()).isEqualTo("UTC");
        for (JsonNode measurement : json.json().get("measurements")) {
            List<String> fields = new ArrayList<>();
            measurement.fieldNames().forEachRemaining(fields::add);
            assertThat(fields)
                    .containsExactly(
                            "metric",
                            "definition",
                            "window",
                            "statistic",
                            "tags",
                            "value",
                            "status",
                            "reason",
                            "numerator",
                            "denominator",
                            "interval",
                            "unit",
                            "flags",
                            "computedAt");
        }
        assertThat(json.out().lines().filter(line -> line.contains("\"users.active\"")))
                .element(1)
                .asString()
                .startsWith("  {\"metric\": \"users.active\", \"definition\": \"users.active\", \"window\": \"7d\","
                        + " \"statistic\": null, \"tags\": {}, \"value\": 2, \"status\": \"OK\", \"reason\": null,"
                        + " \"numerator\": null, \"denominator\": null, \"interval\": null, \"unit\": \"users\","
                        + " \"flags\": [ ], \"computedAt\": \"");
    }

    @Test
    void jsonRepeatsTheKeyIndicatorsUnderTheirNames() {
        List<String> names = new ArrayList<>();
        json.json().get("kpis").forEach(kpi -> names.add(kpi.get("kpi").textValue()));
        assertThat(names)
                .containsExactlyElementsOf(
                        Arrays.stream(Kpi.values()).map(Kpi::key).toList());
        JsonNode churn = json.kpi("user_churn_rate");
        assertThat(churn.get("metric").textValue()).isEqualTo("users.churn");
        assertThat(churn.get("value")).isEqualTo(json.one("users.churn", "30d").get("value"));
        JsonNode response = json.kpi("average_response_time");
        assertThat(response.get("statistic").textValue()).isEqualTo("mean");
        assertThat(response.get("value").isNull()).isTrue();
        assertThat(response.get("reason").textValue()).isNotEmpty();
    }

    @Test
    void jsonTypesTellMoneyFromCountsAndRatios() {
        assertThat(json.one("revenue.lifetime", "").get("unit").textValue()).isEqualTo("USD");
        assertThat(json.one("revenue.arpu", "30d").get("numerator").isTextual()).isTrue();
        assertThat(json.one("revenue.arpu", "30d").get("denominator").isInt()).isTrue();
        JsonNode churn = json.one("users.churn", "30d");
        assertThat(churn.get("value").isDouble()).isTrue();
        assertThat(churn.get("numerator").isInt()).isTrue();
        assertThat(churn.get("interval")).hasSize(2);
        // Wilson, 1 of 2 at 95 %: R 4.3, binom::binom.confint(1, 2, methods = "wilson")
        assertThat(churn.get("interval").get(0).doubleValue()).isCloseTo(0.0945, within(1e-4));
        JsonNode upgrades = json.one("plans.upgrade", "30d");
        assertThat(upgrades.get("value").isNull()).isTrue();
        assertThat(upgrades.get("status").textValue()).isEqualTo("UNAVAILABLE");
        assertThat(upgrades.get("reason").textValue()).contains("plan changes");
    }

    @Test
    void theTableFitsTheTerminal() {
        Run table = Run.of(SHOP);
        assertThat(table.exitCode()).isZero();
        assertThat(table.out()).startsWith("as of 2024-03-01T00:00:00Z, business zone UTC\n\nKEY INDICATORS ");
        assertThat(table.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        assertThat(table.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
                .contains(
                        "user_churn_rate 30d 50.00 % 1 of 2 small sample",
                        "automation_adoption_rate - UNAVAILABLE: users and automations are not both mapped",
                        "users.churn 30d 50.00 % 1 of 2 9.5 – 90.5 % OK, small sample",
                        "revenue.lifetime unspecified 35.00 USD OK, rows left out",
                        "this_month 0.00 USD OK, running",
                        "plans.upgrade 30d - UNAVAILABLE [2]",
                        "[2] plan changes are not mapped");
        assertThat(table.out().indexOf("DATA ")).isGreaterThan(table.out().indexOf("REVENUE "));
        assertThat(table.out()).containsPattern("data\\.issues +payments\\.amount +1 +OK");
    }

    @Test
    void aDomainThatIsNotMappedTakesOneLine() {
        assertThat(Run.of(SHOP).out().lines())
                .contains(
                        "AUTOMATION  11 metrics UNAVAILABLE; not mapped: automations, executions",
                        "TRADING  18 metrics UNAVAILABLE; not mapped: trades",
                        "PLATFORM  9 metrics UNAVAILABLE; not mapped: feature use, support tickets, compliance"
                                + " requests");
    }

    @Test
    void prometheusTextIsWhatAScrapeAnswers() {
        Run scrape = Run.of(SHOP, "--format", "prometheus", "--currency", "EUR");
        assertThat(scrape.exitCode()).isZero();
        assertThat(scrape.out().lines())
                .contains(
                        "business_users_active_30d 2.0",
                        "business_users_churn_30d_ratio 0.5",
                        "business_revenue_lifetime{currency=\"EUR\",plan=\"unspecified\"} 35.0",
                        "business_refresh_up{domain=\"users\"} 1.0",
                        "business_data_issues{check=\"payments.status\"} 1.0");
        assertThat(scrape.out()).doesNotContain("business_plans_upgrade", " NaN\n");
    }

    @Test
    void whatTheFolderDoesNotHoldIsUnavailable(@TempDir Path folder) throws Exception {
        Files.copy(Path.of("src/test/resources/shop/users.csv"), folder.resolve("users.csv"));
        Run run = Run.of("--data", folder.toString(), "--as-of", "2024-03-01T00:00:00Z", "--once", "--format", "json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.byTag("users", "", "plan")).isEqualTo(Map.of("unspecified", "3"));
        assertThat(run.one("users.active", "7d").get("status").textValue()).isEqualTo("UNAVAILABLE");
        assertThat(run.one("revenue.lifetime", "").get("status").textValue()).isEqualTo("UNAVAILABLE");
    }
}
