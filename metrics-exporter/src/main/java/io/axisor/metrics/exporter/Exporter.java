package io.axisor.metrics.exporter;

import io.axisor.metrics.examples.command.CommandProcess;
import io.axisor.metrics.examples.command.JarVersion;
import io.axisor.metrics.examples.output.OutputFormat;
import io.axisor.metrics.exporter.config.ConfigException;
import io.axisor.metrics.exporter.config.ExporterConfig;
import io.axisor.metrics.refresh.MetricsRefresher;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the exporter. */
@Command(
        name = "exporter",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Business metrics of databases, for Prometheus.",
            "",
            "Measures the databases that the configuration names and serves /metrics, /health and a page for people"
                    + " until Ctrl-C or SIGTERM. SIGHUP makes it read its configuration again; a wrong one is told and"
                    + " changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and nothing is wrong",
            "1:a database or the port failed; standard error says why",
            "2:an option or the configuration is wrong, or its mapping does not fit a database or what it stores"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar exporter.jar --config metrics.yaml",
            "  java -jar exporter.jar --config metrics.yaml --check",
            "  java -jar exporter.jar --config metrics.yaml --once --as-of 1997-10-01T00:00:00Z --format json"
        })
public final class Exporter implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    /** How the exporter's logger takes the level of a package. */
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    /** Nothing is wrong. */
    static final int DONE = 0;

    /** A database or the port failed. */
    static final int FAILED = 1;

    /** The configuration is wrong, or does not fit a database. */
    static final int WRONG = 2;

    @Mixin
    private ExporterOptions options = new ExporterOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final CountDownLatch stop;
    private final ReloadRequests reloads;

    private Exporter(CountDownLatch stop, ReloadRequests reloads) {
        this.stop = stop;
        this.reloads = reloads;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        ReloadRequests reloads = ReloadRequests.ofSignals(); // first of all: unhandled, a SIGHUP ends the process
        CommandProcess.run(stop -> commandLine(stop, reloads), arguments);
    }

    /**
     * The command, to be executed.
     *
     * @param stop ends the serving once it is counted down
     * @param reloads requests to read the configuration again
     */
    static CommandLine commandLine(CountDownLatch stop, ReloadRequests reloads) {
        return CommandProcess.commandLine(new Exporter(stop, reloads), Exporter::exitCode);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.fault().ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), fault);
        });
        if (options.check) {
            return check();
        }
        if (options.once) {
            System.setProperty(LEVEL + MetricsRefresher.class.getPackageName(), "off"); // failures are printed
            OutputFormat format = options.format == null ? OutputFormat.TABLE : options.format;
            return new OnceForAll(out(), err()).run(config(), options.asOf, format);
        }
        LOG.info("reads {}", options.config);
        try (Service service = new Service(this::config)) {
            Thread reloading = reloads.serve(service::reload);
            stop.await();
            reloading.interrupt();
        }
        return DONE;
    }

    private ExporterConfig config() {
        return ExporterConfig.read(options.config, System::getenv);
    }

    private int check() {
        try (Exporting exporting = new Exporting(config().alone(), null, new SharedLeases())) {
            Preflight preflight = Preflight.of(exporting);
            preflight.remarks().forEach(out()::println);
            preflight.misfits().forEach(err()::println);
            preflight.contents().forEach(err()::println);
            preflight.unreachable().forEach(err()::println);
            return preflight.exitCode();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }

    private static Optional<Integer> exitCode(Exception failure) {
        if (failure instanceof ConfigException) {
            return Optional.of(WRONG);
        }
        return failure instanceof IOException ? Optional.of(FAILED) : Optional.empty();
    }
}
