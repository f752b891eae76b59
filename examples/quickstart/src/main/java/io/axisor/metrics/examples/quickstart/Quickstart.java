package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.examples.quickstart.database.DatabaseException;
import io.axisor.metrics.examples.quickstart.folder.CsvException;
import io.axisor.metrics.source.MetricsDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line of the quickstart. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        versionProvider = Quickstart.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "Business metrics out of database tables, in a minute.",
            "",
            "Without options: makes up a company in an embedded database, lets it live, measures it every few seconds,"
                    + " prints what was measured and serves it on http://localhost:9464/metrics until Ctrl-C.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the database, the port or a measurement failed; standard error says why",
            "2:an option is wrong",
            "3:the data folder or a line in it is not as expected"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar quickstart.jar",
            "  java -jar quickstart.jar --once --format json --as-of 2026-01-01T00:00:00Z",
            "  java -jar quickstart.jar --data DIR --as-of 1997-10-01T00:00:00Z --once",
            "  java -jar quickstart.jar --jdbc-url jdbc:postgresql://localhost/test --user me --password",
            "  java -jar quickstart.jar --preset axisor",
            "  java -jar quickstart.jar --preset axisor --jdbc-url jdbc:postgresql://localhost/axisor --user me"
        })
public final class Quickstart implements Callable<Integer> {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_DATA = 3;

    @Mixin
    private QuickstartOptions options = new QuickstartOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final CountDownLatch stop;

    private Quickstart(CountDownLatch stop) {
        this.stop = stop;
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endCleanly(stop, ended), "end"));
        int exitCode;
        try {
            exitCode = commandLine(stop).execute(arguments);
        } finally {
            ended.countDown();
        }
        System.exit(exitCode);
    }

    /** On Ctrl-C and SIGTERM the process lives until its shutdown hooks have ended. */
    private static void endCleanly(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            var unused = ended.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The command, to be executed. Text is written in UTF-8 everywhere.
     *
     * @param stop ends the serving once it is counted down
     */
    static CommandLine commandLine(CountDownLatch stop) {
        return new CommandLine(new Quickstart(stop))
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Quickstart::explain)
                .setExecutionExceptionHandler(Quickstart::explain);
    }

    @Override
    public Integer call() throws IOException, SQLException {
        options.fault().ifPresent(fault -> {
            throw new ParameterException(spec.commandLine(), fault);
        });
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        new Tour(options, out, err).run(stop);
        return DONE;
    }

    private static int explain(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(wrong.getMessage());
        command.getErr().println("See --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (failure instanceof CsvException) {
            command.getErr().println(failure.getMessage());
            return WRONG_DATA;
        }
        boolean isExplained = failure instanceof DatabaseException
                || failure instanceof MetricsDataException
                || failure instanceof SQLException
                || failure instanceof IOException;
        if (!isExplained) {
            throw failure;
        }
        command.getErr().println(failure.getMessage());
        return FAILED;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Quickstart.class.getPackage().getImplementationVersion();
            return new String[] {"quickstart " + (version == null ? "(not from a jar)" : version)};
        }
    }
}
