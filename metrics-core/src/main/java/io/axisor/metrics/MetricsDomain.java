package io.axisor.metrics;

import io.axisor.metrics.definition.DomainMetrics;
import io.axisor.metrics.definition.MeasurementRules;
import io.axisor.metrics.definition.MetricDefinition;
import io.axisor.metrics.time.AsOf;
import java.util.List;

/**
 * A group of metrics that is computed, refreshed and failing on its own. The library's domains are such groups; a host
 * adds its own with {@link BusinessMetrics.Builder#domain}.
 *
 * <p>Safe for calls from several threads at once.
 */
public interface MetricsDomain {

    /**
     * The name, which tags the domain's refresh metrics.
     *
     * @return a lower-case word such as {@code users}
     */
    String name();

    /**
     * What the domain measures.
     *
     * @return the definitions, never changing
     */
    List<MetricDefinition> definitions();

    /**
     * Measures.
     *
     * @param at the instant to measure
     * @param rules how intervals, flags and folds are made; for a
     *     {@link io.axisor.metrics.definition.MeasurementRecorder}
     * @return the measurements under {@link #name()}, also those without a value
     * @throws RuntimeException if the facts cannot be had; the message names the place and the remedy
     */
    DomainMetrics measure(AsOf at, MeasurementRules rules);

    /**
     * Ends measurements in progress, so that a refresher can close: {@link #measure} then returns or throws soon. Called
     * by another thread than those that measure, possibly several times, and also when nothing is being measured; does not
     * wait and does not throw. Later measurements are not affected. By default does nothing, which suits a domain that
     * answers at once; one that asks a database cancels its statements. Threads inside {@link #measure} are never
     * interrupted.
     */
    default void cancel() {}
}
