package io.axisor.metrics.examples.output;

import io.axisor.metrics.Kpi;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.time.Window;
import io.axisor.metrics.value.Status;
import java.util.List;

/** The key performance indicators: what they are, and what they were computed from or why they are not known. */
final class KpiCard {

    private KpiCard() {}

    static List<String> lines(MetricsSnapshot snapshot, List<FailedDomain> failures, int nameWidth) {
        Grid grid = new Grid(nameWidth, "", "value", "from", "");
        for (Kpi kpi : Kpi.values()) {
            List<Measurement> measurements = snapshot.kpi(kpi);
            failures.stream()
                    .filter(failure -> failure.domain().equals(kpi.definition().domain()))
                    .forEach(failure -> grid.add(failed(kpi, failure)));
            for (Measurement measurement : measurements) {
                grid.add(row(measurement == measurements.get(0) ? kpi.key() : "", measurement));
            }
        }
        return grid.lines("KEY INDICATORS");
    }

    private static List<String> failed(Kpi kpi, FailedDomain failure) {
        String window = kpi.window().map(Window::key).orElse("");
        return List.of(kpi.key(), window, "-", "FAILED: the domain " + failure.domain() + " could not be measured");
    }

    private static List<String> row(String name, Measurement measurement) {
        String qualifier = Figures.qualifier(measurement);
        String value = Figures.valueOrDash(measurement);
        if (measurement.value().isEmpty()) {
            return List.of(name, qualifier, value, measurement.status() + ": " + problem(measurement));
        }
        String origin = measurement
                .ratio()
                .map(ratio -> Figures.origin(measurement, ratio))
                .orElse("");
        List<String> reservations = Figures.reservations(measurement);
        String status = measurement.status() == Status.OK ? "" : measurement.status() + " ";
        return List.of(name, qualifier, value, origin, status + String.join(", ", reservations));
    }

    /** A reason names the problem and, behind a semicolon, often the remedy, for which there is no room here. */
    private static String problem(Measurement measurement) {
        return measurement.reason().orElse("").replaceFirst("; .*", "");
    }
}
