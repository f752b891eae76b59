package io.axisor.metrics.examples.quickstart.output;

import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.DataIssues;
import io.axisor.metrics.value.Measurement;
import io.axisor.metrics.value.MeasurementRecorder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measurements for people: a section for each domain, a row for each value, and the reasons why some have none below. Ratios
 * are shown as percentages. Checks of the data that found nothing are counted, not listed.
 */
public final class MeasurementTable {

    private static final List<String> TITLES = List.of("", "", "value", "from", "95 % interval", "status");

    /** The columns of numbers end at the same place. */
    private static final List<Boolean> RIGHT = List.of(false, false, true, false, false, false);

    private static final int WIDTH = 120;

    private final List<String> lines = new ArrayList<>();
    private final int[] widths = new int[TITLES.size()];

    private MeasurementTable() {}

    /**
     * Writes measurements.
     *
     * @param measurements the measurements
     * @param asOf the instant they are of
     * @param zone the business zone
     * @return lines of at most 120 columns where names and numbers allow it, ending in a line feed
     */
    public static String of(List<Measurement> measurements, Instant asOf, ZoneId zone) {
        return new MeasurementTable().written(measurements, "as of " + asOf + ", business zone " + zone.getId());
    }

    private String written(List<Measurement> measurements, String when) {
        Map<String, List<Measurement>> byDomain = Stream.concat(
                        measurements.stream().filter(m -> !isIssue(m)),
                        measurements.stream().filter(MeasurementTable::isIssue))
                .collect(Collectors.groupingBy(m -> m.definition().domain(), LinkedHashMap::new, Collectors.toList()));
        Map<String, Section> sections = new LinkedHashMap<>();
        byDomain.forEach((domain, ofDomain) -> sections.put(domain, new Section(ofDomain)));
        Stream.concat(Stream.of(TITLES), sections.values().stream().flatMap(section -> section.rows.stream()))
                .forEach(this::measure);
        lines.add(when);
        sections.forEach((domain, section) -> {
            lines.add("");
            lines.add(line(domain.toUpperCase(Locale.ROOT), TITLES));
            section.rows.forEach(row -> lines.add(line("", row)));
            section.notes().forEach(this::wrap);
        });
        return String.join("\n", lines) + "\n";
    }

    /** The issues of all domains stand together, after everything else. */
    private static boolean isIssue(Measurement measurement) {
        return measurement.definition().key().equals(DataIssues.DEFINITION.key());
    }

    private void measure(List<String> row) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], row.get(i).length());
        }
    }

    private String line(String title, List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append("  ").append(RIGHT.get(i) ? padding + row.get(i) : row.get(i) + padding);
        }
        return line.replace(0, title.length(), title).toString().stripTrailing();
    }

    /** Breaks a note between words, its further lines indented. */
    private void wrap(String note) {
        StringBuilder line = new StringBuilder("  ");
        for (String word : note.split(" ", -1)) {
            if (line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder("      ");
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    /** The measurements of one domain, as cells and notes. */
    private static final class Section {
        private final List<List<String>> rows = new ArrayList<>();
        private final Map<String, Integer> numberByReason = new LinkedHashMap<>();
        private final long clean;

        Section(List<Measurement> measurements) {
            Predicate<Measurement> isClean = m ->
                    isIssue(m) && m.value().filter(found -> found.signum() == 0).isPresent();
            this.clean = measurements.stream().filter(isClean).count();
            Map<String, List<Measurement>> byKey = measurements.stream()
                    .filter(isClean.negate())
                    .collect(Collectors.groupingBy(m -> m.definition().key(), LinkedHashMap::new, Collectors.toList()));
            byKey.forEach((key, ofKey) -> {
                for (Measurement measurement : ofKey) {
                    rows.add(row(measurement == ofKey.get(0) ? key : "", measurement));
                }
            });
        }

        private List<String> row(String name, Measurement measurement) {
            return List.of(
                    name,
                    qualifier(measurement),
                    measurement
                            .value()
                            .map(value -> Figures.value(measurement, value))
                            .orElse("-"),
                    measurement
                            .ratio()
                            .map(ratio -> Figures.origin(measurement, ratio))
                            .orElse(""),
                    measurement.interval().map(Figures::interval).orElse(""),
                    status(measurement));
        }

        /** Window and tags; the currency stands beside the amount. */
        private static String qualifier(Measurement measurement) {
            Stream<String> tags = measurement.tags().entrySet().stream()
                    .filter(tag -> !tag.getKey().equals(MeasurementRecorder.CURRENCY))
                    .map(Map.Entry::getValue);
            return Stream.concat(measurement.window().map(Window::key).stream(), tags)
                    .collect(Collectors.joining(" "));
        }

        private String status(Measurement measurement) {
            StringBuilder status = new StringBuilder(measurement.status().name());
            measurement
                    .reason()
                    .map(reason -> numberByReason.computeIfAbsent(reason, first -> numberByReason.size() + 1))
                    .ifPresent(number -> status.append(" [").append(number).append(']'));
            if (measurement.isSmallSample()) {
                status.append(", small sample");
            }
            if (!measurement.isComplete() && measurement.value().isPresent()) {
                status.append(", running");
            }
            return status.toString();
        }

        List<String> notes() {
            List<String> notes = new ArrayList<>();
            numberByReason.forEach((reason, number) -> notes.add("[" + number + "] " + reason));
            if (clean > 0) {
                notes.add(clean + " checks of the data found nothing.");
            }
            return notes;
        }
    }
}
