package io.axisor.metrics.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.refresh.DomainHealth;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.axisor.metrics.spring.shop.ShopApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** A whole application, asked over HTTP as a scraper does; only where the build brings the Spring Boot that it names. */
@EnabledIfSystemProperty(named = "spring-boot.expected.version", matches = ".+")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShopApplicationIT {

    private static ConfigurableApplicationContext application;

    @BeforeAll
    static void start() throws InterruptedException {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("spring-boot.expected.version"));
        application = new SpringApplicationBuilder(ShopApplication.class).run("--spring.config.name=shop");
        MetricsRefresher refresher = application.getBean(MetricsRefresher.class);
        while (!refresher.health().stream().allMatch(DomainHealth::up)) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    static void stop() {
        application.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("axisor-metrics-"));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        String port = application.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static Map<String, Object> json(String path) throws IOException, InterruptedException {
        return JsonParserFactory.getJsonParser().parseMap(get(path).body());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> json, String... path) {
        Map<String, Object> map = json;
        for (String name : path) {
            map = (Map<String, Object>) map.get(name);
        }
        return map;
    }

    @Test
    void entitiesAndTablesAreMeasuredIntoTheScrapedRegistry() throws Exception {
        assertThat(get("prometheus").body().lines())
                .contains(
                        "business_users{plan=\"FREE\"} 1.0",
                        "business_users{plan=\"PRO\"} 2.0",
                        "business_users_active_24h 1.0",
                        "business_revenue_collected_30d{currency=\"EUR\"} 40.0",
                        "business_payments_success_30d_ratio 0.6666666666666667",
                        "business_refresh_up{domain=\"users\"} 1.0")
                .anyMatch(line -> line.startsWith("jvm_"));
    }

    @Test
    void theEndpointTellsEveryValueOrWhyThereIsNone() throws Exception {
        Map<String, Object> everything = json("businessmetrics");

        assertThat(list(everything, "domains"))
                .extracting("domain")
                .containsExactly("users", "revenue", "automation", "trading", "platform", "system");
        assertThat(list(everything, "domains").get(0))
                .containsEntry("up", true)
                .containsKeys("lastSuccess", "ageInSeconds")
                .doesNotContainKey("lastFailure");
        assertThat(list(everything, "values"))
                .hasSizeGreaterThan(50)
                .filteredOn(value -> value.get("metric").equals("trades"))
                .singleElement()
                .satisfies(value -> assertThat(value)
                        .containsEntry("status", "UNAVAILABLE")
                        .containsEntry("reason", "trades are not mapped")
                        .doesNotContainKey("value"));
    }

    @Test
    void oneMetricComesWithItsDefinition() throws Exception {
        Map<String, Object> success = json("businessmetrics/payments.success");

        assertThat(map(success, "definition"))
                .containsEntry("metric", "payments.success")
                .containsEntry("unit", "ratio")
                .containsKey("description");
        assertThat(list(success, "values"))
                .filteredOn(value -> value.get("window").equals("30d"))
                .singleElement()
                .satisfies(value -> {
                    assertThat(value)
                            .containsEntry("status", "OK")
                            .containsEntry("numerator", 2)
                            .containsEntry("denominator", 3)
                            .containsEntry("flags", List.of("SMALL_SAMPLE"));
                    assertThat((double) map(value, "interval").get("lower")).isBetween(0.2, 0.3);
                    assertThat((String) value.get("asOf")).endsWith("Z");
                    assertThat((double) value.get("ageInSeconds")).isBetween(0.0, 120.0);
                });
        assertThat(get("businessmetrics/payments.succes").statusCode()).isEqualTo(404);
    }

    @Test
    void theHealthIsUpAndTellsOfEachDomain() throws Exception {
        Map<String, Object> health = map(json("health"), "components", "businessMetrics");

        assertThat(health).containsEntry("status", "UP");
        assertThat(map(health, "details", "revenue")).containsEntry("up", true);
    }
}
