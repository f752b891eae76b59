package io.axisor.metrics.testing.benchmarks;

import io.axisor.metrics.testing.benchmarks.footprint.FootprintPart;
import io.axisor.metrics.testing.benchmarks.formulas.FormulaPart;
import io.axisor.metrics.testing.benchmarks.refresh.RefreshPart;
import io.axisor.metrics.testing.benchmarks.scrape.ScrapePart;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of the benchmarks. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Measures what the library costs and writes a report in Markdown. Give it a quiet machine.")
public final class Benchmarks implements Callable<Integer> {

    private static final PrintStream PROGRESS = System.err;

    @Option(
            names = "--scale",
            defaultValue = "1.0",
            description = "The size of the made-up company: 1.0 has a million users, 5 million payments, 2 million"
                    + " executions and as many trades. Default: ${DEFAULT-VALUE}.")
    private double scale;

    @Option(
            names = "--growth",
            split = ",",
            paramLabel = "SCALE",
            description = "Measure refreshes at these sizes, too, such as 0.1,10: ten takes an hour and some 20 GB.")
    private List<Double> growth = List.of();

    @Option(
            names = "--part",
            defaultValue = "all",
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Part part = Part.ALL;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each way to refresh is timed. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--seed",
            defaultValue = "2026",
            description = "Another made-up company. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--brief", description = "Only see that scrapes and formulas run; their figures say nothing.")
    private boolean isBrief;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "target/benchmarks.md",
            description = "Where the report goes, and beside it the library's statements. Default: ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs the command: 0 when it is done. */
    static int execute(String... arguments) {
        return new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public Integer call() throws IOException, SQLException {
        if (!(scale > 0) || growth.stream().anyMatch(size -> !(size > 0)) || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--scale, --growth and --rounds must be above 0");
        }
        Path file = report.toAbsolutePath();
        List<Measuring> parts = new ArrayList<>();
        for (Part one : Part.values()) {
            if (one != Part.ALL && part.includes(one)) {
                parts.add(measuring(one, file));
            }
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, head());
        for (Measuring one : parts) {
            // Part by part, so that what was measured for an hour outlives a failure of what follows.
            Files.writeString(file, one.report(), StandardOpenOption.APPEND);
        }
        PROGRESS.println("The report is in " + file);
        return 0;
    }

    /** A part that can be run. */
    private interface Measuring {
        String report() throws IOException, SQLException;
    }

    private Measuring measuring(Part one, Path file) {
        return switch (one) {
            case REFRESH -> {
                Path statements = file.resolveSibling(file.getFileName() + ".sql");
                yield new RefreshPart(scale, growth, seed, rounds, statements, PROGRESS)::report;
            }
            case SCRAPE -> new ScrapePart(isBrief)::report;
            case FORMULAS -> new FormulaPart(isBrief)::report;
            case FOOTPRINT -> footprint()::report;
            case ALL -> throw new IllegalArgumentException("a report is of one part");
        };
    }

    /** Told before anything is measured: a run without it takes most of an hour. */
    private FootprintPart footprint() {
        try {
            return FootprintPart.of(seed, PROGRESS);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String head() throws IOException {
        return """
                # Benchmarks

                On %s. %s, `%s`.

                """.formatted(Machine.describe(), Instant.now().truncatedTo(ChronoUnit.MINUTES), command());
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("java", "-jar", "benchmarks.jar"));
        words.addAll(spec.commandLine().getParseResult().originalArgs());
        return String.join(" ", words);
    }
}
