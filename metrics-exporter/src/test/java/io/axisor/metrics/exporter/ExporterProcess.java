package io.axisor.metrics.exporter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An exporter in a process of its own, as a service runs it, which can be killed. It ends with its test. */
final class ExporterProcess implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    /**
     * Starts one.
     *
     * @param folder takes its configuration and its log
     * @param name tells them from those of others
     * @param config the configuration, without an address
     */
    ExporterProcess(Path folder, String name, String config) throws IOException {
        this.port = freePort();
        this.log = folder.resolve(name + ".log");
        Path file = Files.writeString(folder.resolve(name + ".yaml"), "listen: " + port + "\n" + config);
        this.process = new ProcessBuilder(
                        "env",
                        "--default-signal=HUP", // a build under nohup ignores it, and so would what it starts
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exporter.class.getName(),
                        "--config",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    /** What a scrape answers; nothing before the port is open, and after the end. */
    List<String> scrape() throws IOException, InterruptedException {
        try {
            return CLIENT.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        } catch (ConnectException e) {
            return List.of();
        }
    }

    /** Scrapes until a line is there. */
    void await(Predicate<String> line) throws IOException, InterruptedException {
        while (scrape().stream().noneMatch(line)) {
            if (!process.isAlive()) {
                throw new AssertionError("it has ended:\n" + log());
            }
            Thread.sleep(50);
        }
    }

    /** Waits for words in its log. */
    void awaitLog(String words) throws IOException, InterruptedException {
        while (!log().contains(words)) {
            if (!process.isAlive()) {
                throw new AssertionError("it has ended:\n" + log());
            }
            Thread.sleep(5);
        }
    }

    /** How many threads it has, as Linux counts them. */
    int threads() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Sends a signal, as an operator does. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    /** Without a chance to give anything up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As a service manager ends it; answers the exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
