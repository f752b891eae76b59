package io.axisor.metrics.examples.output;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measurements for people: the key indicators, then a section for each domain, the checks of the data last. Ratios are
 * shown as percentages, durations in the unit that suits them. A domain that is not mapped at all takes one line.
 */
public final class MeasurementTable {

    private MeasurementTable() {}

    /**
     * Writes measurements.
     *
     * @param snapshot the measurements
     * @param failures domains that could not be measured, of which there are none
     * @param asOf the instant they are of
     * @param zone the business zone
     * @return lines of at most 120 columns where names and numbers allow it, ending in a line feed
     */
    public static String of(MetricsSnapshot snapshot, List<FailedDomain> failures, Instant asOf, ZoneId zone) {
        int nameWidth = snapshot.measurements().stream()
                .mapToInt(measurement -> measurement.definition().key().length())
                .max()
                .orElse(0);
        List<String> lines = new ArrayList<>();
        lines.add("as of " + asOf + ", business zone " + zone.getId());
        lines.add("");
        lines.addAll(KpiCard.lines(snapshot, failures, nameWidth));
        sections(snapshot.measurements()).forEach((title, measurements) -> {
            lines.add("");
            lines.addAll(new Section(title, nameWidth, measurements).lines());
        });
        failures.forEach(failure -> {
            lines.add("");
            lines.addAll(Grid.wrapped(failure.domain().toUpperCase(Locale.ROOT) + "  FAILED: " + failure.reason()));
        });
        return String.join("\n", lines) + "\n";
    }

    /** The issues of all domains stand together, after everything else. */
    private static Map<String, List<Measurement>> sections(List<Measurement> measurements) {
        Map<String, List<Measurement>> sections = new LinkedHashMap<>();
        List<Measurement> issues = new ArrayList<>();
        for (Measurement measurement : measurements) {
            List<Measurement> section = Section.isOfData(measurement)
                    ? issues
                    : sections.computeIfAbsent(measurement.definition().domain(), domain -> new ArrayList<>());
            section.add(measurement);
        }
        if (!issues.isEmpty()) {
            sections.put("data", issues);
        }
        return sections;
    }
}
