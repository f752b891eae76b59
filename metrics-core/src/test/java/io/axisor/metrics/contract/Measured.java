package io.axisor.metrics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.axisor.metrics.BusinessMetrics;
import io.axisor.metrics.MetricsSnapshot;
import io.axisor.metrics.definition.DataIssues;
import io.axisor.metrics.definition.LeftOutLimits;
import io.axisor.metrics.definition.Measurement;
import io.axisor.metrics.definition.MeasurementFlag;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.source.MetricsDataSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a source makes of a company, to be compared with numbers in plain text: {@code 12.5} for a number,
 * {@code 3/40} for a quotient with its parts, {@code NO_DATA} and the like where there is no value.
 */
public final class Measured {

    private final MetricsSnapshot snapshot;

    private Measured(MetricsSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * Measures a source at an instant, computed at {@link SourceUnderTest#NOW} in {@link SourceUnderTest#ZONE}.
     *
     * @param source the source
     * @param instant the instant {@code t}
     * @return what was measured
     */
    public static Measured of(MetricsDataSource source, Instant instant) {
        return measured(source, instant, MeasurementRules.DEFAULT);
    }

    /**
     * Measures a source at an instant, with a value however many rows were left out: random companies are dirtier than any
     * measurement may be.
     *
     * @param source the source
     * @param instant the instant {@code t}
     * @return what was measured
     */
    public static Measured ofWhatIsLeft(MetricsDataSource source, Instant instant) {
        MeasurementRules rules = MeasurementRules.DEFAULT;
        return measured(
                source,
                instant,
                new MeasurementRules(
                        rules.confidence(), rules.minimumSample(), rules.topValues(), new LeftOutLimits(0.05, 1, 1)));
    }

    private static Measured measured(MetricsDataSource source, Instant instant, MeasurementRules rules) {
        return new Measured(BusinessMetrics.builder(source, SourceUnderTest.ZONE)
                .clock(() -> SourceUnderTest.NOW)
                .rules(rules)
                .build()
                .asOf(instant));
    }

    /**
     * What was measured.
     *
     * @return the snapshot
     */
    public MetricsSnapshot snapshot() {
        return snapshot;
    }

    /**
     * Asserts one value.
     *
     * @param series metric, window and tags, as in <code>revenue.collected.30d{currency=USD}</code>
     * @param expected the value
     * @return this
     */
    public Measured shows(String series, String expected) {
        List<String> found = snapshot.measurements().stream()
                .filter(m -> Measurements.series(m).equals(series))
                .map(Measurements::found)
                .toList();
        assertThat(found).as(series).containsExactly(normal(expected));
        return this;
    }

    /**
     * Asserts one value.
     *
     * @param series metric, window and tags
     * @param expected the value
     * @return this
     */
    public Measured shows(String series, int expected) {
        return shows(series, String.valueOf(expected));
    }

    /**
     * Asserts what is to be borne in mind of a value.
     *
     * @param series metric, window and tags
     * @param expected the flags, none more
     * @return this
     */
    public Measured flags(String series, MeasurementFlag... expected) {
        assertThat(one(series).flags()).as(series).containsExactly(expected);
        return this;
    }

    /**
     * The reason why there is no value.
     *
     * @param series metric, window and tags
     * @return the reason
     */
    public String reason(String series) {
        return one(series).reason().orElseThrow();
    }

    private Measurement one(String series) {
        List<Measurement> found = snapshot.measurements().stream()
                .filter(m -> Measurements.series(m).equals(series))
                .toList();
        assertThat(found).as(series).hasSize(1);
        return found.get(0);
    }

    /**
     * Asserts all values of one metric and window, none more.
     *
     * @param name metric and window, as in {@code users} or {@code users.lifecycle.30d}
     * @param expected tags and value of each, as in <code>{plan=pro} 3</code>; tags empty where there is no value
     * @return this
     */
    public Measured showsOnly(String name, String... expected) {
        List<String> found = snapshot.measurements().stream()
                .filter(m -> m.name().equals(name))
                .map(m -> m.tags() + " " + Measurements.found(m))
                .toList();
        List<String> normal = Arrays.stream(expected)
                .map(line -> line.substring(0, line.lastIndexOf(' ') + 1)
                        + normal(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertThat(found).as(name).containsExactlyInAnyOrderElementsOf(normal);
        return this;
    }

    /**
     * Asserts which dirty rows were left out.
     *
     * @param expected check and number of rows, as in {@code payments.amount 2}; every other check must have found none
     * @return this
     */
    public Measured issues(String... expected) {
        SortedMap<String, String> found = new TreeMap<>();
        for (Measurement m : snapshot.find(DataIssues.DEFINITION.key(), null)) {
            if (m.value().orElseThrow().signum() != 0) {
                found.put(String.valueOf(m.tags().get(DataIssues.CHECK)), Measurements.found(m));
            }
        }
        assertThat(found.entrySet().stream()
                        .map(issue -> issue.getKey() + " " + issue.getValue())
                        .toList())
                .as("data.issues")
                .containsExactlyInAnyOrder(expected);
        return this;
    }

    private static String normal(String expected) {
        return expected.matches("[-0-9./]+")
                ? Arrays.stream(expected.split("/", -1))
                        .map(number -> Measurements.plain(new BigDecimal(number)))
                        .collect(Collectors.joining("/"))
                : expected;
    }
}
