package io.axisor.metrics.exporter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What is answered, and to which requests: GET and HEAD of three paths. */
final class HttpPages implements HttpHandler {

    /** Nothing that is shown runs scripts, is framed by another page, or stays in a cache. */
    private static final Map<String, String> PROTECTION = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private final Supplier<Exporting> exporting;
    private final HttpHandler metrics;

    HttpPages(Supplier<Exporting> exporting, HttpHandler metrics) {
        this.exporting = exporting;
        this.metrics = metrics;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        PROTECTION.forEach(exchange.getResponseHeaders()::set);
        if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            answer(exchange, 405, "text/plain", "GET and HEAD are answered here.\n");
            return;
        }
        Exporting now = exporting.get();
        switch (exchange.getRequestURI().getPath()) {
            case "/" -> answer(exchange, 200, "text/html", StatusPage.of(now.targets()));
            case "/metrics" -> metrics.handle(exchange);
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
