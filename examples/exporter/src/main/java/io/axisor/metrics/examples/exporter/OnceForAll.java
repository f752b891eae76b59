package io.axisor.metrics.examples.exporter;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.examples.exporter.config.ExporterConfig;
import io.axisor.metrics.examples.output.MeasurementJson;
import io.axisor.metrics.examples.output.MeasurementTable;
import io.axisor.metrics.examples.output.OutputFormat;
import io.axisor.metrics.refresh.DomainHealth;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
     * Measures and prints.
     *
     * @param asOf the instant; null for now
     * @return whether every domain of every target was measured; those that were are printed in any case
     */
    boolean run(ExporterConfig config, @Nullable Instant asOf, OutputFormat format) {
        try (Exporting exporting = new Exporting(config.alone(), asOf)) {
            exporting.refresh();
            Instant at = asOf == null ? begun : asOf;
            out.print(
                    switch (format) {
                        case TABLE -> tables(exporting.targets(), at);
                        case JSON -> json(exporting.targets(), at);
                        case PROMETHEUS -> exporting.scrape();
                    });
            out.flush();
            return exporting.targets().stream().filter(this::tellFailures).count() == 0;
        }
    }

    private static String tables(List<Target> targets, Instant at) {
        return targets.stream()
                .map(target ->
                        target.name().map(name -> "target " + name + "\n").orElse("")
                                + MeasurementTable.of(
                                        target.snapshot(), at, target.config().zone()))
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
        MetricsSnapshot snapshot = target.snapshot();
        return MeasurementJson.of(snapshot, at, target.config().zone());
    }

    private boolean tellFailures(Target target) {
        List<DomainHealth> failed =
                target.health().stream().filter(domain -> !domain.up()).toList();
        failed.forEach(domain -> err.println(target.title() + ": the domain '" + domain.domain()
                + "' could not be measured: " + domain.lastFailure().orElse("")));
        return !failed.isEmpty();
    }
}
