package io.axisor.metrics.examples.quickstart.output;

import io.axisor.metrics.value.DataIssues;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The measurements of one domain: a row for each value, and the reasons why some have none below. */
final class Section {

    private static final Pattern NOT_MAPPED = Pattern.compile("(.+) (?:is|are) not mapped");

    private final String title;
    private final int nameWidth;
    private final List<Measurement> measurements;
    private final Map<String, Integer> numberByReason = new LinkedHashMap<>();

    Section(String title, int nameWidth, List<Measurement> measurements) {
        this.title = title;
        this.nameWidth = nameWidth;
        this.measurements = measurements;
    }

    List<String> lines() {
        boolean isKnown = measurements.stream().anyMatch(m -> m.value().isPresent());
        return isKnown ? rowsAndNotes() : Grid.wrapped(heading() + "  " + whyUnknown());
    }

    /** One sentence stands for a domain of which nothing is known, mostly because the host has mapped nothing of it. */
    private String whyUnknown() {
        Set<String> reasons = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Measurement measurement : measurements) {
            String reason = measurement.reason().orElse("");
            reasons.add(reason);
            Matcher notMapped = NOT_MAPPED.matcher(reason);
            if (notMapped.matches()) {
                missing.add(notMapped.group(1));
            }
        }
        boolean isUnavailable = measurements.stream().allMatch(m -> m.status() == Status.UNAVAILABLE);
        return isUnavailable && !missing.isEmpty()
                ? metrics() + " UNAVAILABLE; not mapped: " + String.join(", ", missing)
                : metrics() + " without a value: " + String.join("; ", reasons);
    }

    private String metrics() {
        long number = measurements.stream()
                .map(measurement -> measurement.definition().key())
                .distinct()
                .count();
        return number + (number == 1 ? " metric" : " metrics");
    }

    private String heading() {
        return title.toUpperCase(Locale.ROOT);
    }

    private List<String> rowsAndNotes() {
        Grid grid = new Grid(nameWidth, "", "value", "from", "95 % interval", "status");
        Map<String, List<Measurement>> byKey = measurements.stream()
                .filter(measurement -> !isClean(measurement))
                .collect(Collectors.groupingBy(m -> m.definition().key(), LinkedHashMap::new, Collectors.toList()));
        byKey.forEach((key, ofKey) -> {
            for (Measurement measurement : ofKey) {
                grid.add(row(measurement == ofKey.get(0) ? key : "", measurement));
            }
        });
        List<String> lines = new ArrayList<>(grid.lines(heading()));
        numberByReason.forEach((reason, number) -> lines.addAll(Grid.wrapped("  [" + number + "] " + reason)));
        long clean = measurements.stream().filter(Section::isClean).count();
        if (clean > 0) {
            lines.add("  " + clean + " checks of the data found nothing.");
        }
        return lines;
    }

    /** Checks of the data that found nothing are counted, not listed. */
    private static boolean isClean(Measurement measurement) {
        return isIssue(measurement)
                && measurement.value().filter(found -> found.signum() == 0).isPresent();
    }

    static boolean isIssue(Measurement measurement) {
        return measurement.definition().key().equals(DataIssues.DEFINITION.key());
    }

    private List<String> row(String name, Measurement measurement) {
        return List.of(
                name,
                Figures.qualifier(measurement),
                Figures.valueOrDash(measurement),
                measurement
                        .ratio()
                        .map(ratio -> Figures.origin(measurement, ratio))
                        .orElse(""),
                measurement.interval().map(Figures::interval).orElse(""),
                status(measurement));
    }

    private String status(Measurement measurement) {
        StringBuilder status = new StringBuilder(measurement.status().name());
        measurement
                .reason()
                .map(reason -> numberByReason.computeIfAbsent(reason, first -> numberByReason.size() + 1))
                .ifPresent(number -> status.append(" [").append(number).append(']'));
        Figures.reservations(measurement)
                .forEach(reservation -> status.append(", ").append(reservation));
        return status.toString();
    }
}
