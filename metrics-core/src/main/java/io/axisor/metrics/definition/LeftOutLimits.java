package io.axisor.metrics.definition;

import io.axisor.metrics.value.Status;

/**
 * How many of the rows that would count may be left out.
 *
 * @param flaggedAbove above this share a measurement is flagged as {@link MeasurementFlag#LEFT_OUT}
 * @param undefinedAbove above this share of at least {@code leastRows} rows it is {@link Status#UNDEFINED}
 * @param leastRows fewer rows leave no measurement undefined
 */
public record LeftOutLimits(double flaggedAbove, double undefinedAbove, long leastRows) {

    /** 5 %, 50 % and 20. */
    public static final LeftOutLimits DEFAULT = new LeftOutLimits(0.05, 0.5, 20);

    /**
     * Refuses shares outside of 0 to 1, or that come in the wrong order.
     *
     * @param flaggedAbove above this share a measurement is flagged
     * @param undefinedAbove above this share it is undefined
     * @param leastRows of at least so many rows
     */
    public LeftOutLimits {
        if (!isShare(flaggedAbove) || !isShare(undefinedAbove)) {
            throw new IllegalArgumentException(
                    "flaggedAbove and undefinedAbove must be shares from 0 to 1, such as 0.05, not " + flaggedAbove
                            + " and " + undefinedAbove);
        }
        if (flaggedAbove > undefinedAbove) {
            throw new IllegalArgumentException("flaggedAbove " + flaggedAbove + " is above undefinedAbove "
                    + undefinedAbove + "; lower the one or raise the other");
        }
        if (leastRows < 1) {
            throw new IllegalArgumentException("leastRows must be at least 1, not " + leastRows);
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }
}
