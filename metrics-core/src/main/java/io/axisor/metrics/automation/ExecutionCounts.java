package io.axisor.metrics.automation;

import io.axisor.metrics.value.Breakdown;
import io.axisor.metrics.value.Outcome;
import java.util.Map;

/**
 * The executions that started in a window, by the type of their automation, known types included.
 *
 * @param succeeded those that succeeded
 * @param failed those that failed
 * @param other all others
 */
public record ExecutionCounts(Breakdown succeeded, Breakdown failed, Breakdown other) {

    /** Nothing was executed, and no type is known. */
    public static final ExecutionCounts NONE = new ExecutionCounts(Breakdown.NONE, Breakdown.NONE, Breakdown.NONE);

    /**
     * The executions of every outcome.
     *
     * @return their sum by type
     */
    public Breakdown all() {
        return succeeded.plus(failed).plus(other);
    }

    /**
     * The breakdowns by {@link Outcome#key()}.
     *
     * @return one for each outcome
     */
    public Map<String, Breakdown> byOutcome() {
        return Map.of(Outcome.SUCCEEDED.key(), succeeded, Outcome.FAILED.key(), failed, Outcome.OTHER.key(), other);
    }
}
