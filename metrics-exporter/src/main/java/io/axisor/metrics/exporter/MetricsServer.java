package io.axisor.metrics.exporter;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.axisor.metrics.exporter.config.HttpConfig;
import io.axisor.metrics.exporter.config.HttpConfig.Credentials;
import io.prometheus.metrics.exporter.httpserver.MetricsHandler;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Serves whatever is exported at the moment. */
final class MetricsServer implements AutoCloseable {

    /**
     * The server reads a request on a thread that waits for the whole of it. So that those who send half of one keep nobody
     * else waiting, there are many threads, and none waits long.
     */
    private static final int MOST_REQUESTS = 256;

    /** Limits of the JDK's server, in seconds, bytes and numbers; it reads them once. */
    private static final Map<String, String> LIMITS = Map.of(
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "60",
            "sun.net.httpserver.maxReqHeaders", "100",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "jdk.httpserver.maxConnections", "512");

    static {
        LIMITS.forEach((property, limit) -> {
            if (System.getProperty(property) == null) {
                System.setProperty(property, limit);
            }
        });
    }

    private final HttpConfig config;
    private final HttpServer server;
    private final ExecutorService threads = threads();

    /**
     * Takes the port and serves.
     *
     * @param config where, and for whom
     * @param exporting what is exported at the moment
     * @param reloads how the changes of configuration went
     * @throws IOException if the port cannot be had, with the remedy
     */
    MetricsServer(HttpConfig config, Supplier<Exporting> exporting, ReloadMetrics reloads) throws IOException {
        this.config = config;
        PrometheusRegistry registry = new PrometheusRegistry();
        reloads.register(registry);
        registry.register((MultiCollector) () -> exporting.get().registry().scrape());
        this.server = bound();
        HttpContext all = server.createContext("/", new HttpPages(exporting, new MetricsHandler(registry)));
        config.basicAuth().ifPresent(credentials -> all.setAuthenticator(authenticator(credentials)));
        server.setExecutor(threads);
        server.start();
    }

    private HttpServer bound() throws IOException {
        try {
            if (config.tls().isEmpty()) {
                return HttpServer.create(config.listen(), 0);
            }
            HttpsServer secured = HttpsServer.create(config.listen(), 0);
            secured.setHttpsConfigurator(
                    new HttpsConfigurator(config.tls().orElseThrow().context()));
            return secured;
        } catch (BindException e) {
            throw new IOException(
                    config.listen() + " cannot be had (" + e.getMessage() + "); give another address with 'listen'", e);
        }
    }

    private static BasicAuthenticator authenticator(Credentials credentials) {
        return new BasicAuthenticator("business metrics", StandardCharsets.UTF_8) {
            @Override
            public boolean checkCredentials(String user, String password) {
                return credentials.are(user, password);
            }
        };
    }

    /** More requests than threads are refused at once. */
    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(0, MOST_REQUESTS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Where it serves, as a browser takes it. */
    String address() {
        return (config.tls().isPresent() ? "https://" : "http://")
                + config.listen().getHostString() + ":" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
