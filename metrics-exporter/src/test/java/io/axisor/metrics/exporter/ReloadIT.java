package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new configuration that can be read, and fails when it is measured. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class ReloadIT {

    private static final String FREE_USERS = "business_users{plan=\"free\"} 300.0";
    private static final String REFUSED = "business_exporter_config_last_reload_successful 0.0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:faulty:connect:java.sql.SQLException",
                "jdbc:faulty:connect:java.lang.OutOfMemoryError",
                "jdbc:faulty:getMetaData:java.lang.StackOverflowError",
                "jdbc:postgresql://localhost:1/shop",
            })
    void theOldOneGoesOnMeasuring(String url) throws Exception {
        FaultyDriver driver = FaultyDriver.register();
        String text = "query-timeout: 3s\n" + Shop.text();
        Path config = Shop.write(folder, text);
        try (Scraped service = new Scraped(config);
                Connection connection = DriverManager.getConnection(url(text));
                Statement statement = connection.createStatement()) {
            service.scrapeUntil(FREE_USERS);

            Shop.write(folder, text.replace(url(text), url));
            service.reload();

            assertThat(service.scrape().lines()).contains(FREE_USERS, REFUSED);
            statement.execute("DELETE FROM accounts WHERE plan = 'free'");
            service.scrapeUntil("business_users{plan=\"free\"} 0.0");
        } finally {
            driver.deregister();
        }
    }

    @Test
    void aDatabaseThatIsDownBeforeAndAfterHoldsNoOtherUp() throws Exception {
        String text = "query-timeout: 3s\n"
                + Shop.text()
                        .replace(
                                "  - url:",
                                "  - name: down\n    url: jdbc:postgresql://localhost:1/shop\n  - name: up\n    url:");
        Path config = Shop.write(folder, text);
        try (Scraped service = new Scraped(config)) {
            service.scrapeUntil("business_users{plan=\"free\",target=\"up\"} 300.0");

            Shop.write(folder, text.replace("plans: [free, pro]", "plans: [free, pro, gold]"));
            service.reload();

            assertThat(service.scrape().lines())
                    .contains(
                            "business_users{plan=\"gold\",target=\"up\"} 0.0",
                            "business_exporter_config_last_reload_successful 1.0");
            assertThat(service.get("/").body())
                    .as("which of them fails stands first")
                    .contains(
                            "<li><a href=\"#down\">down</a>: <span class=bad>failing: users, revenue, shop</span>",
                            "<li><a href=\"#up\">up</a>: ");
        }
    }

    @Test
    void theEndOfTheExporterEndsAReload() throws Exception {
        Path config = Shop.write(folder, Shop.text().replace("- url:", "- name: reloaded\n    url:"));
        Scraped service = new Scraped(config);
        Thread reload = new Thread(service::reload);
        reload.start();
        service.close();
        reload.join();
        Scraped.awaitNoThreadOf("reloaded");
    }

    private static String url(String text) {
        return text.lines()
                .filter(line -> line.contains("url:"))
                .findFirst()
                .orElseThrow()
                .replace("  - url: ", "");
    }
}
