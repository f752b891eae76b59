package io.axisor.metrics.examples.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Started for real and asked over HTTP, as a scraper does. */
@QuarkusTest
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ShopIT {

    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void theShopIsMeasuredAndScraped() throws Exception {
        String scraped = scrape();
        while (!scraped.contains("business_refresh_up{domain=\"system\"} 1.0")) {
            Thread.sleep(50);
            scraped = scrape();
        }

        assertThat(scraped.lines())
                .contains(
                        "business_users{plan=\"free\"} 300.0",
                        "business_users{plan=\"pro\"} 100.0",
                        "business_payments{status=\"failed\"} 10.0",
                        "business_revenue_gross_lifetime{currency=\"EUR\"} 1791.0");
    }

    private String scrape() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
    }
}
