package io.axisor.metrics.exporter;

import io.axisor.metrics.examples.output.FailedDomain;
import io.axisor.metrics.examples.output.MeasurementJson;
import io.axisor.metrics.examples.output.MeasurementTable;
import io.axisor.metrics.examples.output.OutputFormat;
import io.axisor.metrics.exporter.config.ExporterConfig;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One measurement of every target, printed. */
final class OnceForAll {

    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final PrintWriter out;
    private final PrintWriter err;

    OnceForAll(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Measures and prints. Whatever could be measured is printed in any case, what failed among it and once on standard error.
     *
     * @param asOf the instant; null for now
     * @return the exit code
     */
    int run(ExporterConfig config, @Nullable Instant asOf, OutputFormat format) {
        try (Exporting exporting = new Exporting(config.alone(), asOf, new SharedLeases())) {
            List<String> failures = exporting.refresh();
            Instant at = asOf == null ? begun : asOf;
            out.print(
                    switch (format) {
                        case TABLE -> tables(exporting.targets(), at);
                        case JSON -> json(exporting.targets(), at);
                        case PROMETHEUS -> exporting.scrape();
                    });
            out.flush();
            failures.forEach(err::println);
            boolean isFailed =
                    exporting.targets().stream().filter(this::tellFailures).count() > 0;
            return isFailed || !failures.isEmpty() ? whyItFailed(exporting) : Exporter.DONE;
        }
    }

    /** A mapping that does not fit is told apart from a database that is down. */
    private int whyItFailed(Exporting exporting) {
        Preflight preflight = Preflight.of(exporting);
        preflight.misfits().forEach(err::println);
        return preflight.misfits().isEmpty() ? Exporter.FAILED : Exporter.WRONG;
    }

    private static String tables(List<Target> targets, Instant at) {
        return targets.stream()
                .map(target ->
                        target.name().map(name -> "target " + name + "\n").orElse("")
                                + MeasurementTable.of(
                                        target.snapshot(),
                                        FailedDomain.of(target.health()),
                                        at,
                                        target.config().zone()))
                .collect(Collectors.joining("\n"));
    }

    /** A target without a name is the only one, and the whole document; others are told apart by their names. */
    private static String json(List<Target> targets, Instant at) {
        if (targets.get(0).name().isEmpty()) {
            return json(targets.get(0), at);
        }
        return targets.stream()
                .map(target -> "\"" + target.name().orElseThrow() + "\": "
                        + json(target, at).stripTrailing())
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String json(Target target, Instant at) {
        return MeasurementJson.of(
                target.snapshot(),
                FailedDomain.of(target.health()),
                at,
                target.config().zone());
    }

    /** A line for each reason, however many domains it has failed. */
    private boolean tellFailures(Target target) {
        Map<String, List<String>> domainsByReason = FailedDomain.of(target.health()).stream()
                .collect(Collectors.groupingBy(
                        failure -> failure.reason().replaceFirst(Pattern.quote(failure.domain() + ": "), ""),
                        LinkedHashMap::new,
                        Collectors.mapping(FailedDomain::domain, Collectors.toList())));
        target.missingFile()
                .ifPresentOrElse(
                        err::println,
                        () -> domainsByReason.forEach((reason, domains) -> err.println(
                                target.title() + ": not measured: " + String.join(", ", domains) + ": " + reason)));
        return !domainsByReason.isEmpty();
    }
}
