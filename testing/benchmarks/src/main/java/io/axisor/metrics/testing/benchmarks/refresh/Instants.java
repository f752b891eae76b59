package io.axisor.metrics.testing.benchmarks.refresh;

import io.axisor.metrics.time.AsOf;
import io.axisor.metrics.time.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The beginnings of the windows, by the names that the statements have for them: {@code from_30d}, {@code from_today}. */
final class Instants {

    private Instants() {}

    static Map<String, Instant> of(AsOf at) {
        Map<String, Instant> instants = new HashMap<>();
        for (Window window : Window.values()) {
            if (window != Window.LIFETIME) {
                instants.put("from_" + window.key(), at.range(window).from());
            }
        }
        instants.put("now", at.instant());
        instants.put("from_60d", at.minusDays(60));
        instants.put("from_yesterday", at.range(Window.TODAY).from().minus(Duration.ofDays(1)));
        return instants;
    }
}
