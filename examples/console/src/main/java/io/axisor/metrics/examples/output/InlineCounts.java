package io.axisor.metrics.examples.output;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts by two tags: those that differ in the first of them alone take one line. */
final class InlineCounts {

    private static final int MOST_IN_LINE = 4;

    private final List<Measurement> measurements;
    private final String tag;

    private InlineCounts(List<Measurement> measurements, String tag) {
        this.measurements = measurements.stream()
                .sorted(Comparator.comparing((Measurement part) -> part.value().orElse(BigDecimal.ZERO))
                        .reversed())
                .toList();
        this.tag = tag;
    }

    /** Whether a metric's measurements are counts by two tags, all of them known, the first tag of a few values. */
    static boolean isOf(List<Measurement> measurements) {
        boolean areCounts = measurements.stream()
                .allMatch(measurement -> measurement.status() == Status.OK
                        && measurement.tags().size() == 2
                        && measurement.ratio().isEmpty()
                        && !Figures.isMoney(measurement));
        return areCounts
                && measurements.stream()
                                .map(measurement -> measurement.tags().get(tag(measurements)))
                                .distinct()
                                .count()
                        <= MOST_IN_LINE;
    }

    private static String tag(List<Measurement> measurements) {
        return measurements.get(0).definition().tagKeys().get(0);
    }

    /** The lines of a metric. */
    static List<InlineCounts> of(List<Measurement> measurements) {
        String tag = tag(measurements);
        Map<String, List<Measurement>> lines = measurements.stream()
                .collect(Collectors.groupingBy(
                        measurement -> qualifier(measurement, tag), LinkedHashMap::new, Collectors.toList()));
        return lines.values().stream().map(line -> new InlineCounts(line, tag)).toList();
    }

    private static String qualifier(Measurement measurement, String tag) {
        return Figures.qualifier(measurement, tag);
    }

    String qualifier() {
        return qualifier(any(), tag);
    }

    /** The largest number, whose name begins {@link #parts()}. */
    String value() {
        return Figures.valueOrDash(measurements.get(0));
    }

    /** To be read on from the value: {@code succeeded, 80 failed, 22 other}. */
    String parts() {
        return measurements.get(0).tags().get(tag)
                + measurements.stream()
                        .skip(1)
                        .map(part -> ", " + Figures.valueOrDash(part) + " "
                                + part.tags().get(tag))
                        .collect(Collectors.joining());
    }

    /** One of its measurements, which share window and status. */
    Measurement any() {
        return measurements.get(0);
    }
}
