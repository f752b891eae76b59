package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.axisor.metrics.exporter.config.ConfigException;
import io.axisor.metrics.exporter.config.ExporterConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asked over HTTP while it serves. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ServiceIT {

    private static final String UP = "business_refresh_up{domain=\"shop\"} 1.0";
    private static final String FREE_USERS = "business_users{plan=\"free\"} 300.0";

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void servesTextForPrometheusAPageForPeopleAndHealthForPrograms() throws Exception {
        String fresh = Shop.text().replace("interval: 0.2s", "interval: 1m"); // on a busy machine, too
        try (Service service = serve(fresh)) {
            assertThat(scrapeUntil(service, "business_shop_buyers_30d{plan=\"pro\"} 90.0")
                            .lines())
                    .contains(FREE_USERS, "business_exporter_config_last_reload_successful 1.0");
            assertThat(get(service, "/").body())
                    .contains("<td>users<td>plan=free<td class=number>300<td>OK<td>", "<td>OK, running<td>")
                    .contains("<td>users.churn<td>30d<td class=number>-<td>UNAVAILABLE: ");
            assertThat(get(service, "/health").body()).contains("\"status\" : \"ok\"", "\"domain\" : \"shop\"");
            assertThat(get(service, "/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theThreadsOfATargetEndWithTheService() throws Exception {
        try (Service service = serve(Shop.text().replace("- url:", "- name: ends\n    url:"))) {
            scrapeUntil(service, "business_refresh_up{domain=\"shop\",target=\"ends\"} 1.0");
            assertThat(Scraped.threadsOf("ends")).isNotEmpty();
        }
        Scraped.awaitNoThreadOf("ends");
    }

    @Test
    void aNewConfigurationTakesOverWithoutAGap() throws Exception {
        try (Service service = serve(Shop.text())) {
            scrapeUntil(service, UP);

            Shop.write(folder, Shop.text().replace("plans: [free, pro]", "plans: [free, pro, gold]"));
            service.reload();

            assertThat(get(service, "/metrics").body().lines())
                    .contains(FREE_USERS, "business_users{plan=\"gold\"} 0.0");
        }
    }

    @Test
    void aWrongConfigurationChangesNothingAndShows() throws Exception {
        try (Service service = serve(Shop.text())) {
            scrapeUntil(service, UP);

            Shop.write(folder, Shop.text().replace("table: accounts", "tabel: accounts"));
            service.reload();
            assertThat(get(service, "/metrics").body().lines())
                    .contains(FREE_USERS, "business_exporter_config_last_reload_successful 0.0");

            Shop.write(folder, Shop.text().replace("table: accounts", "table: customers"));
            service.reload();
            assertThat(get(service, "/metrics").body().lines())
                    .contains(FREE_USERS, "business_exporter_config_last_reload_successful 0.0");

            Files.delete(folder.resolve("metrics.yaml"));
            service.reload();
            assertThat(get(service, "/metrics").body().lines()).contains(FREE_USERS);

            Shop.write(folder, Shop.text());
            service.reload();
            assertThat(get(service, "/metrics").body().lines())
                    .contains(FREE_USERS, "business_exporter_config_last_reload_successful 1.0");
        }
    }

    @Test
    void aFailingDomainShowsInHealthAndFailsItOnlyIfAskedTo() throws Exception {
        String text = Shop.text();
        String url = text.lines()
                .filter(line -> line.contains("url:"))
                .findFirst()
                .orElseThrow()
                .replace("  - url: ", "");
        try (Service service = serve("health:\n  down-on-failure: true\n" + text);
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            scrapeUntil(service, UP);
            assertThat(get(service, "/health").statusCode()).isEqualTo(200);

            statement.execute("ALTER TABLE payments RENAME TO paid");
            scrapeUntil(service, "business_refresh_up{domain=\"revenue\"} 0.0");

            HttpResponse<String> health = get(service, "/health");
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(health.body()).contains("\"status\" : \"failing\"");
            assertThat(get(service, "/").body()).contains("<td>revenue<td><span class=bad>");
            assertThat(get(service, "/metrics").body().lines()).contains("business_payments{status=\"failed\"} 10.0");
        }
    }

    @Test
    void whatDoesNotFitItsDatabaseDoesNotStartUnlessItIsOnlyToBeTold() throws Exception {
        String misfit = Shop.text().replace("table: payments", "table: sales");

        assertThatThrownBy(() -> serve(misfit))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("sales");
        try (Service service = serve("verify: log\n" + misfit)) {
            assertThat(scrapeUntil(service, UP).lines()).contains("business_refresh_up{domain=\"revenue\"} 0.0");
        }
    }

    @Test
    void aPortThatIsTakenIsToldWithTheRemedy() throws Exception {
        try (Service service = serve(Shop.text())) {
            assertThatThrownBy(() -> serve(Shop.text().replace("localhost:0", "localhost:" + service.port())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("give another address with 'listen'");
        }
    }

    private Service serve(String text) throws IOException {
        Path config = Shop.write(folder, text);
        return new Service(() -> ExporterConfig.read(config, name -> null));
    }

    private String scrapeUntil(Service service, String line) throws Exception {
        String scraped = get(service, "/metrics").body();
        while (scraped.lines().noneMatch(line::equals)) {
            Thread.sleep(50);
            scraped = get(service, "/metrics").body();
        }
        return scraped;
    }

    private HttpResponse<String> get(Service service, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + service.port() + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
