package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.axisor.metrics.automation.AutomationDefinitions;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.platform.PlatformDefinitions;
import io.axisor.metrics.revenue.RevenueDefinitions;
import io.axisor.metrics.system.SystemDefinitions;
import io.axisor.metrics.trading.TradingDefinitions;
import io.axisor.metrics.users.UserDefinitions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is measured of the made-up company. */
class LivingCompanyMetricsTest {

    /** What has no value, and why. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "platform.uptime", "no heartbeats are kept yet",
            "platform.errors", "nobody has asked it for anything yet",
            "platform.response.time", "for the same reason");

    private static Run run;

    @BeforeAll
    static void measure() {
        run = measured();
    }

    private static Run measured(String... more) {
        return Run.of(List.of("--once", "--format", "json", "--as-of", "2026-01-01T18:00:00Z"), more);
    }

    @Test
    void theSameSeedGivesTheSameMeasurements() {
        assertThat(run.exitCode()).isZero();
        assertThat(measured().out()).isEqualTo(run.out());
        assertThat(measured("--seed", "1").out()).isNotEqualTo(run.out());
    }

    @Test
    void everyMetricIsMeasuredAndHasAValue() {
        Map<String, Set<String>> statuses = new TreeMap<>();
        for (JsonNode measurement : run.json().get("measurements")) {
            statuses.computeIfAbsent(measurement.get("metric").textValue(), key -> new TreeSet<>())
                    .add(measurement.get("status").textValue());
        }
        assertThat(statuses.keySet()).containsAll(definedKeys());
        statuses.forEach((key, found) -> {
            if (UNKNOWN.containsKey(key)) {
                assertThat(found).as(key).doesNotContain("OK");
            } else {
                assertThat(found).as(key).containsExactly("OK");
            }
        });
    }

    private static List<String> definedKeys() {
        return Stream.of(
                        UserDefinitions.ALL,
                        RevenueDefinitions.ALL,
                        AutomationDefinitions.ALL,
                        TradingDefinitions.ALL,
                        PlatformDefinitions.ALL,
                        SystemDefinitions.ALL)
                .flatMap(List::stream)
                .map(MetricDefinition::key)
                .toList();
    }

    @Test
    void everyKeyIndicatorButThoseOfTheProcessHasAValue() {
        for (JsonNode kpi : run.json().get("kpis")) {
            String expected = UNKNOWN.containsKey(kpi.get("metric").textValue()) ? "null" : "value";
            String found = kpi.get("value").isNull() ? "null" : "value";
            assertThat(found).as(kpi.toString()).isEqualTo(expected);
        }
        assertThat(run.json().get("kpis")).hasSize(13);
    }

    @Test
    void theTableFitsTheTerminalAndBeginsWithTheKeyIndicators() {
        Run table = Run.of("--once", "--as-of", "2026-01-01T18:00:00Z");
        assertThat(table.out()).startsWith("as of 2026-01-01T18:00:00Z, business zone UTC\n\nKEY INDICATORS ");
        assertThat(table.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));
        List<String> titles = List.of("USERS ", "REVENUE ", "AUTOMATION ", "TRADING ", "PLATFORM ", "SYSTEM ", "DATA ");
        assertThat(table.out().lines().filter(line -> line.matches("[A-Z].*")).skip(1))
                .hasSameSizeAs(titles)
                .zipSatisfy(titles, (line, title) -> assertThat(line).startsWith(title));
        assertThat(table.out())
                .containsPattern(
                        "automations\\.executions +24h auto_entry +\\d+  succeeded, \\d+ (failed|other), \\d+ ")
                .containsPattern("automations\\.duration +24h mean +\\d+ ms ")
                .containsPattern("support\\.resolution +30d mean +\\d+\\.\\d h ");
    }

    @Test
    void aFewDirtyRowsShow() {
        Map<String, String> issues = run.byTag("data.issues", "", "check");
        for (String check : List.of("payments.amount", "trades.amount", "features.user")) {
            assertThat(Integer.parseInt(issues.get(check))).as(check).isBetween(1, 20);
        }
    }

    @Test
    void everyAccountIsInItsState() {
        Map<String, String> byState = run.byTag("users.lifecycle", "30d", "state");
        int active = run.one("users.active", "30d").get("value").intValue();
        assertThat(Integer.parseInt(byState.get("new"))
                        + Integer.parseInt(byState.get("returning"))
                        + Integer.parseInt(byState.get("resurrected")))
                .isEqualTo(active);
    }
}
