package io.axisor.metrics.exporter;

import io.axisor.metrics.examples.command.InstantOption;
import io.axisor.metrics.examples.output.OutputFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be said on the command line. */
final class ExporterOptions {

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The configuration, in YAML.")
    Path config = Path.of("metrics.yaml");

    @Option(
            names = "--check",
            description =
                    "Read the configuration, compare it with the databases, tell everything that is wrong, and end.")
    boolean check;

    @Option(names = "--once", description = "Measure every target, print, and end.")
    boolean once;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = InstantOption.class,
            description = "With --once: measure this instant, such as 1997-10-01T00:00:00Z. Default: now.")
    @Nullable
    Instant asOf;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "With --once: table, prometheus or json. Default: table.")
    @Nullable
    OutputFormat format;

    /** What does not go together. */
    Optional<String> fault() {
        if (check && once) {
            return Optional.of("--check and --once are two runs; give one of them");
        }
        if (!once && (asOf != null || format != null)) {
            return Optional.of(
                    "--as-of and --format go with --once; what is served is the present, as Prometheus's text");
        }
        return Optional.empty();
    }
}
