package io.axisor.metrics.value;

import java.util.Map;

/**
 * How often something was tried, by how it ended.
 *
 * @param succeeded how often it succeeded
 * @param failed how often it failed
 * @param other how often it did neither
 */
public record OutcomeCounts(long succeeded, long failed, long other) {

    /** Nothing was tried. */
    public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0);

    /**
     * These counts and more of one outcome.
     *
     * @param outcome the outcome
     * @param times how often
     * @return the sum
     */
    public OutcomeCounts plus(Outcome outcome, long times) {
        return switch (outcome) {
            case SUCCEEDED -> new OutcomeCounts(succeeded + times, failed, other);
            case FAILED -> new OutcomeCounts(succeeded, failed + times, other);
            case OTHER -> new OutcomeCounts(succeeded, failed, other + times);
        };
    }

    /**
     * The counts by {@link Outcome#key()}.
     *
     * @return a breakdown in which every outcome is known
     */
    public Breakdown byOutcome() {
        return Breakdown.ofCounts(
                Map.of(Outcome.SUCCEEDED.key(), succeeded, Outcome.FAILED.key(), failed, Outcome.OTHER.key(), other));
    }

    /**
     * {@link SuccessRate#of} of these counts.
     *
     * @return the share that succeeded
     */
    public Finding<Ratio> successRate() {
        return SuccessRate.of(succeeded, failed);
    }
}
