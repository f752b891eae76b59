package io.axisor.metrics.exporter;

import io.axisor.metrics.exporter.config.ExporterConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

/** A service within this process, asked over HTTP. */
final class Scraped implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Service service;

    Scraped(Path config) throws IOException {
        this.service = new Service(() -> ExporterConfig.read(config, name -> null));
    }

    int port() {
        return service.port();
    }

    void reload() {
        service.reload();
    }

    String scrape() throws IOException, InterruptedException {
        return get("/metrics").body();
    }

    /** Scrapes until a line is there. */
    String scrapeUntil(String line) throws IOException, InterruptedException {
        String scraped = scrape();
        while (scraped.lines().noneMatch(line::equals)) {
            Thread.sleep(50);
            scraped = scrape();
        }
        return scraped;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The threads that measure a target, and those of its pool. */
    static List<String> threadsOf(String target) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name ->
                        name.startsWith("axisor-metrics-" + target + "-") || name.startsWith(target + "-metrics"))
                .toList();
    }

    /** A thread that is not interrupted ends with what it does. */
    static void awaitNoThreadOf(String target) throws InterruptedException {
        while (!threadsOf(target).isEmpty()) {
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
