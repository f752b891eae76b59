package io.axisor.metrics.exporter;

import io.axisor.metrics.exporter.config.ConfigException;
import io.axisor.metrics.exporter.config.ExporterConfig;
import io.axisor.metrics.exporter.config.ExporterConfig.Verify;
import io.axisor.metrics.exporter.config.HttpConfig;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until it is closed, and changes to a new configuration in between. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Supplier<ExporterConfig> file;
    private final ReloadMetrics reloads = new ReloadMetrics();
    private final SharedLeases leases = new SharedLeases();
    private final HttpConfig http;
    private final MetricsServer server;
    private volatile Exporting current;
    private volatile @Nullable Exporting coming;
    private volatile boolean closed;

    /**
     * Starts.
     *
     * @param file reads the configuration
     * @throws ConfigException if it is refused
     * @throws IOException if the port cannot be had
     */
    Service(Supplier<ExporterConfig> file) throws IOException {
        this.file = file;
        this.current = exporting();
        this.http = current.config().http();
        try {
            verify(current);
            this.server = new MetricsServer(http, () -> current, reloads);
        } catch (IOException | RuntimeException | Error e) {
            current.close();
            throw e;
        }
        current.start();
        reloads.loaded();
        LOG.info("serves {}", server.address());
    }

    /**
     * Changes to what the file says now, if that can be read, fits, and is measured. Until the first values of the new
     * configuration are there, the old one goes on measuring and being shown; where the new one fails, whatever was thrown, it
     * stays.
     */
    synchronized void reload() {
        LOG.info("reads its configuration again");
        try {
            change();
            reloads.loaded();
            LOG.info("runs with the new configuration");
        } catch (ConfigException e) {
            reloads.refused();
            LOG.error("keeps the old configuration, for the new one is refused:\n{}", e.getMessage());
        } catch (Throwable e) { // memory may be short for two of them
            reloads.refused();
            LOG.error("keeps the old configuration, for the new one failed", e);
        }
    }

    private void change() {
        Exporting next = exporting();
        coming = next;
        try {
            verify(next);
            next.refresh().forEach(LOG::warn);
            List<String> losses = Takeover.losses(current, next);
            if (!losses.isEmpty()) {
                throw new ConfigException(losses);
            }
            if (closed) {
                throw new ConfigException(List.of("the exporter ends"));
            }
            next.start();
        } catch (Throwable e) { // checked ones, too, that nobody declares
            next.close();
            throw e;
        } finally {
            coming = null;
        }
        Exporting last = current;
        current = next;
        last.close();
        if (!next.config().http().equals(http)) {
            LOG.warn(
                    "goes on serving {} as before; another address, tls or basic-auth takes a restart",
                    server.address());
        }
    }

    private Exporting exporting() {
        return new Exporting(file.get(), null, leases);
    }

    /** Refuses what does not fit a database that answers; what the database stores is told, and refuses nothing. */
    private static void verify(Exporting exporting) {
        Preflight preflight = Preflight.of(exporting);
        preflight.remarks().forEach(LOG::info);
        preflight.contents().forEach(LOG::error);
        preflight.unreachable().forEach(LOG::warn);
        if (!preflight.misfits().isEmpty() && exporting.config().verify() == Verify.FAIL) {
            throw new ConfigException(preflight.misfits());
        }
        preflight.misfits().forEach(LOG::warn);
    }

    int port() {
        return server.port();
    }

    /** Ends; a reload that is under way ends with it. */
    @Override
    public void close() {
        closed = true;
        server.close();
        Exporting next = coming;
        if (next != null) {
            next.close();
        }
        synchronized (this) {
            current.close();
        }
    }
}
