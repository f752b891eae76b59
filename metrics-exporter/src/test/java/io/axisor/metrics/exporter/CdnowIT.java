package io.axisor.metrics.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The same data by two ways: tables of PostgreSQL and this exporter, a folder and the quickstart. */
class CdnowIT {

    private static final Path DATA = Path.of("../../shared/data/cdnow");
    private static final Path QUICKSTART = Path.of("../examples/quickstart/target/quickstart.jar");
    private static final String AS_OF = "1997-10-01T00:00:00Z";
    private static final List<String> ONCE = List.of("--once", "--as-of", AS_OF, "--format", "json");

    @TempDir
    private Path folder;

    @Test
    void tablesOfPostgresAnswerAsTheQuickstartDoesOfTheFolder() throws Exception {
        assumeThat(DATA)
                .as("the data sets are not part of the project; they stand in ../shared seen from its root")
                .isDirectory();
        assumeThat(QUICKSTART)
                .as("mvn verify builds the quickstart before this module")
                .isRegularFile();
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            load(server);
            String config = Files.readString(Path.of("src/test/resources/cdnow.yaml"))
                    .replace("URL", server.getJdbcUrl("postgres", "postgres"));

            Run run = Run.of(Shop.write(folder, config), ONCE.toArray(String[]::new));

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(measurements(run.json())).hasSizeGreaterThan(100).isEqualTo(measurements(quickstart()));
        }
    }

    private static void load(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("""
                CREATE TABLE users (id text, created_at timestamptz);
                CREATE TABLE payments (id text, user_id text, amount numeric(12, 2), ts timestamptz, status text);
                CREATE TABLE events (user_id text, ts timestamptz);
                """);
            for (String table : List.of("users", "payments", "events")) {
                try (Reader csv = Files.newBufferedReader(DATA.resolve(table + ".csv"))) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("COPY " + table + " FROM STDIN (FORMAT csv, HEADER true)", csv);
                }
            }
        }
    }

    /** In a process, as its user runs it: its jar is no dependency for others. */
    private static JsonNode quickstart() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        QUICKSTART.toString(),
                        "--data",
                        DATA.toString(),
                        "--once",
                        "--as-of",
                        AS_OF,
                        "--format",
                        "json")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return new ObjectMapper().readTree(out);
    }

    /** All but those of the process itself, which are two processes, at two times. */
    private static List<JsonNode> measurements(JsonNode document) {
        return StreamSupport.stream(document.get("measurements").spliterator(), false)
                .filter(measurement -> !measurement.get("metric").asText().startsWith("platform."))
                .map(measurement -> ((ObjectNode) measurement).<JsonNode>without("computedAt"))
                .toList();
    }
}
