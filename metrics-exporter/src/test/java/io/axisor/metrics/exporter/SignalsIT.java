package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What operators send. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class SignalsIT {

    @TempDir
    private Path folder;

    @Test
    void reloadsOnHangUpAndEndsOnTermination() throws Exception {
        String shop = "query-timeout: 60s\n" + Shop.text().replaceFirst("listen: .*\n", "");
        try (ExporterProcess exporter = new ExporterProcess(folder, "shop", shop)) {
            exporter.await(line -> line.startsWith("business_users{plan=\"pro\"} "));

            Path file = folder.resolve("shop.yaml");
            Files.writeString(file, Files.readString(file).replace("[free, pro]", "[free, pro, gold]"));
            exporter.signal("HUP");
            exporter.await(line -> line.startsWith("business_users{plan=\"gold\"} "));

            Files.writeString(file, Files.readString(file).replace("schema:", "shema:"));
            exporter.signal("HUP");
            exporter.await("business_exporter_config_last_reload_successful 0.0"::equals);
            assertThat(exporter.scrape()).anyMatch(line -> line.startsWith("business_users{plan=\"gold\"} "));
            assertThat(exporter.log()).contains("shema: is no key that is known; did you mean 'schema'?");

            assertThat(exporter.terminate()).isEqualTo(143);
            assertThat(exporter.log()).doesNotContain("Exception");
        }
    }

    @Test
    void aHangUpBeforeItServesIsARequestAndHundredsAreOne() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String shop = Shop.text().replaceFirst("listen: .*\n", "");
            String down = "  - name: silent\n    url: jdbc:postgresql://localhost:" + silent.getLocalPort() + "/shop\n";
            String two = "query-timeout: 2s\n" + shop.replace("  - url:", down + "  - name: shop\n    url:");
            try (ExporterProcess exporter = new ExporterProcess(folder, "shop", two)) {
                exporter.awaitLog("reads ");
                exporter.signal("HUP"); // the silent server keeps it from serving for seconds yet

                exporter.await(line -> line.startsWith("business_users{plan=\"pro\",target=\"shop\"} "));
                exporter.awaitLog("runs with the new configuration");

                for (int i = 0; i < 300; i++) {
                    exporter.signal("HUP");
                }
                assertThat(exporter.threads()).isLessThan(60);
                assertThat(exporter.scrape())
                        .anyMatch(line -> line.startsWith("business_users{plan=\"pro\",target=\"shop\"} "));
                assertThat(exporter.log())
                        .contains(" silent: refresh of 'users' failed, ")
                        .doesNotContain("- refresh of ");
                assertThat(exporter.terminate()).isEqualTo(143);
                assertThat(exporter.log().lines().filter(line -> line.contains("reads its configuration again")))
                        .hasSizeLessThan(100);
            }
        }
    }
}
