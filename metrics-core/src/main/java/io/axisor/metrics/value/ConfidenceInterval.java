package io.axisor.metrics.value;

/**
 * The bounds between which the true ratio lies with the given confidence.
 *
 * @param lower the lower bound, 0..1
 * @param upper the upper bound, 0..1
 * @param level the confidence
 */
public record ConfidenceInterval(double lower, double upper, ConfidenceLevel level) {}
