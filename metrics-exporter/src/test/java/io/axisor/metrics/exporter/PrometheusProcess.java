package io.axisor.metrics.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A real Prometheus with the files that this project ships; only the address, how often it looks, and for how long an alert
 * is pending are others. The tests of the rules say what is right there.
 */
final class PrometheusProcess implements AutoCloseable {

    private static final Path SHIPPED = Path.of("../examples/monitoring/prometheus");
    private static final String OFTEN = "5s";
    private static final String PENDING = "20s";

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Process process;
    private final int port;
    private final Path log;

    /** Starts one in a folder, which scrapes a port. */
    PrometheusProcess(Path folder, int scraped) throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.writeString(
                folder.resolve("rules/business.yml"),
                Files.readString(SHIPPED.resolve("rules/business.yml"))
                        .replaceAll(" for: \\d+m\n", " for: " + PENDING + "\n"));
        Path config = Files.writeString(
                folder.resolve("prometheus.yml"),
                Files.readString(SHIPPED.resolve("prometheus.yml"))
                        .replace("localhost:9464", "localhost:" + scraped)
                        .replace("interval: 30s", "interval: " + OFTEN));
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.log = folder.resolve("prometheus.log");
        this.process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The rules as they were evaluated last. */
    Stream<JsonNode> rules() throws IOException, InterruptedException {
        return all(get("rules").at("/data/groups")).flatMap(group -> all(group.get("rules")));
    }

    /** The names of the alerts that fire. */
    Stream<String> firing() throws IOException, InterruptedException {
        return all(get("alerts").at("/data/alerts"))
                .filter(alert -> alert.get("state").asText().equals("firing"))
                .map(alert -> alert.at("/labels/alertname").asText())
                .distinct();
    }

    /** What a query answers now. */
    Stream<JsonNode> query(String promQl) throws IOException, InterruptedException {
        return all(get("query?query=" + URLEncoder.encode(promQl, StandardCharsets.UTF_8))
                .at("/data/result"));
    }

    private static Stream<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("Prometheus has ended:\n" + Files.readString(log));
        }
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + path))
                            .build(),
                    BodyHandlers.ofString());
            boolean isReady = answer.statusCode() != HttpURLConnection.HTTP_UNAVAILABLE;
            return isReady ? mapper.readTree(answer.body()) : mapper.createObjectNode();
        } catch (ConnectException e) {
            return mapper.createObjectNode(); // not open yet
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
