package io.axisor.metrics.examples.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** What is answered beside {@code /metrics}. */
final class HttpPages implements HttpHandler {

    private final Supplier<Exporting> exporting;

    HttpPages(Supplier<Exporting> exporting) {
        this.exporting = exporting;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Exporting now = exporting.get();
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> answer(exchange, 200, "text/html", StatusPage.of(now.targets()));
            case "/health" -> {
                List<Target> targets = now.targets();
                boolean isDown = now.config().downOnFailure() && HealthAnswer.isFailing(targets);
                answer(exchange, isDown ? 503 : 200, "application/json", HealthAnswer.of(targets));
            }
            default -> answer(exchange, 404, "text/plain", "There are /, /metrics and /health here.\n");
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        try (exchange) {
            boolean isHead = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(status, isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
