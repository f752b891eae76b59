package io.axisor.metrics.examples.output;

import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.Measurement;
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
        int originWidth = measurements.stream()
                .filter(measurement -> measurement.interval().isPresent())
                .mapToInt(measurement -> origin(measurement).length())
                .max()
                .orElse(0);
        Grid grid = new Grid(nameWidth, "", "value", evidence("from", confidence(), originWidth), "status");
        Map<String, List<Measurement>> byKey = measurements.stream()
                .filter(measurement -> !isClean(measurement))
                .collect(Collectors.groupingBy(m -> m.definition().key(), LinkedHashMap::new, Collectors.toList()));
        byKey.forEach((key, ofKey) -> {
            List<Row> rows = InlineCounts.isOf(ofKey)
                    ? InlineCounts.of(ofKey).stream().map(this::row).toList()
                    : ofKey.stream()
                            .map(measurement -> row(measurement, originWidth))
                            .toList();
            for (int i = 0; i < rows.size(); i++) {
                grid.add(rows.get(i).cells(i == 0 ? key : ""));
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

    private String confidence() {
        return measurements.stream()
                .flatMap(measurement -> measurement.interval().stream())
                .findFirst()
                .map(interval -> Math.round(interval.level().level() * 100) + " % interval")
                .orElse("");
    }

    /** Checks of the data that found nothing are counted, not listed. */
    private static boolean isClean(Measurement measurement) {
        return isIssue(measurement)
                && measurement.value().filter(found -> found.signum() == 0).isPresent();
    }

    /** Whether the measurement is of the data itself, not of the business. */
    static boolean isOfData(Measurement measurement) {
        return isIssue(measurement) || measurement.definition().key().equals(DataIssues.LEFT_OUT.key());
    }

    private static boolean isIssue(Measurement measurement) {
        return measurement.definition().key().equals(DataIssues.DEFINITION.key());
    }

    private record Row(String qualifier, String value, String evidence, String status) {
        List<String> cells(String name) {
            return List.of(name, qualifier, value, evidence, status);
        }
    }

    private Row row(Measurement measurement, int originWidth) {
        String interval = measurement.interval().map(Figures::interval).orElse("");
        return new Row(
                Figures.qualifier(measurement),
                Figures.valueOrDash(measurement),
                evidence(origin(measurement), interval, originWidth),
                status(measurement));
    }

    private Row row(InlineCounts counts) {
        return new Row(counts.qualifier(), counts.value(), counts.parts(), status(counts.any()));
    }

    private static String origin(Measurement measurement) {
        return measurement
                .ratio()
                .map(ratio -> Figures.origin(measurement, ratio))
                .orElse("");
    }

    /** Two columns that are one where there is no interval. */
    private static String evidence(String origin, String interval, int originWidth) {
        boolean isAlone = originWidth == 0 || interval.isEmpty();
        return isAlone ? origin : origin + " ".repeat(originWidth + 2 - origin.length()) + interval;
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
