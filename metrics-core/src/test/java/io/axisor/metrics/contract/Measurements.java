package io.axisor.metrics.contract;

import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Measurements as text, in one line each, and the difference of two lists of them. */
public final class Measurements {

    private Measurements() {}

    /**
     * What is measured: metric, window and tags.
     *
     * @param measurement the measurement
     * @return such as <code>revenue.collected.30d{currency=USD}</code>
     */
    public static String series(Measurement measurement) {
        return measurement.name() + (measurement.tags().isEmpty() ? "" : measurement.tags());
    }

    /**
     * What was found: a plain number, a quotient with its parts, or the status where there is no value.
     *
     * @param measurement the measurement
     * @return such as {@code 12.5}, {@code 3/40} or {@code NO_DATA}
     */
    public static String found(Measurement measurement) {
        if (measurement.status() != Status.OK) {
            return measurement.status().name();
        }
        return measurement
                .ratio()
                .map(ratio -> plain(ratio.numerator()) + "/" + plain(ratio.denominator()))
                .orElseGet(() -> plain(measurement.value().orElseThrow()));
    }

    /**
     * A number without trailing zeros and exponent.
     *
     * @param number the number
     * @return such as {@code 1000} or {@code 0.5}
     */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /**
     * Everything in which measurements differ.
     *
     * @param expected the measurements as they should be
     * @param actual the measurements as they are; their order does not matter
     * @return a line for each series that is missing, is too many or differs; empty if there is none
     */
    public static List<String> differences(Collection<Measurement> expected, Collection<Measurement> actual) {
        SortedMap<String, List<String>> should = bySeries(expected);
        SortedMap<String, List<String>> is = bySeries(actual);
        TreeSet<String> all = new TreeSet<>(should.keySet());
        all.addAll(is.keySet());
        List<String> lines = new ArrayList<>();
        for (String series : all) {
            List<String> left = should.getOrDefault(series, List.of("(missing)"));
            List<String> right = is.getOrDefault(series, List.of("(missing)"));
            if (!left.equals(right)) {
                lines.add(series + ": expected " + String.join(" and ", left) + ", but was "
                        + String.join(" and ", right));
            }
        }
        return lines;
    }

    private static SortedMap<String, List<String>> bySeries(Collection<Measurement> measurements) {
        SortedMap<String, List<String>> bySeries = new TreeMap<>();
        for (Measurement measurement : measurements) {
            bySeries.computeIfAbsent(series(measurement), series -> new ArrayList<>())
                    .add(provenance(measurement));
        }
        return bySeries;
    }

    /** All that two sources must agree on: not the words of a reason, but that there is one. */
    private static String provenance(Measurement m) {
        StringBuilder text = new StringBuilder(found(m));
        m.ratio().ifPresent(ratio -> text.append(" = ").append(plain(ratio.value())));
        text.append(m.definitionId().equals(m.definition().key()) ? "" : " by " + m.definitionId());
        text.append(m.interval().isPresent() ? " with interval" : "");
        m.flags().forEach(flag -> text.append(", ").append(flag.words()));
        text.append(m.reason().isPresent() ? ", with a reason" : "");
        m.range().ifPresent(range -> text.append(" since ").append(range.from()));
        return text.append(" at ").append(m.asOf()).toString();
    }
}
