package io.axisor.metrics.testing.benchmarks.refresh;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.value.Statistic;
import io.axisor.metrics.value.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the library and the statements by hand say the same: times of different answers are not worth comparing. Exact,
 * but for the last digits of doubles, and for percentiles, which the library promises within 5 %.
 *
 * @param compared how many values both have
 * @param unaskedByHand the metrics with a value that no statement asks for
 */
record Agreement(int compared, SortedSet<String> unaskedByHand) {

    private static final double OF_DOUBLES = 1e-9;
    private static final double OF_PERCENTILES = 0.05;
    private static final Set<Optional<Statistic>> PERCENTILES =
            Set.of(Optional.of(Statistic.P50), Optional.of(Statistic.P95));

    /** Finds every cell's measurement and every measurement's cell, or fails with all that differ. */
    static Agreement of(MetricsSnapshot snapshot, Collection<StatementSuite.Cell> cells, Set<String> keys) {
        Map<String, Measurement> measurements = new LinkedHashMap<>();
        SortedSet<String> unaskedByHand = new TreeSet<>();
        for (Measurement measurement : snapshot.measurements()) {
            if (keys.contains(measurement.definition().key())) {
                measurements.put(name(measurement), measurement);
            } else if (measurement.status() == Status.OK) {
                unaskedByHand.add(measurement.definition().key());
            }
        }
        List<String> faults = new ArrayList<>();
        for (StatementSuite.Cell cell : cells) {
            Measurement measurement = measurements.remove(name(cell));
            fault(cell, measurement == null ? Optional.empty() : measurement.value(), tolerance(measurement))
                    .ifPresent(faults::add);
        }
        // Groups that no row is in have no row of their own in SQL.
        measurements.values().stream()
                .filter(measurement ->
                        measurement.value().orElse(BigDecimal.ZERO).signum() != 0)
                .forEach(measurement -> faults.add(name(measurement) + ": no statement says it"));
        if (!faults.isEmpty()) {
            throw new DisagreementException(faults);
        }
        return new Agreement(cells.size(), unaskedByHand);
    }

    private static double tolerance(@Nullable Measurement measurement) {
        return measurement != null && PERCENTILES.contains(measurement.statistic()) ? OF_PERCENTILES : OF_DOUBLES;
    }

    private static Optional<String> fault(StatementSuite.Cell cell, Optional<BigDecimal> library, double tolerance) {
        Optional<BigDecimal> byHand = Optional.ofNullable(cell.value());
        boolean agree = byHand.map(value -> library.isPresent() && isNear(value, library.get(), tolerance))
                .orElseGet(() -> isNothing(library));
        return agree
                ? Optional.empty()
                : Optional.of(name(cell) + ": " + said(library) + " by the library, " + said(byHand) + " by hand");
    }

    /** A sum over no rows is NULL in SQL. */
    private static boolean isNothing(Optional<BigDecimal> library) {
        return library.isEmpty() || library.get().signum() == 0;
    }

    private static boolean isNear(BigDecimal byHand, BigDecimal library, double tolerance) {
        double one = byHand.doubleValue();
        double other = library.doubleValue();
        return Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
    }

    private static String said(Optional<BigDecimal> value) {
        return value.map(BigDecimal::toPlainString).orElse("nothing");
    }

    private static String name(StatementSuite.Cell cell) {
        String label = cell.label().equals("value") ? "" : " " + cell.label();
        return cell.key() + label + " " + cell.tags();
    }

    private static String name(Measurement measurement) {
        String label = Stream.concat(
                        measurement.window().map(window -> " " + window.key()).stream(),
                        measurement.statistic().map(statistic -> " " + statistic.key()).stream())
                .collect(Collectors.joining());
        return measurement.definition().key() + label + " " + measurement.tags();
    }
}
