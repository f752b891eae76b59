package io.axisor.metrics.platform;

/**
 * The scores of tickets that were resolved in the window, on a scale of 1 to 5.
 *
 * @param satisfied scores of 4 and 5
 * @param scored all scores
 */
public record ScoreCounts(long satisfied, long scored) {

    /** The lowest score of a satisfied customer. */
    public static final int LOWEST_SATISFIED = 4;

    /** The highest score there is; 1 is the lowest. */
    public static final int HIGHEST = 5;
}
