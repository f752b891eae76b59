package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every driver that the guide promises is there. */
class DriversTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/shop",
                "jdbc:mariadb://localhost/shop",
                "jdbc:h2:mem:shop",
                "jdbc:sqlite:shop.db",
                "jdbc:duckdb:shop.duckdb",
                "jdbc:trino://localhost/memory"
            })
    void aDriverTakesTheAddress(String url) throws Exception {
        assertThat(DriverManager.getDriver(url).acceptsURL(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "duckdb"})
    void aDatabaseThatIsAFileIsMeasured(String kind) throws Exception {
        Run run = Run.of(Shop.write(folder, accounts(made(kind))), "--once", "--format", "prometheus");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("business_users{plan=\"unspecified\"} 2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "sqlite", "duckdb"})
    void aMistypedPathIsToldAndMakesNoDatabase(String kind) throws Exception {
        Path config = Shop.write(folder, "query-timeout: 1s\n" + accounts(made(kind) + "p"));
        try (Stream<Path> before = Files.list(folder)) {
            List<Path> files = before.toList();
            Run check = Run.of(config, "--check");
            Run once = Run.of(config, "--once");
            try (Scraped service = new Scraped(config)) {
                service.scrapeUntil("business_refresh_up{domain=\"users\"} 0.0");
            }
            assertThat(check.exitCode()).isEqualTo(1);
            assertThat(check.err())
                    .contains(": there is no file " + folder.resolve("shopp"))
                    .contains("; correct the path in 'url'");
            assertThat(once.exitCode()).isEqualTo(1);
            try (Stream<Path> after = Files.list(folder)) {
                assertThat(after).containsExactlyInAnyOrderElementsOf(files);
            }
        }
    }

    /** DuckDB lets one process write a file, and then no other open it. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void theApplicationThatWritesAFileIsNotLockedOut() throws Exception {
        String url = made("duckdb");
        try (ExporterProcess exporter = new ExporterProcess(folder, "file", accounts(url))) {
            exporter.await("business_users{plan=\"unspecified\"} 2.0"::equals);
            try (Connection connection = betweenRefreshes(url);
                    Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("INSERT INTO accounts VALUES (3, 3000)"))
                        .isEqualTo(1);
            }
        }
    }

    /** While a domain is measured, the file is open for a moment; then not for a minute. */
    private static Connection betweenRefreshes(String url) throws SQLException, InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return DriverManager.getConnection(url);
            } catch (SQLException e) {
                Thread.sleep(100);
            }
        }
        return DriverManager.getConnection(url);
    }

    private String made(String kind) throws SQLException {
        String url = "jdbc:" + kind + ":" + folder.resolve("shop");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE accounts (id INTEGER, created_at BIGINT)");
            statement.execute("INSERT INTO accounts VALUES (1, 1000), (2, 2000)");
        }
        return url;
    }

    private static String accounts(String url) {
        return "targets:\n  - url: " + url
                + "\n"
                + "schema:\n"
                + "  users: {table: accounts, id: id, created-at: created_at, created-at-kind: epoch-seconds}\n";
    }
}
