package io.axisor.metrics.examples.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Started for real and asked over HTTP, as a scraper does. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ShopIT {

    @Test
    void theShopIsMeasuredAndScrapedAndLeavesNothingBehind() throws Exception {
        try (EmbeddedServer server =
                ApplicationContext.run(EmbeddedServer.class, Map.of("micronaut.server.port", -1))) {
            URI metrics = server.getURI().resolve("/prometheus");
            String scraped = scrape(metrics);
            while (!scraped.contains("business_refresh_up{domain=\"system\"} 1.0")) {
                Thread.sleep(50);
                scraped = scrape(metrics);
            }

            assertThat(scraped.lines())
                    .contains(
                            "business_users{plan=\"free\"} 300.0",
                            "business_users{plan=\"pro\"} 100.0",
                            "business_payments{status=\"failed\"} 10.0",
                            "business_revenue_gross_lifetime{currency=\"EUR\"} 1791.0");
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("axisor-metrics-"));
    }

    @Test
    void theLinesOfTheGuideAreThoseOfTheHost() throws Exception {
        List<String> code = stripped(
                Files.readString(Path.of("src/main/java/io/axisor/metrics/examples/micronaut/ShopMetrics.java")));
        String guide = Files.readString(Path.of("README.md"));
        String block =
                guide.substring(guide.indexOf("```java\n") + 8, guide.indexOf("```", guide.indexOf("```java\n") + 8));

        assertThat(stripped(block)).hasSizeBetween(5, 20).isSubsetOf(code);
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String scrape(URI metrics) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
    }
}
