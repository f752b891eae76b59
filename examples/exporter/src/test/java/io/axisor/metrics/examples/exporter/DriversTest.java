package io.axisor.metrics.examples.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
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
    @ValueSource(strings = {"sqlite", "duckdb"})
    void aDatabaseThatIsAFileIsMeasured(String kind) throws Exception {
        String url = "jdbc:" + kind + ":" + folder.resolve("shop");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE accounts (id INTEGER, created_at BIGINT)");
            statement.execute("INSERT INTO accounts VALUES (1, 0), (2, 1000)");
        }

        Run run = Run.of(
                Shop.write(
                        folder,
                        "targets:\n  - url: " + url
                                + "\nschema:\n  users: {table: accounts, id: id, created-at: created_at,"
                                + " created-at-kind: epoch-seconds}\n"),
                "--once",
                "--format",
                "prometheus");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("business_users{plan=\"unspecified\"} 2.0");
    }
}
