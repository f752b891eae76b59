package io.axisor.metrics.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsDomain;
import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That what is being asked can be ended. */
class CancelTest {

    private final List<String> cancelled = new ArrayList<>();

    /** A domain that throws from cancel, as it must not. */
    private record Uncooperative(String name, List<String> cancelled, Throwable thrown) implements MetricsDomain {

        @Override
        public List<MetricDefinition> definitions() {
            return List.of();
        }

        @Override
        public DomainMetrics measure(AsOf at, MeasurementRules rules) {
            return new DomainMetrics(name, at, List.of());
        }

        @Override
        public void cancel() {
            cancelled.add(name);
            Sneaky.throwing(thrown).run();
        }
    }

    @Test
    void itReachesTheSourceAndEveryDomainWhateverOneOfThemThrows() {
        ScriptedSource source = new ScriptedSource();
        source.onCancel = () -> {
            cancelled.add("source");
            Sneaky.throwing(new IOException("no route to host")).run();
        };
        BusinessMetrics metrics = BusinessMetrics.builder(source, ZoneOffset.UTC)
                .domain(new Uncooperative("one", cancelled, new OutOfMemoryError("one")))
                .domain(new Uncooperative("two", cancelled, new IllegalStateException("two")))
                .build();

        assertThatCode(metrics::cancel).doesNotThrowAnyException();
        assertThat(cancelled).containsExactly("source", "one", "two");
    }
}
