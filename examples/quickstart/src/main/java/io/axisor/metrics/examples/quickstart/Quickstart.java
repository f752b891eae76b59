package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.examples.command.CommandProcess;
import io.axisor.metrics.examples.command.JarVersion;
import io.axisor.metrics.examples.quickstart.database.DatabaseException;
import io.axisor.metrics.examples.quickstart.folder.CsvException;
import io.axisor.metrics.source.MetricsDataException;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the quickstart. */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        versionProvider = JarVersion.class,
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
        CommandProcess.run(Quickstart::commandLine, arguments);
    }

    /**
     * The command, to be executed.
     *
     * @param stop ends the serving once it is counted down
     */
    static CommandLine commandLine(CountDownLatch stop) {
        return CommandProcess.commandLine(new Quickstart(stop), Quickstart::exitCode);
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

    private static Optional<Integer> exitCode(Exception failure) {
        if (failure instanceof CsvException) {
            return Optional.of(WRONG_DATA);
        }
        boolean isExplained = failure instanceof DatabaseException
                || failure instanceof MetricsDataException
                || failure instanceof SQLException
                || failure instanceof IOException;
        return isExplained ? Optional.of(FAILED) : Optional.empty();
    }
}
