package io.axisor.metrics.examples.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** {@code /metrics} over HTTP, for this machine only. The port is taken at once, so that a taken one shows at the start. */
final class MetricsEndpoint implements AutoCloseable {

    static final String PATH = "/metrics";

    private final HttpServer server;

    private MetricsEndpoint(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes a port.
     *
     * @param port the port, 0 for any free one
     * @throws IOException if the port is taken, with the remedy
     */
    static MetricsEndpoint at(int port) throws IOException {
        try {
            return new MetricsEndpoint(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (BindException e) {
            throw new IOException(
                    "port " + port + " cannot be had (" + e.getMessage()
                            + "); give another one with --port, or --port 0" + " for any that is free",
                    e);
        }
    }

    /** Answers from now on, on a thread of the server. */
    void serve(Supplier<String> scrape, RequestTimers timers) {
        server.createContext("/", exchange -> {
            long begun = System.nanoTime();
            String path = exchange.getRequestURI().getPath();
            int status = answer(exchange, path, scrape);
            timers.answered(path, status, Duration.ofNanos(System.nanoTime() - begun));
        });
        server.start();
    }

    private static int answer(HttpExchange exchange, String path, Supplier<String> scrape) throws IOException {
        if (path.equals(PATH)) {
            return answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", scrape.get());
        }
        return answer(exchange, 404, "text/plain; charset=utf-8", "There is only " + PATH + " here.\n");
    }

    private static int answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        try (exchange) {
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
            if (!isHead) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
        return status;
    }

    /** The address to scrape. */
    String url() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
