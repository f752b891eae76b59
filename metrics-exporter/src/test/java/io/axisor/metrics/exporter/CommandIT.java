package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command prints and ends with. */
class CommandIT {

    @TempDir
    private Path folder;

    @Test
    void theExampleFitsItsDatabase() throws Exception {
        Run run = Run.of(Shop.write(folder, Shop.text()), "--check");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.endsWith(": The mapping fits the database."));
    }

    @Test
    void aMappingThatDoesNotFitIsToldWithItsDatabase() throws Exception {
        Run run = Run.of(
                Shop.write(folder, Shop.text().replace("created-at: created_at", "created-at: made_at")), "--check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains(", tables: The mapping does not fit the database: 2 errors")
                .contains("made_at");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNoFaultOfTheMapping() throws Exception {
        String text = Shop.text().replaceFirst("url: .*", "url: jdbc:postgresql://localhost:1/shop");
        Run check = Run.of(Shop.write(folder, "query-timeout: 1s\n" + text), "--check");
        Run once = Run.of(Shop.write(folder, "query-timeout: 1s\n" + text), "--once");

        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(check.err()).startsWith("jdbc:postgresql://localhost:1/shop: ");
        assertThat(once.exitCode()).isEqualTo(1);
        assertThat(once.err().lines().filter(line -> line.contains("not measured")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("jdbc:postgresql://localhost:1/shop: not measured: users, revenue, shop: "));
        assertThat(once.out())
                .containsPattern("\nUSERS  FAILED: \\S+")
                .containsPattern("\nREVENUE  FAILED: \\S+")
                .contains("FAILED: the domain revenue could not be measured");
        JsonNode json = Run.of(Shop.write(folder, "query-timeout: 1s\n" + text), "--once", "--format", "json")
                .json();
        assertThat(json.get("failures"))
                .extracting(failure -> failure.get("domain").asText())
                .containsExactly("users", "revenue", "shop");
        assertThat(json.get("failures")).allSatisfy(failure -> {
            assertThat(failure.get("status").asText()).isEqualTo("FAILED");
            assertThat(failure.get("reason").asText()).isNotEmpty();
        });
        assertThat(json.get("kpis")).anySatisfy(kpi -> {
            assertThat(kpi.get("domain").asText()).isEqualTo("revenue");
            assertThat(kpi.get("status").asText()).isEqualTo("FAILED");
        });
    }

    @Test
    void onceWithAMappingThatDoesNotFitEndsAsTheCheckDoes() throws Exception {
        Run once = Run.of(
                Shop.write(folder, Shop.text().replace("table: payments", "table: sales")),
                "--once",
                "--format",
                "json");
        assertThat(once.exitCode()).isEqualTo(2);
        assertThat(once.err()).contains("The mapping does not fit the database", "sales");
        assertThat(once.json().get("failures"))
                .extracting(failure -> failure.get("domain").asText())
                .containsExactly("users", "revenue"); // a conversion is a payment
        assertThat(once.json().get("measurements"))
                .anyMatch(measurement -> measurement.get("metric").asText().equals("shop.buyers"));
    }

    @Test
    void conventionsOfTheHostReachTheFigures() throws Exception {
        String text = "rules: {confidence: p90}\ngross-margin: 3\n" + Shop.text();
        assertThat(Run.of(Shop.write(folder, text), "--once").err())
                .contains("metrics.yaml:2: gross-margin: '3' is not above 0 and at most 1");
        assertThat(Run.of(Shop.write(folder, text.replace("margin: 3", "margin: 0.5")), "--once")
                        .out())
                .contains("90 % interval")
                .doesNotContain("95 % interval");
    }

    @Test
    void everyMeasurementSaysHowItCameToBe() throws Exception {
        JsonNode json = Run.of(Shop.write(folder, Shop.text()), "--once", "--format", "json")
                .json();
        assertThat(json.get("failures")).isEmpty();
        assertThat(json.get("measurements")).allSatisfy(measurement -> {
            assertThat(measurement.get("definition").asText())
                    .startsWith(measurement.get("metric").asText());
            assertThat(Instant.parse(measurement.get("computedAt").asText())).isNotNull();
            assertThat(measurement.get("flags").isArray()).isTrue();
            assertThat(measurement.has("numerator") && measurement.has("denominator"))
                    .isTrue();
        });
        assertThat(json.get("measurements")).anySatisfy(measurement -> {
            assertThat(measurement.get("window").asText()).isEqualTo("today");
            assertThat(measurement.get("flags").get(0).asText()).isEqualTo("running");
        });
    }

    @Test
    void whatADatabaseStoresFailsTheCheckAndIsToldWithAQuery() throws Exception {
        String text = Shop.text().replace("    failed: DECLINED\n", ""); // a tenth of the payments
        Run check = Run.of(Shop.write(folder, text), "--check");
        assertThat(check.exitCode()).as(check.out() + check.err()).isEqualTo(2);
        assertThat(check.err()).contains("what the database stores", "DECLINED", "SELECT ");
    }

    @Test
    void aWrongConfigurationIsToldBeforeAnythingElse() throws Exception {
        Run run = Run.of(Shop.write(folder, Shop.text().replace("zone:", "zoen:")), "--check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("metrics.yaml:3: zoen: is no key that is known; did you mean 'zone'?\n");
    }

    @Test
    void optionsOfTheLibraryAreCheckedWithTheRest() throws Exception {
        String text = Shop.text().replace("interval: 0.2s", "interval: 0.2s\n  intervals: {user: 1s}\n  jitter: 3");
        Run run = Run.of(Shop.write(folder, text.replace("AND p.created_at < :to", "")), "--check");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("targets[0]: domain 'shop': shop.buyers: nothing is compared with :to");
        run = Run.of(Shop.write(folder, text), "--check");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("interval for 'user': the domains are", "jitter must be 0 to 0.5, not 3.0");
    }

    @Test
    void onceIsPrintedAsATableAsTextForPrometheusAndAsJson() throws Exception {
        Path config = Shop.write(folder, Shop.text());

        assertThat(Run.of(config, "--once").out()).contains("KEY INDICATORS", "users                        free");
        assertThat(Run.of(config, "--once", "--format", "prometheus").out().lines())
                .contains("business_users{plan=\"free\"} 300.0", "business_shop_buyers_30d{plan=\"pro\"} 90.0");
        JsonNode json = Run.of(config, "--once", "--format", "json").json();
        assertThat(json.get("zone").asText()).isEqualTo("Europe/Berlin");
        assertThat(json.get("measurements"))
                .anyMatch(m -> m.get("metric").asText().equals("shop.buyers")
                        && m.get("value").asInt() == 90);
    }

    @Test
    void severalTargetsAreToldApart() throws Exception {
        String url = "    url: jdbc:h2:mem:" + UUID.randomUUID()
                + ";DB_CLOSE_DELAY=-1;INIT=RUNSCRIPT FROM 'classpath:shop.sql'\n";
        String text = Shop.text().replaceFirst("  - url: .*\n", "  - name: eu\n" + url + "  - name: us\n" + url);
        Path config = Shop.write(folder, text);

        assertThat(Run.of(config, "--once", "--format", "prometheus").out().lines())
                .contains(
                        "business_users{plan=\"free\",target=\"eu\"} 300.0",
                        "business_users{plan=\"free\",target=\"us\"} 300.0");
        assertThat(Run.of(config, "--once", "--format", "json").json().fieldNames())
                .toIterable()
                .containsExactly("eu", "us");
        assertThat(Run.of(config, "--once").out()).contains("target eu\n", "\ntarget us\n");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        assertThat(Run.of(Shop.CONFIG, "--as-of", "2026-01-01T00:00:00Z").err())
                .startsWith("--as-of and --format go with --once;")
                .endsWith("See --help.\n");
        assertThat(Run.of(Shop.CONFIG, "--format", "json").exitCode()).isEqualTo(2);
        assertThat(Run.of(Shop.CONFIG, "--once", "--check").exitCode()).isEqualTo(2);
        assertThat(Run.of(Shop.CONFIG, "--once", "--as-of", "yesterday").err())
                .contains("'yesterday' is not an instant");
    }
}
