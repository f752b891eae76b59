package io.axisor.metrics.examples.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.axisor.metrics.source.InMemoryMetricsDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    /** Twice the interval of refreshes, as it is by default. */
    private static final Duration TWO_REFRESHES = Duration.ofMinutes(2);

    private static Stream<String> alerts() {
        return RuleFile.alerts().stream().map(alert -> alert.get("alert").asText());
    }

    private static JsonNode alert(String name) {
        return RuleFile.alerts().stream()
                .filter(alert -> alert.get("alert").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void prometheusAcceptsTheConfigurationAndItsRules() throws Exception {
        Promtool.passes("check", "config", RuleFile.CONFIGURATION.toString());
    }

    @ParameterizedTest
    @FieldSource("io.axisor.metrics.examples.monitoring.RuleFile#TESTS")
    void theTestsOfTheRulesPass(Path tests) throws Exception {
        Promtool.passes("test", "rules", tests.toString());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void thereAreTestsInWhichAnAlertFiresAndTestsInWhichItDoesNot(String name) {
        List<JsonNode> tests = RuleFile.testsOfAlerts().stream()
                .filter(test -> test.get("alertname").asText().equals(name))
                .toList();

        assertThat(tests).anySatisfy(test -> assertThat(test.path("exp_alerts")).isNotEmpty());
        assertThat(tests).anySatisfy(test -> assertThat(test.path("exp_alerts")).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertSaysHowBadItIsWhatTheNumberIsAndWhatToDoFirst(String name) {
        JsonNode alert = alert(name);

        assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
        assertThat(alert.at("/annotations/summary").asText()).contains("$labels.job");
        assertThat(alert.at("/annotations/description").asText()).contains("First see");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void everyAlertWaitsForTwoRefreshes(String name) {
        Duration patience = Duration.parse("PT" + alert(name).get("for").asText());

        assertThat(patience).isGreaterThanOrEqualTo(TWO_REFRESHES);
    }

    /** Why a domain that is meant to be unavailable wakes nobody: its refreshes succeed, only its figures are not there. */
    @Test
    void aDomainThatIsNotMappedIsRefreshedLikeAnyOther() {
        Map<Series, Double> exposed = ExposedSeries.of(
                InMemoryMetricsDataSource.builder().accounts(List.of()).build());

        for (String domain : List.of("users", "revenue", "automation", "trading", "platform", "system")) {
            assertThat(exposed)
                    .containsEntry(new Series("business_refresh_up", Map.of("domain", domain)), 1.0)
                    .hasEntrySatisfying(
                            new Series("business_refresh_last_success_seconds", Map.of("domain", domain)),
                            since1970 -> assertThat(since1970).isPositive());
        }
        assertThat(exposed.keySet()).noneMatch(series -> series.name().startsWith("business_trades"));
    }
}
