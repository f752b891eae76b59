package io.axisor.metrics.examples.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Started for real and asked over HTTP, as a scraper does. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class PlainHostIT {

    @Test
    void theShopIsMeasuredAndScrapedAndLeavesNothingBehind() throws Exception {
        int port;
        try (PlainHost host = new PlainHost(shopWith(""))) {
            port = host.port();
            String scraped = scrape(port);
            while (!scraped.contains("business_refresh_up{domain=\"system\"} 1.0")) {
                Thread.sleep(50);
                scraped = scrape(port);
            }

            assertThat(scraped.lines())
                    .contains(
                            "business_users{plan=\"free\"} 300.0",
                            "business_users{plan=\"pro\"} 100.0",
                            "business_payments{status=\"failed\"} 10.0",
                            "business_revenue_gross_lifetime{currency=\"EUR\"} 1791.0")
                    .noneMatch(line -> line.startsWith("business_trades"));
        }

        assertThatThrownBy(() -> scrape(port)).isInstanceOf(ConnectException.class);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("axisor-metrics-"));
    }

    /** On any free port; what is given last holds. */
    private static HostProperties shopWith(String more) throws IOException {
        String shop = Files.readString(Path.of("src/main/resources/shop.properties"));
        return new HostProperties(new StringReader(shop + "port = 0\n" + more));
    }

    private static String scrape(int port) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Test
    void everyFaultOfTheMappingStopsTheStart() throws Exception {
        HostProperties wrong = shopWith("schema.users.tabel = accounts\nschema.payments.minor-units = perhaps\n");

        assertThatThrownBy(() -> new PlainHost(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("users.tabel: users has no key 'tabel'; did you mean 'table'?")
                .hasMessageContaining("payments.minor-units: 'perhaps' is neither true nor false");
    }

    @Test
    void aPortOrAZoneThatIsNoneIsToldWithItsKey() throws Exception {
        HostProperties wrong = shopWith("port = http\nzone = Berlin\n");

        assertThatThrownBy(wrong::port).hasMessageStartingWith("port: 'http' cannot be read");
        assertThatThrownBy(wrong::zone).hasMessageStartingWith("zone: 'Berlin' cannot be read");
    }

    @Test
    void theLinesOfTheGuideAreThoseOfTheHost() throws Exception {
        List<String> code =
                stripped(Files.readString(Path.of("src/main/java/io/axisor/metrics/examples/plain/PlainHost.java")));
        String guide = Files.readString(Path.of("README.md"));
        String block =
                guide.substring(guide.indexOf("```java\n") + 8, guide.indexOf("```", guide.indexOf("```java\n") + 8));

        assertThat(stripped(block)).hasSizeBetween(5, 12).isSubsetOf(code);
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
