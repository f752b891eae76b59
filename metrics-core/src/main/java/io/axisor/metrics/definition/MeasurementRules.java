package io.axisor.metrics.definition;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.ConfidenceLevel;

/**
 * How measurements are taken from findings, the same for every metric.
 *
 * @param confidence the confidence of intervals on ratios of counts
 * @param minimumSample a ratio of fewer counts is flagged as a small sample, not hidden
 * @param topValues how many values of a dimension are shown by name, besides the known ones; the rest is
 *     {@link Breakdown#OTHER}
 * @param leftOut how many of the rows that would count may be left out
 */
public record MeasurementRules(ConfidenceLevel confidence, int minimumSample, int topValues, LeftOutLimits leftOut) {

    /** 95 %, 30, 50 and {@link LeftOutLimits#DEFAULT}. */
    public static final MeasurementRules DEFAULT = new MeasurementRules(ConfidenceLevel.P95, 30, 50);

    /**
     * Refuses a sample or a number of values below 1.
     *
     * @param confidence the confidence of intervals on ratios of counts
     * @param minimumSample a ratio of fewer counts is flagged as a small sample, not hidden
     * @param topValues how many values of a dimension are shown by name, besides the known ones
     * @param leftOut how many of the rows that would count may be left out
     */
    public MeasurementRules {
        if (minimumSample < 1 || topValues < 1) {
            throw new IllegalArgumentException(
                    "minimumSample and topValues must be at least 1, not " + minimumSample + " and " + topValues);
        }
    }

    /**
     * Rules with the default limits of what may be left out.
     *
     * @param confidence the confidence of intervals on ratios of counts
     * @param minimumSample a ratio of fewer counts is flagged as a small sample, not hidden
     * @param topValues how many values of a dimension are shown by name, besides the known ones
     */
    public MeasurementRules(ConfidenceLevel confidence, int minimumSample, int topValues) {
        this(confidence, minimumSample, topValues, LeftOutLimits.DEFAULT);
    }
}
