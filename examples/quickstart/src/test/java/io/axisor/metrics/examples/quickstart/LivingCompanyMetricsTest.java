package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is measured of the made-up company. */
class LivingCompanyMetricsTest {

    private static Run run;

    @BeforeAll
    static void measure() {
        run = measured();
    }

    private static Run measured(String... more) {
        return Run.of(List.of("--once", "--format", "json", "--as-of", "2026-01-01T00:00:00Z"), more);
    }

    @Test
    void theSameSeedGivesTheSameMeasurements() {
        assertThat(run.exitCode()).isZero();
        assertThat(measured().out()).isEqualTo(run.out());
        assertThat(measured("--seed", "1").out()).isNotEqualTo(run.out());
    }

    @Test
    void everyMetricHasAValue() {
        for (JsonNode measurement : run.json().get("measurements")) {
            assertThat(measurement.get("status").textValue())
                    .as(measurement.toString())
                    .isEqualTo("OK");
        }
    }

    @Test
    void aFewDirtyRowsShow() {
        assertThat(run.byTag("data.issues", "", "check").values()).anyMatch(rows -> Integer.parseInt(rows) > 0);
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
