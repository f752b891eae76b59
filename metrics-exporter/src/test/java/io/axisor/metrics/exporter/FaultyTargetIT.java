package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of two targets has a driver that throws what no driver should. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class FaultyTargetIT {

    private static final String FREE_USERS = "business_users{plan=\"free\",target=\"sound\"} 300.0";

    @TempDir
    private Path folder;

    private FaultyDriver driver = new FaultyDriver();

    private final String sound = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @BeforeEach
    void register() throws SQLException {
        driver = FaultyDriver.register();
        try (Connection connection = DriverManager.getConnection(sound)) {
            connection.createStatement().execute("RUNSCRIPT FROM 'classpath:shop.sql'");
        }
    }

    @AfterEach
    void deregister() throws SQLException {
        driver.deregister();
    }

    @ParameterizedTest
    @CsvSource({
        "connect, java.lang.IllegalStateException",
        "connect, java.lang.NoClassDefFoundError",
        "connect, java.io.IOException",
        "getMetaData, java.lang.UnsupportedOperationException",
        "getMetaData, java.lang.OutOfMemoryError",
        "prepareStatement, java.lang.NoSuchMethodError",
    })
    void theOtherIsCheckedMeasuredServedAndReloaded(String place, String thrown) throws Exception {
        Path config = Shop.write(folder, twoTargets(place, thrown));

        Run check = Run.of(config, "--check");
        assertThat(check.exitCode()).as(check.err()).isEqualTo(1);
        assertThat(check.out()).contains("sound, tables: The mapping fits the database.");
        assertThat(check.err()).contains("faulty: ");

        Run once = Run.of(config, "--once", "--format", "prometheus");
        assertThat(once.exitCode()).as(once.err()).isEqualTo(1);
        assertThat(once.out().lines()).contains(FREE_USERS);
        assertThat(once.err()).contains("faulty");

        try (Scraped service = new Scraped(config)) {
            service.scrapeUntil(FREE_USERS);
            service.reload();
            assertThat(service.scrape().lines())
                    .contains(FREE_USERS, "business_exporter_config_last_reload_successful 1.0");
        }
    }

    private String twoTargets(String place, String thrown) throws IOException {
        String faulty = "  - name: faulty\n    url: jdbc:faulty:" + place + ":" + thrown + "\n";
        return "query-timeout: 2s\n"
                + Shop.text().replaceFirst("  - url: .*\n", faulty + "  - name: sound\n    url: " + sound + "\n");
    }
}
