package io.axisor.metrics.examples.output;

import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.refresh.RefreshListener;
import io.axisor.metrics.refresh.RefreshOutcome;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/**
 * Tells what moved on one line for each round of the domains, to show that the company lives: at most one value of each
 * metric, every domain in its turn as long as there is room.
 */
public final class ChangeTicker implements RefreshListener {

    private static final int WIDTH = 120;

    private final PrintWriter out;
    private final Set<String> domains;
    private final Set<String> round = new HashSet<>();
    private Map<String, Seen> before = Map.of();
    private Map<String, Seen> now = Map.of();

    /** A value as it is shown. */
    private record Seen(Measurement measurement, String value) {}

    /**
     * A ticker.
     *
     * @param out where the lines go
     * @param domains those that a round is made of
     */
    public ChangeTicker(PrintWriter out, Collection<String> domains) {
        this.out = out;
        this.domains = Set.copyOf(domains);
    }

    @Override
    public void shown(MetricsSnapshot snapshot) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Measurement measurement : snapshot.measurements()) {
            if (measurement.ratio().isEmpty()) {
                measurement
                        .value()
                        .ifPresent(value ->
                                seen.put(name(measurement), new Seen(measurement, Figures.value(measurement, value))));
            }
        }
        now = seen;
    }

    @Override
    public void attempted(String domain, RefreshOutcome outcome, Duration duration) {
        round.add(domain);
        if (round.containsAll(domains)) {
            round.clear();
            tell();
        }
    }

    private void tell() {
        StringBuilder line = new StringBuilder();
        for (String change : inTurn(changes())) {
            line.append(line.length() + change.length() <= WIDTH ? change : "");
        }
        before = now;
        if (!line.isEmpty()) {
            out.println(line);
        }
    }

    private Collection<Queue<String>> changes() {
        Map<String, Queue<String>> byDomain = new LinkedHashMap<>();
        Set<String> told = new HashSet<>();
        now.forEach((name, seen) -> {
            Seen old = before.get(name);
            if (old != null
                    && !old.value().equals(seen.value())
                    && told.add(seen.measurement().definition().key())) {
                byDomain.computeIfAbsent(seen.measurement().definition().domain(), domain -> new ArrayDeque<>())
                        .add("  " + name + " " + old.value() + " → " + seen.value());
            }
        });
        return byDomain.values();
    }

    /** The first of each, then the second of each, and so on. */
    private static List<String> inTurn(Collection<Queue<String>> queues) {
        List<String> all = new ArrayList<>();
        while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
            queues.stream().filter(queue -> !queue.isEmpty()).map(Queue::remove).forEach(all::add);
        }
        return all;
    }

    private static String name(Measurement measurement) {
        return (measurement.name() + " " + Figures.tags(measurement)).stripTrailing();
    }
}
