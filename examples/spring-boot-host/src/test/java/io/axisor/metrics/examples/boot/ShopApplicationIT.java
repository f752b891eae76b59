package io.axisor.metrics.examples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Started for real and asked over HTTP, as a scraper does. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShopApplicationIT {

    @Test
    void entitiesAreMeasuredAndScraped() throws Exception {
        try (ConfigurableApplicationContext shop = SpringApplication.run(ShopApplication.class, "--server.port=0")) {
            String port = shop.getEnvironment().getProperty("local.server.port");
            String scraped = get(port, "prometheus");
            while (!scraped.contains("business_refresh_up{domain=\"system\"} 1.0")) {
                Thread.sleep(50);
                scraped = get(port, "prometheus");
            }

            assertThat(scraped.lines())
                    .contains(
                            "business_users{plan=\"FREE\"} 300.0",
                            "business_users{plan=\"PRO\"} 100.0",
                            "business_payments{status=\"failed\"} 10.0",
                            "business_revenue_gross_lifetime{currency=\"EUR\"} 1791.0");
            assertThat(get(port, "businessmetrics/payments.success"))
                    .contains("\"numerator\":90", "\"denominator\":100");
        }
    }

    private static String get(String port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/" + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void theLinesOfTheGuideAreThoseOfTheHost() throws Exception {
        String guide = Files.readString(Path.of("README.md"));
        String block =
                guide.substring(guide.indexOf("```yaml\n") + 8, guide.indexOf("```", guide.indexOf("```yaml\n") + 8));

        assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
                .contains(block);
    }
}
