package io.axisor.metrics.examples.quickstart;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.value.Measurement;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Tells on one line what moved since the line before, one value of each metric, to show that the company lives. */
final class ChangeTicker implements RefreshListener {

    private static final int WIDTH = 120;

    private final PrintWriter out;
    private Map<String, BigDecimal> before = Map.of();

    ChangeTicker(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void shown(MetricsSnapshot snapshot) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        StringBuilder line = new StringBuilder();
        for (Measurement measurement : snapshot.measurements()) {
            BigDecimal value = measurement.value().orElse(null);
            if (value == null || measurement.ratio().isPresent()) {
                continue;
            }
            String name = name(measurement);
            values.put(name, value);
            BigDecimal old = before.get(name);
            if (old != null
                    && old.compareTo(value) != 0
                    && told.add(measurement.definition().key())) {
                String change = "  " + name + " " + old.toPlainString() + " → " + value.toPlainString();
                line.append(line.length() + change.length() <= WIDTH ? change : "");
            }
        }
        before = values;
        if (!line.isEmpty()) {
            out.println(line);
        }
    }

    private static String name(Measurement measurement) {
        return measurement.tags().isEmpty()
                ? measurement.name()
                : measurement.name() + " " + String.join(" ", measurement.tags().values());
    }
}
