package io.axisor.metrics.examples.exporter;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** Serves whatever is exported at the moment. */
final class MetricsServer implements AutoCloseable {

    private final HTTPServer server;

    /**
     * Takes the port and serves.
     *
     * @param address where
     * @param exporting what is exported at the moment
     * @param reloads how the changes of configuration went
     * @throws IOException if the port cannot be had, with the remedy
     */
    MetricsServer(InetSocketAddress address, Supplier<Exporting> exporting, ReloadMetrics reloads) throws IOException {
        PrometheusRegistry registry = new PrometheusRegistry();
        reloads.register(registry);
        registry.register((MultiCollector) () -> exporting.get().registry().scrape());
        try {
            this.server = HTTPServer.builder()
                    .hostname(address.getHostString())
                    .port(address.getPort())
                    .registry(registry)
                    .defaultHandler(new HttpPages(exporting))
                    .registerHealthHandler(false)
                    .buildAndStart();
        } catch (BindException e) {
            throw new IOException(
                    address + " cannot be had (" + e.getMessage() + "); give another address with 'listen'", e);
        }
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.close();
    }
}
