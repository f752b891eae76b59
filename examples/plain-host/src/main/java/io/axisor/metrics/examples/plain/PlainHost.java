package io.axisor.metrics.examples.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.jdbc.JdbcMetricsDataSource;
import io.axisor.metrics.jdbc.MetricsSchema;
import io.axisor.metrics.jdbc.SchemaProperties;
import io.axisor.metrics.micrometer.BusinessMetricsBinder;
import io.axisor.metrics.refresh.MetricsRefresher;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Serves {@code /metrics} of a database until it is told to end. */
public final class PlainHost implements AutoCloseable {

    private final HikariDataSource pool;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final MetricsRefresher refresher;
    private final BusinessMetricsBinder binder;
    private final HttpServer server;

    PlainHost(HostProperties properties) throws IOException {
        MetricsSchema schema = SchemaProperties.read(properties.schema());
        server = HttpServer.create(new InetSocketAddress(properties.port()), 0);
        pool = new HikariDataSource(new HikariConfig(properties.pool()));

        JdbcMetricsDataSource source = JdbcMetricsDataSource.of(pool, schema);
        source.verify().orThrow();
        ZoneId zone = properties.zone();
        refresher = MetricsRefresher.builder(BusinessMetrics.of(source, zone)).build();
        binder = BusinessMetricsBinder.of(refresher);
        binder.bindTo(registry);
        refresher.start();

        server.createContext("/metrics", this::scrape);
        server.start();
    }

    /**
     * Runs until the process ends.
     *
     * @param arguments a file of properties; none for a shop in memory
     * @throws IOException if the file cannot be read or the port is taken
     */
    public static void main(String... arguments) throws IOException {
        PlainHost host =
                new PlainHost(arguments.length == 0 ? HostProperties.ofTheShop() : HostProperties.read(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(host::close, "close"));
        System.out.println("http://localhost:" + host.port() + "/metrics");
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void scrape(HttpExchange exchange) throws IOException {
        byte[] body = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** In the opposite order of the beginning: what is asked, who asks, and who is asked. */
    @Override
    public void close() {
        server.stop(0);
        binder.close();
        refresher.close();
        registry.close();
        pool.close();
    }
}
