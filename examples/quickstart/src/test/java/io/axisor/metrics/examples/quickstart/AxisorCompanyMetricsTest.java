package io.axisor.metrics.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is measured of the made-up company in tables like Axisor's. */
class AxisorCompanyMetricsTest {

    private static final List<String> ONCE = List.of("--preset", "axisor", "--once", "--as-of", "2026-01-01T18:00:00Z");

    /** What Axisor's tables do not hold: events of activity, answers, durations, tickets, requests, capital. */
    private static final Set<String> NOT_HELD = Set.of(
            "users.stickiness.mean",
            "users.lifecycle",
            "satisfaction.nps",
            "satisfaction.csat",
            "satisfaction.responses",
            "automations.duration",
            "trades.drawdown.relative",
            "support.tickets",
            "support.first.response",
            "support.resolution",
            "support.sla",
            "support.satisfaction",
            "compliance.requests",
            "compliance.on.time");

    private static Run run;

    @BeforeAll
    static void measure() {
        run = Run.of(ONCE, "--format", "json");
    }

    @Test
    void everythingButWhatTheTablesDoNotHoldHasAValue() {
        assertThat(run.exitCode()).as(run.err()).isZero();
        Set<String> unavailable = new TreeSet<>();
        for (JsonNode measurement : run.json().get("measurements")) {
            String status = measurement.get("status").textValue();
            boolean isOfTheProcess = measurement.get("metric").textValue().startsWith("platform.");
            if (status.equals("UNAVAILABLE") && !isOfTheProcess) {
                unavailable.add(measurement.get("metric").textValue());
            } else if (!isOfTheProcess) {
                assertThat(status).as(measurement.toString()).isEqualTo("OK");
            }
        }
        assertThat(unavailable).isEqualTo(new TreeSet<>(NOT_HELD));
    }

    @Test
    void amountsAreSatoshis() {
        JsonNode collected = run.one("revenue.collected", "30d");
        assertThat(collected.get("unit").textValue()).isEqualTo("SAT");
        assertThat(collected.get("value").textValue()).matches("[1-9]\\d{5,}");
    }

    @Test
    void theGaugesOfTheDashboardsAreAllThere() {
        Run scrape = Run.of(ONCE, "--format", "prometheus");
        for (String subject : List.of("user", "revenue", "automation", "trading", "kpi")) {
            assertThat(scrape.out()).contains("\naxisor_business_" + subject + "_metrics{");
        }
        assertThat(scrape.out()).contains("\nbusiness_users{");
    }

    @Test
    void theTablesAreFoundAsTheyAre() {
        assertThat(run.err()).doesNotContain("has no index");
    }
}
