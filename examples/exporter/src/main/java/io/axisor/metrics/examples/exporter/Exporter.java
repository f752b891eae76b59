package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.examples.command.CommandProcess;
import io.axisor.metrics.examples.command.JarVersion;
import io.axisor.metrics.examples.exporter.config.ConfigException;
import io.axisor.metrics.examples.exporter.config.ExporterConfig;
import io.axisor.metrics.examples.output.OutputFormat;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jline.utils.Signals;
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
            "Measures the databases that the configuration names and serves /metrics, /health and a page for people until"
                    + " Ctrl-C or SIGTERM. SIGHUP makes it read its configuration again; a wrong one is told and changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and nothing is wrong",
            "1:a database or the port failed; standard error says why",
            "2:an option or the configuration is wrong, or its mapping does not fit a database"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar exporter.jar --config metrics.yaml",
            "  java -jar exporter.jar --config metrics.yaml --check",
            "  java -jar exporter.jar --config metrics.yaml --once --as-of 1997-10-01T00:00:00Z --format json"
        })
public final class Exporter implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    @Mixin
    private ExporterOptions options = new ExporterOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final CountDownLatch stop;

    private Exporter(CountDownLatch stop) {
        this.stop = stop;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        CommandProcess.run(Exporter::commandLine, arguments);
    }

    /**
     * The command, to be executed.
     *
     * @param stop ends the serving once it is counted down
     */
    static CommandLine commandLine(CountDownLatch stop) {
        return CommandProcess.commandLine(new Exporter(stop), Exporter::exitCode);
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
            OutputFormat format = options.format == null ? OutputFormat.TABLE : options.format;
            OnceForAll once = new OnceForAll(out(), err());
            return once.run(config(), options.asOf, format) ? DONE : FAILED;
        }
        try (Service service = new Service(this::config)) {
            Object former = Signals.register("HUP", service::reload);
            stop.await();
            Signals.unregister("HUP", former);
        }
        return DONE;
    }

    private ExporterConfig config() {
        return ExporterConfig.read(options.config, System::getenv);
    }

    private int check() {
        try (Exporting exporting = new Exporting(config().alone(), null)) {
            Preflight preflight = Preflight.of(exporting.targets());
            preflight.remarks().forEach(out()::println);
            preflight.misfits().forEach(err()::println);
            preflight.unreachable().forEach(err()::println);
            if (!preflight.misfits().isEmpty()) {
                return WRONG;
            }
            return preflight.unreachable().isEmpty() ? DONE : FAILED;
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
