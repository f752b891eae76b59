package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.examples.exporter.config.ConfigException;
import io.axisor.metrics.examples.exporter.config.ExporterConfig;
import io.axisor.metrics.examples.exporter.config.ExporterConfig.Verify;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until it is closed, and changes to a new configuration in between. */
final class Service implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private final Supplier<ExporterConfig> file;
    private final ReloadMetrics reloads = new ReloadMetrics();
    private final InetSocketAddress address;
    private final MetricsServer server;
    private volatile Exporting current;

    /**
     * Starts.
     *
     * @param file reads the configuration
     * @throws ConfigException if it is refused
     * @throws IOException if the port cannot be had
     */
    Service(Supplier<ExporterConfig> file) throws IOException {
        this.file = file;
        this.current = fitting();
        this.address = current.config().listen();
        try {
            this.server = new MetricsServer(address, () -> current, reloads);
        } catch (IOException e) {
            current.close();
            throw e;
        }
        current.start();
        reloads.loaded();
        LOG.info("serves http://{}:{}/", address.getHostString(), server.port());
    }

    /**
     * Changes to what the file says now. What is shown goes on being shown until the first values of the new configuration
     * are there; where the new one is refused, the old one stays.
     */
    synchronized void reload() {
        LOG.info("reloads its configuration");
        try {
            change(fitting());
            reloads.loaded();
            LOG.info("runs with the new configuration");
        } catch (ConfigException e) {
            reloads.refused();
            LOG.error("keeps the old configuration, for the new one is refused:\n{}", e.getMessage());
        } catch (RuntimeException e) {
            reloads.refused();
            LOG.error("the new configuration could not be taken", e);
        }
    }

    private void change(Exporting next) {
        if (!next.config().listen().equals(address)) {
            LOG.warn("goes on serving {}; another address takes a restart", address);
        }
        Exporting last = current;
        last.stop(); // gives its lease up, and asks the databases no more
        next.refresh();
        current = next;
        next.start();
        last.close();
    }

    /** What the file says, unless it does not fit a database that answers. */
    private Exporting fitting() {
        Exporting exporting = new Exporting(file.get(), null);
        Preflight preflight = Preflight.of(exporting.targets());
        preflight.remarks().forEach(LOG::info);
        preflight.unreachable().forEach(LOG::warn);
        if (!preflight.misfits().isEmpty() && exporting.config().verify() == Verify.FAIL) {
            exporting.close();
            throw new ConfigException(preflight.misfits());
        }
        preflight.misfits().forEach(LOG::warn);
        return exporting;
    }

    int port() {
        return server.port();
    }

    @Override
    public synchronized void close() {
        server.close();
        current.close();
    }
}
