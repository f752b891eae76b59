package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every date of a subscription, mapped in YAML, decides whether it is paid for. */
class SubscriptionDatesIT {

    private static final String SCHEMA = """
        zone: UTC
        schema:
          local-times-in: UTC
          subscriptions:
            table: dated
            user-id: who
            amount: amount
            fixed-currency: USD
            fixed-interval: month
            started-at: begun
            status: state
            active: "on"
            paused: halt
            cancelled: gone
            ended-at: last_day
            inclusive-end: day
            trial-ends-at: last_trial_day
            inclusive-trial-end: day
            paused-at: halted
            cancelled-at: given_up
        targets:
          - url: TARGET
        """;

    @TempDir
    private Path folder;

    @Test
    void theLastDayIsPaidForAndPausesAndCancellationsEndRevenue() throws Exception {
        LocalDate today;
        String mrr;
        do {
            today = LocalDate.now(ZoneOffset.UTC);
            mrr = mrr(today);
        } while (!today.equals(LocalDate.now(ZoneOffset.UTC)));

        assertThat(mrr)
                .as("2 ends with today, 4 was on trial until yesterday, 32 ends tomorrow")
                .isEqualTo("38.00");
    }

    private String mrr(LocalDate today) throws Exception {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        String yesterday = "DATE '" + today.minusDays(1) + "'";
        String now = "DATE '" + today + "'";
        String tomorrow = "DATE '" + today.plusDays(1) + "'";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE dated (who VARCHAR(9), amount INTEGER, state VARCHAR(9), last_day DATE,"
                    + " last_trial_day DATE, halted DATE, given_up DATE, begun DATE DEFAULT DATE '2020-01-01')");
            for (String row : new String[] {
                "'a', 1, 'on', " + yesterday + ", NULL, NULL, NULL",
                "'b', 2, 'on', " + now + ", NULL, NULL, NULL",
                "'c', 4, 'on', NULL, " + yesterday + ", NULL, NULL",
                "'d', 8, 'on', NULL, " + now + ", NULL, NULL",
                "'e', 16, 'halt', NULL, NULL, " + yesterday + ", NULL",
                "'f', 32, 'on', " + tomorrow + ", NULL, NULL, " + yesterday,
                "'g', 64, 'gone', NULL, NULL, NULL, " + yesterday
            }) {
                statement.execute("INSERT INTO dated VALUES (" + row + ", DEFAULT)");
            }
        }
        JsonNode json = Run.of(Shop.write(folder, SCHEMA.replace("TARGET", url)), "--once", "--format", "json")
                .json();
        assertThat(json.get("failures")).isEmpty();
        return StreamSupport.stream(json.get("measurements").spliterator(), false)
                .filter(measurement -> measurement.get("metric").asText().equals("revenue.mrr"))
                .map(measurement -> measurement.get("value").asText())
                .findFirst()
                .orElseThrow();
    }
}
